/// How many pairs came to which verdict.
public struct VerdictCounts: Sendable, Equatable {
  /// Pairs whose first model was shown to be better, by however little.
  public let firstBetter: Int
  /// Pairs whose second model was.
  public let secondBetter: Int
  /// Those of both kinds whose difference was shown to be less than the margin of equivalence.
  public let differentWithin: Int
  /// Pairs that were shown to be equivalent and not to be different.
  public let equivalent: Int
  /// Pairs of which nothing was shown.
  public let notSeparated: Int

  /// Pairs that were shown to be different.
  public var different: Int { firstBetter + secondBetter }

  /// Counts `findings`.
  init(_ findings: [PairFinding]) {
    firstBetter = findings.count(where: \.isFirstBetter)
    secondBetter = findings.count { $0.verdict.isDifferent && !$0.isFirstBetter }
    differentWithin = findings.count { $0.verdict == .differentWithin }
    equivalent = findings.count { $0.verdict == .equivalent }
    notSeparated = findings.count { $0.verdict == .notSeparated }
  }
}

extension ComparisonReport {
  /// How many pairs came to which verdict.
  public var counts: VerdictCounts { VerdictCounts(findings) }

  /// Whether p-values of equivalence were adjusted, so that there are two to a pair.
  public var isEquivalenceAdjusted: Bool {
    (equivalence.map { $0.adjustment != .none } ?? false) && test.pairs > 1
  }

  /// The coverage of the interval of a pair that must lie within the margin of equivalence: one minus
  /// twice the error rate.
  public var equivalenceLevel: Double { 1 - 2 * test.errorRate }
}
