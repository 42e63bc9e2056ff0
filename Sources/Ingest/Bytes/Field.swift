/// Where a field's content lies in the window, quotes not counted.
struct Field: Sendable, Equatable {
  /// How the field was written.
  enum Quoting: UInt8, Sendable {
    /// Without quotes; in JSON a number, a boolean or null.
    case plain
    /// In quotes, as all texts in JSON are.
    case quoted
    /// In quotes, with doubled quotes inside that are still to be made single.
    case doubled
  }

  /// The first byte.
  var start = 0
  /// The place after the last byte.
  var end = 0
  /// How the field was written.
  var quoting = Quoting.plain

  /// The number of bytes.
  var count: Int { end - start }

  /// The content's bytes.
  func bytes(in window: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in start..<end { bytes.append(window[index]) }
    return bytes
  }

  /// The content as text; bytes that are not UTF-8 become U+FFFD.
  func text(in window: Span<UInt8>) -> String {
    String(decoding: bytes(in: window), as: UTF8.self)
  }

  /// The content as text, or the offset of the first byte that is not UTF-8.
  func validText(in window: Span<UInt8>) -> Result<String, InvalidUTF8> {
    do throws(UTF8.ValidationError) {
      return .success(String(copying: try UTF8Span(validating: window.extracting(start..<end))))
    } catch {
      return .failure(InvalidUTF8(offset: error.byteOffsets.lowerBound))
    }
  }

  /// The field without the spaces and tabs around its content.
  func trimmed(in window: Span<UInt8>) -> Field {
    var inner = self
    while inner.start < inner.end, ASCII.isBlank(window[inner.start]) { inner.start += 1 }
    while inner.start < inner.end, ASCII.isBlank(window[inner.end - 1]) { inner.end -= 1 }
    return inner
  }

  /// The field as it is compared: blanks around the content are its own only in quotes.
  func content(in window: Span<UInt8>) -> Field { quoting == .plain ? trimmed(in: window) : self }

  /// Whether two fields of one window hold the same bytes.
  @inline(__always)
  func isSame(as other: Field, in window: Span<UInt8>) -> Bool {
    count == other.count && hasSameBytes(as: other, in: window)
  }

  @inline(never)
  private func hasSameBytes(as other: Field, in window: Span<UInt8>) -> Bool {
    for index in 0..<count where window[start + index] != window[other.start + index] {
      return false
    }
    return true
  }
}

/// Bytes that are not UTF-8.
struct InvalidUTF8: Error, Equatable {
  /// The place of the first of them in the value.
  let offset: Int
}
