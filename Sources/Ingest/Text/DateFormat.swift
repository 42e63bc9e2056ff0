/// In which order the parts of a date stand that does not begin with its year.
///
/// The raw values are what `--date-format` takes.
public enum DateFormat: String, Sendable, Equatable, CaseIterable {
  /// Day, month and year: 31/12/2024, 31.12.2024 or 31-12-2024.
  case dayMonthYear = "dmy"
  /// Month, day and year: 12/31/2024.
  case monthDayYear = "mdy"

  /// The other order.
  var other: DateFormat { self == .dayMonthYear ? .monthDayYear : .dayMonthYear }

  /// A date that cannot be read in the other order.
  var example: String { self == .dayMonthYear ? "31/12/2024" : "12/31/2024" }
}
