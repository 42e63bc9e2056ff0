/// A condition on one column, such as `category = overall`.
public struct RowFilter: Sendable, Equatable {
  /// How a row's value is compared with the filter's.
  public enum Comparison: String, Sendable, Equatable, CaseIterable {
    /// The values are the same.
    case equal = "="
    /// The values are not the same.
    case notEqual = "!="
    /// The row's value is the smaller one.
    case less = "<"
    /// The row's value is the smaller one, or both are the same.
    case lessOrEqual = "<="
    /// The row's value is the larger one.
    case greater = ">"
    /// The row's value is the larger one, or both are the same.
    case greaterOrEqual = ">="

    /// Whether it matters which value is the larger one.
    var isOfOrder: Bool { self != .equal && self != .notEqual }
  }

  /// The column's name, as in the header.
  public let column: String
  /// How the values are compared: for equality as numbers where both are numbers, as bytes otherwise,
  /// without the blanks around a value that is not in quotes; for order as numbers or as dates, of which
  /// both must be the same. An empty value is neither smaller nor larger than any.
  public let comparison: Comparison
  /// What the row's value is compared with.
  public let value: String
  /// The option that gave the condition, as messages name it.
  public let option: String

  /// A condition.
  public init(
    column: String, comparison: Comparison, value: String, option: String = "--where"
  ) {
    self.column = column
    self.comparison = comparison
    self.value = value
    self.option = option
  }

  /// A condition as the command line gives it: `COLUMN OP VALUE`, spaces or none around the
  /// operator, the first operator and the longest one there counting; `==` is `=`.
  ///
  /// - Parameters:
  ///   - argument: the condition.
  ///   - option: the option that gave it, as messages name it.
  /// - Throws: `IngestError.usage` where there is no operator or no column.
  public init(parsing argument: String, option: String = "--where") throws(IngestError) {
    let bytes = Array(argument.utf8)
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let comparison: Comparison
      switch (byte, next) {
      case (ASCII.equals, _): comparison = .equal
      case (ASCII.exclamation, ASCII.equals): comparison = .notEqual
      case (ASCII.less, ASCII.equals): comparison = .lessOrEqual
      case (ASCII.less, _): comparison = .less
      case (ASCII.greater, ASCII.equals): comparison = .greaterOrEqual
      case (ASCII.greater, _): comparison = .greater
      default: continue
      }
      let width = next == ASCII.equals ? 2 : 1
      let column = trimmed(String(decoding: bytes[..<index], as: UTF8.self))
      guard !column.isEmpty else { break }
      self.init(
        column: column, comparison: comparison,
        value: trimmed(String(decoding: bytes[(index + width)...], as: UTF8.self)),
        option: option)
      return
    }
    throw .usage(
      what: "\(quoted(argument)) is not a filter; expected COLUMN OP VALUE with one of "
        + Comparison.allCases.map(\.rawValue).joined(separator: ", "),
      remedy: "write for example \(option) 'category = overall'")
  }
}

extension RowFilter {
  /// Whether the condition asks for an order that numbers alone do not settle.
  public var mayOrderDates: Bool {
    comparison.isOfOrder && (Numbers.number(value) == nil || Moment(value, format: nil) != nil)
  }
}

extension RowFilter: CustomStringConvertible {
  /// The condition as it would be written on the command line.
  public var description: String { "\(column) \(comparison.rawValue) \(value)" }
}
