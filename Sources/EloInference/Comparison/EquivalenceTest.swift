import EloNumerics

/// Two one-sided tests of whether pairs differ by less than a margin (Schuirmann, Journal of
/// Pharmacokinetics and Biopharmaceutics 15 (1987) 657).
///
/// A pair is shown to be equivalent where both a gap of at least the margin and one of at most minus
/// the margin are rejected, each at the error rate of the level: then the interval that covers one
/// minus twice that rate lies within the margin. Both cannot be true, so there is nothing to pay for
/// testing two; the p-value is the larger one.
///
/// Over several pairs the p-values are adjusted by Holm's method where differences are judged by
/// step-down maxima, too: whether a true gap lies beyond the margin on one side or the other is not
/// known, so maxima would have to allow for both sides of each pair, which costs more than the
/// dependence between pairs gives. Claims of equivalence hold together at the level, and claims of
/// difference do; of one pair by itself both kinds hold together, since a gap is not 0 and beyond the
/// margin at once.
struct EquivalenceTest: Sendable {
  /// What is claimed and how.
  let summary: EquivalenceSummary
  /// The pairs' p-values, each by itself.
  private let p: [Double]
  private let adjustedP: [Double]
  /// How many standard errors beyond the gap a margin must reach for a pair to lie within, whatever the
  /// other pairs do; and for a pair by itself.
  private let reach: [Double]
  private let singleReach: [Double]
  private let errorRate: Double
  private let points: Double

  /// - Parameters:
  ///   - margin: in rating points, finite and above 0.
  ///   - points: rating points to one of log-odds.
  init(
    _ statistics: [Statistic], margin: Double, _ adjustment: Adjustment, level: Double,
    points: Double
  ) {
    precondition(margin > 0 && margin.isFinite, "a margin is a finite number above 0")
    let p = statistics.map { Self.p($0, margin: margin / points) }
    let count = Double(max(1, statistics.count))
    let errorRate = 1 - level
    singleReach = statistics.widths { $0.quantile(level) }
    let adjustment = adjustment.ofEquivalence
    summary = EquivalenceSummary(margin: margin, adjustment: adjustment)
    switch adjustment {
    case .maxT, .bootstrapMaxT, .holm: adjustedP = MultipleComparison.holm(p)
    case .benjaminiHochberg: adjustedP = MultipleComparison.benjaminiHochberg(p)
    case .none: adjustedP = p
    }
    // A p-value of at most the error rate over the number of pairs decides under both methods.
    reach =
      adjustment == .none ? singleReach : statistics.widths { $0.quantile(1 - errorRate / count) }
    self.errorRate = errorRate
    self.p = p
    self.points = points
  }

  /// The p-value of one pair, its margin in log-odds.
  private static func p(_ statistic: Statistic, margin: Double) -> Double {
    let room = margin - statistic.difference.magnitude
    guard statistic.standardError > 0 else { return room > 0 ? .leastNormalMagnitude : 1 }
    let ratio = room / statistic.standardError
    let tail = 0.5 * statistic.reference.twoSidedP(ratio)
    return max(ratio > 0 ? tail : 1 - tail, .leastNormalMagnitude)
  }

  /// Whether the pair at `index` is shown to be within the margin.
  func isShown(_ index: Int) -> Bool { adjustedP[index] <= errorRate }

  /// What is known of the pair at `index`, which is `statistic`.
  func finding(_ index: Int, _ statistic: Statistic) -> EquivalenceFinding {
    let smallest =
      points * (statistic.difference.magnitude + reach[index] * statistic.standardError)
    return EquivalenceFinding(
      p: p[index], adjustedP: adjustedP[index],
      lower: points * (statistic.difference - singleReach[index] * statistic.standardError),
      upper: points * (statistic.difference + singleReach[index] * statistic.standardError),
      smallestMargin: isShown(index) ? min(smallest, summary.margin) : smallest)
  }
}

extension Adjustment {
  /// How claims of equivalence are adjusted where differences are by this.
  package var ofEquivalence: Adjustment {
    switch self {
    case .maxT, .bootstrapMaxT, .holm: .holm
    case .benjaminiHochberg, .none: self
    }
  }
}
