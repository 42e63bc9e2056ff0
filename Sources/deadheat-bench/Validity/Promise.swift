/// What a promise is.
enum Promise: Sendable {
  /// A share of this size, from which the bar allows this much distance.
  case about(Double, within: Double)
  /// At least this share.
  case atLeast(Double)
  /// At most this share.
  case atMost(Double)
  /// None: the row is there to be compared with.
  case nothing

  /// The bar of coverage at 95%.
  static let coverage = about(0.95, within: 0.01)

  /// How a promise turned out.
  enum Outcome: Sendable, Equatable {
    /// Within the bar, as far as the Monte Carlo error tells.
    case kept
    /// On the safe side, and by more than the bar allows: intervals that are wider than they need be.
    case exceeded
    /// Missed, and by how many Monte Carlo errors beyond the bar.
    case missed(errors: Double)
  }

  /// The promise in a table.
  var text: String {
    switch self {
    case .about(let share, let width):
      "\(Self.percent(share)) ± \(Decimals.text(width * 100, places: 1))"
    case .atLeast(let share): "≥ \(Self.percent(share))"
    case .atMost(let share): "≤ \(Self.percent(share))"
    case .nothing: "–"
    }
  }

  /// What became of it, two Monte Carlo errors granted.
  func outcome(_ achieved: MeanShare) -> Outcome {
    let slack = 2 * achieved.error
    let (low, high): (Double, Double) =
      switch self {
      case .about(let share, let width): (share - width, share + width)
      case .atLeast(let share): (share, .infinity)
      case .atMost(let share): (-.infinity, share)
      case .nothing: (-.infinity, .infinity)
      }
    if achieved.mean < low - slack {
      return .missed(errors: (low - achieved.mean) / achieved.error)
    }
    guard achieved.mean > high + slack else { return .kept }
    if case .about = self { return .exceeded }
    return .missed(errors: (achieved.mean - high) / achieved.error)
  }

  private static func percent(_ share: Double) -> String {
    Decimals.text(share * 100, places: 1) + "%"
  }
}
