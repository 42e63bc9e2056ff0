/// What to tell of values that have no order.
enum OrderWording {
  /// The error for a filter that asks for an order and whose value is neither a number nor a date.
  static func unordered(_ filter: RowFilter, _ format: DateFormat?) -> IngestError {
    let value = filter.value
    let date = format.map { " such as 2024-12-31 or \($0.example)" } ?? " such as 2024-12-31"
    return .usage(
      what: "\(filter.option) '\(shown(filter))' orders by "
        + (value.isEmpty ? "nothing" : quoted(value)) + "; expected a number, or a date\(date)",
      remedy: otherNotation(
        format, reads: { Moment(value, format: $0) != nil })
        ?? "compare texts with = or !=")
  }

  /// What the value of a row should be that has no order with the filter's, and what to do.
  ///
  /// - Parameters:
  ///   - wants: what may be compared with the filter's value.
  ///   - canSkip: whether such rows can be left out.
  static func unfit(
    _ field: Field, in window: Span<UInt8>, _ filter: RowFilter, _ format: DateFormat?,
    wants: (number: Bool, date: Bool), canSkip: Bool
  ) -> (expected: String, remedy: String) {
    let purpose = "to order by, as \(filter.option) '\(shown(filter))' asks"
    let usual =
      "correct it, or compare with = or !="
      + (canSkip ? ", or leave such rows out with --bad-rows skip" : "")
    guard wants.date else { return ("a number \(purpose)", usual) }
    if Moment(field, in: window, format: format) != nil, !wants.number {
      return (
        "a time with the condition's offset from UTC \(purpose)",
        "write the condition with the offset of the values, or as a date without a time"
      )
    }
    let date = "a date such as \(format?.example ?? "2024-12-31")"
    return (
      (wants.number ? "a number or \(date) " : "\(date) ") + purpose,
      otherNotation(format, reads: { Moment(field, in: window, format: $0) != nil }) ?? usual
    )
  }

  /// The remedy where a date could be read with another `--date-format` than `format`.
  private static func otherNotation(
    _ format: DateFormat?, reads: (DateFormat) -> Bool
  ) -> String? {
    guard let format else {
      guard DateFormat.allCases.contains(where: reads) else { return nil }
      return
        "say with --date-format dmy that the day comes before the month, or with --date-format mdy "
        + "that the month comes first"
    }
    guard reads(format.other) else { return nil }
    let first = format == .dayMonthYear ? "month" : "day"
    return "write --date-format \(format.other.rawValue) where the \(first) comes first"
  }

  /// The filter as messages show it, without quotes around it.
  static func shown(_ filter: RowFilter) -> String {
    String(quoted(filter.description).dropFirst().dropLast())
  }
}
