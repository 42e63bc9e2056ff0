/// Which character stands between the fields, judged by the header.
enum Delimiter {
  /// The characters that are considered; on a tie the earlier one wins.
  static let candidates: [UInt8] = [ASCII.comma, ASCII.tab, ASCII.semicolon, ASCII.pipe]

  /// Beyond so many bytes no quote is waited for that could close one of the header's.
  private static let longestWait = 1 << 16

  /// What messages and reports call a delimiter.
  static func name(_ byte: UInt8) -> String {
    switch byte {
    case ASCII.tab: "tab"
    case ASCII.semicolon: "semicolon"
    case ASCII.pipe: "pipe"
    case ASCII.comma: "comma"
    case ASCII.space: "space"
    default: String(decoding: [byte], as: UTF8.self)
    }
  }

  /// The delimiter that a line such as `sep=;` tells, which spreadsheets write above the header; `nil`
  /// where the line from `start` on is another one.
  ///
  /// It may be in quotes, and have as many delimiters behind it as the table has columns.
  static func told(in window: Span<UInt8>, from start: Int, to end: Int) -> UInt8? {
    var line: [UInt8] = []
    for index in start..<end {
      if ASCII.isLineEnd(window[index]) || line.count > longestTold { break }
      line.append(window[index])
    }
    let mark = Array("sep=".utf8)
    if line.first == ASCII.quote, let close = line.dropFirst().firstIndex(of: ASCII.quote) {
      line = Array(line[1..<close] + line[(close + 1)...])
    }
    guard line.count > mark.count, line.prefix(mark.count).map(ASCII.lowercased) == mark else {
      return nil
    }
    let told = line[mark.count]
    let isSign = told == ASCII.tab || told >= ASCII.space && told < 0x7F && !isOfWord(told)
    guard isSign, told != ASCII.quote, line[mark.count...].allSatisfy({ $0 == told }) else {
      return nil
    }
    return told
  }

  /// A longer line tells no delimiter.
  static let longestTold = 4096

  /// Whether a byte is a letter or a digit.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    let lower = ASCII.lowercased(byte)
    return lower >= 0x61 && lower <= 0x7A || byte >= ASCII.zero && byte <= ASCII.nine
  }

  /// The candidate that stands most often in the header outside quotes; a tab, if there is one, in
  /// a file whose name ends in `.tsv` or `.tab`; a comma where there is none.
  ///
  /// A quote opens where `RecordScanner` takes it to open, at the very start of a field, if it is also
  /// closed at the end of one: any other is a character like all others.
  ///
  /// - Parameters:
  ///   - window: input that begins with the header.
  ///   - range: where the header begins, and where the window's input ends.
  ///   - isComplete: whether the input has no bytes beyond.
  /// - Returns: `nil` where the window ends inside quotes and must first grow.
  static func detected(
    in window: Span<UInt8>, _ range: Range<Int>, isComplete: Bool, file: String
  ) -> UInt8? {
    var counts = [Int](repeating: 0, count: candidates.count)
    var index = range.lowerBound
    // What stands before the field that begins at `index`.
    var opener: UInt8?
    var isFieldStart = true
    while index < range.upperBound {
      let byte = window[index]
      if ASCII.isLineEnd(byte) { break }
      if byte == ASCII.quote, isFieldStart {
        let isLast = isComplete || range.count >= longestWait
        switch close(of: index, behind: opener, in: window, range.upperBound, isLast: isLast) {
        case .behind(let end):
          index = end
          isFieldStart = false
          continue
        case .beyond: return nil
        case .nowhere: break
        }
      }
      let candidate = candidates.firstIndex(of: byte)
      if let candidate { counts[candidate] += 1 }
      opener = byte
      isFieldStart = candidate != nil
      index += 1
    }
    let name = asciiLowercased(file)
    if name.hasSuffix(".tsv") || name.hasSuffix(".tab"), counts[1] > 0 { return ASCII.tab }
    guard let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) else {
      return ASCII.comma
    }
    return candidates[best]
  }

  /// Where the quotes end that a field begins with.
  private enum Close {
    /// In front of this place.
    case behind(Int)
    /// Not in the window, behind which there may be more.
    case beyond
    /// Not at the end of a field, so that the field is in no quotes.
    case nowhere
  }

  /// Where the quotes end that begin at `start`, in a field that stands behind `opener`, or first.
  ///
  /// - Parameter isLast: whether nothing behind `end` is waited for.
  private static func close(
    of start: Int, behind opener: UInt8?, in window: Span<UInt8>, _ end: Int, isLast: Bool
  ) -> Close {
    var index = start + 1
    while index < end {
      guard window[index] == ASCII.quote else {
        index += 1
        continue
      }
      // At the window's end this may be the first half of a doubled quote.
      guard index + 1 < end else { return isLast ? .behind(end) : .beyond }
      let next = window[index + 1]
      if next == ASCII.quote {
        index += 2
        continue
      }
      // What ends the field is what stands before it, if it is the delimiter.
      let isEnd = ASCII.isLineEnd(next) || opener.map { $0 == next } ?? candidates.contains(next)
      return isEnd ? .behind(index + 1) : .nowhere
    }
    return isLast ? .nowhere : .beyond
  }
}
