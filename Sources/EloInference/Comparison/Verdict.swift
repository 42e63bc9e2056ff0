/// What a comparison of two models comes to.
public enum Verdict: String, Sendable, Equatable, CaseIterable {
  /// a is better.
  case aBetter = "a_better"
  /// b is better.
  case bBetter = "b_better"
  /// The one with the higher rating is better, and by less than the margin of equivalence.
  case differentWithin = "different_within"
  /// Either may be better, and neither by as much as the margin of equivalence.
  case equivalent
  /// The data neither separate them nor, where that was asked for, show them equivalent.
  case notSeparated = "not_separated"

  /// Whether a difference was shown.
  public var isDifferent: Bool {
    switch self {
    case .aBetter, .bBetter, .differentWithin: true
    case .equivalent, .notSeparated: false
    }
  }

  /// Whether the difference was shown to be less than the margin of equivalence.
  public var isWithinMargin: Bool { self == .differentWithin || self == .equivalent }

  /// The verdict on a pair whose first model leads by `difference`.
  init(isDifferent: Bool, isWithinMargin: Bool, difference: Double) {
    self =
      switch (isDifferent, isWithinMargin) {
      case (true, true): .differentWithin
      case (true, false): difference > 0 ? .aBetter : .bBetter
      case (false, true): .equivalent
      case (false, false): .notSeparated
      }
  }
}
