/// Which character stands between the fields, judged by the header.
enum Delimiter {
  /// The characters that are considered; on a tie the earlier one wins.
  static let candidates: [UInt8] = [ASCII.comma, ASCII.tab, ASCII.semicolon, ASCII.pipe]

  /// What messages and reports call a delimiter.
  static func name(_ byte: UInt8) -> String {
    switch byte {
    case ASCII.tab: "tab"
    case ASCII.semicolon: "semicolon"
    case ASCII.pipe: "pipe"
    default: "comma"
    }
  }

  /// The candidate that stands most often in the header outside quotes; a tab, if there is one, in
  /// a file whose name ends in `.tsv` or `.tab`; a comma where there is none.
  ///
  /// - Parameters:
  ///   - window: input that begins with the header.
  ///   - range: where the header begins, and where the window's input ends.
  static func detected(in window: Span<UInt8>, _ range: Range<Int>, file: String) -> UInt8 {
    var counts = [Int](repeating: 0, count: candidates.count)
    var isQuoted = false
    var fieldIsEmpty = true
    for index in range {
      let byte = window[index]
      if isQuoted {
        if byte == ASCII.quote { isQuoted = false }
        continue
      }
      if byte == ASCII.lineFeed || byte == ASCII.carriageReturn { break }
      if let candidate = candidates.firstIndex(of: byte) {
        counts[candidate] += 1
        fieldIsEmpty = true
        continue
      }
      // A doubled quote inside a field closes it and opens it again, which comes to the same.
      let precedingQuote = index > range.lowerBound && window[index - 1] == ASCII.quote
      if byte == ASCII.quote, fieldIsEmpty || precedingQuote { isQuoted = true }
      fieldIsEmpty = false
    }
    let name = asciiLowercased(file)
    if name.hasSuffix(".tsv") || name.hasSuffix(".tab"), counts[1] > 0 { return ASCII.tab }
    guard let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) else {
      return ASCII.comma
    }
    return candidates[best]
  }
}
