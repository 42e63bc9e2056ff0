/// The sum of the numbers in an object, such as `{"h1": 3, "h2": {"a": 1}}`.
enum JSONSum {
  /// The sum as a number is written, or `nil` where the object at `start`, which a scanner has
  /// passed over, holds anything but numbers and such objects.
  static func text(_ window: Span<UInt8>, from start: Int, to end: Int) -> String? {
    var scanner = JSONScanner(at: start, end: end, isComplete: true)
    guard let total = try? sum(&scanner, window), total.isFinite else { return nil }
    // Below 2^53 a sum of whole numbers is exact; beyond it must not look so.
    if total == total.rounded(), abs(total) < Double(Numbers.largestCount) {
      return String(Int(total))
    }
    return String(total)
  }

  private static func sum(
    _ scanner: inout JSONScanner, _ window: Span<UInt8>
  ) throws(JSONStop) -> Double? {
    var total = 0.0
    scanner.position += 1
    while try scanner.peek(window) != ASCII.closeBrace {
      if window[scanner.position] == ASCII.comma { scanner.position += 1 }
      _ = try scanner.peek(window)
      _ = try scanner.text(window)
      try scanner.pass(ASCII.colon, window, expected: .expectedColon)
      if try scanner.peek(window) == ASCII.openBrace {
        guard let inner = try sum(&scanner, window) else { return nil }
        total += inner
      } else {
        let start = scanner.position
        guard try scanner.value(window, depth: 0) == .number,
          let number = Numbers.number(Field(start: start, end: scanner.position), in: window)
        else { return nil }
        total += number
      }
    }
    scanner.position += 1
    return total
  }
}
