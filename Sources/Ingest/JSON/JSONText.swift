/// The content of a text with escapes.
enum JSONText {
  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case ASCII.zero...ASCII.nine: UInt32(byte - ASCII.zero)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }

  /// Appends the content of the text between the quotes at `start - 1` and `end`, which a scanner
  /// has passed over.
  ///
  /// - Throws: `.fault(.loneSurrogate)` where an escape is half a surrogate pair.
  static func decode(
    _ window: Span<UInt8>, from start: Int, to end: Int, into text: inout [UInt8]
  ) throws(JSONStop) {
    var position = start
    while position < end {
      let byte = window[position]
      guard byte == ASCII.backslash else {
        text.append(byte)
        position += 1
        continue
      }
      let escape = window[position + 1]
      guard escape == ASCII.lowerU else {
        text.append(plain(escape))
        position += 2
        continue
      }
      let place = position
      var code = unit(window, at: position + 2)
      position += 6
      if code & 0xFC00 == 0xD800, position + 6 <= end, window[position] == ASCII.backslash,
        window[position + 1] == ASCII.lowerU
      {
        let low = unit(window, at: position + 2)
        if low & 0xFC00 == 0xDC00 {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
          position += 6
        }
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw .fault(.loneSurrogate, at: place)
      }
      text.append(contentsOf: String(scalar).utf8)
    }
  }

  private static func unit(_ window: Span<UInt8>, at start: Int) -> UInt32 {
    var unit: UInt32 = 0
    for index in start..<(start + 4) { unit = unit << 4 | (digit(window[index]) ?? 0) }
    return unit
  }

  private static func plain(_ escape: UInt8) -> UInt8 {
    switch escape {
    case 0x62: 0x08
    case 0x66: 0x0C
    case 0x6E: ASCII.lineFeed
    case 0x72: ASCII.carriageReturn
    case 0x74: ASCII.tab
    default: escape
    }
  }
}
