/// The share of cases in which a statement is to hold: 0.95, and not 95.
public struct Level: Sendable, Equatable, Comparable, ExpressibleByFloatLiteral {
  /// The share, from 0.5 to below 1.
  public let value: Double

  /// A level; `nil` where `value` is none, as 95 is.
  public init?(_ value: Double) {
    guard value >= 0.5, value < 1 else { return nil }
    self.value = value
  }

  /// A level that is written down.
  ///
  /// - Precondition: it is at least 0.5 and below 1.
  public init(floatLiteral value: Double) {
    precondition(value >= 0.5 && value < 1, "a level is a share from 0.5 to below 1, such as 0.95")
    self.value = value
  }

  /// The share of cases in which it may fail.
  public var errorRate: Double { 1 - value }

  /// By value.
  public static func < (a: Level, b: Level) -> Bool { a.value < b.value }
}
