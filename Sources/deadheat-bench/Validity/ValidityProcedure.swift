import CommandLineKit

/// A procedure whose promise is held against simulated data with known truth.
///
/// A further procedure is a file with a conforming type, and a case of `ProcedureName`.
protocol ValidityProcedure: Sendable {
  /// What is promised, in a line.
  var title: String { get }
  /// Simulates and tells what was achieved, a row for each case.
  func rows(_ study: Study) throws -> [ValidityRow]
}

/// The procedures, in the order in which they are studied.
enum ProcedureName: String, ArgumentValue, CaseIterable {
  case intervals
  case jointIntervals = "joint-intervals"
  case priors, newcomers, clusters
  case fewJudges = "few-judges"
  case familywiseError = "family-wise-error"
  case falseDiscovery = "false-discovery"
  case rankRanges = "rank-ranges"
  case bestModels = "best-models"
  case openRatings = "open-ratings"
  case probabilities, equivalence, plans, snapshots, agreement
  case lookingFirst = "looking-first"

  /// The procedure of this name.
  var procedure: any ValidityProcedure {
    switch self {
    case .intervals: IntervalCoverage()
    case .jointIntervals: JointIntervalCoverage()
    case .priors: PriorCoverage()
    case .newcomers: NewcomerCoverage()
    case .clusters: ClusterCoverage()
    case .fewJudges: FewJudges()
    case .familywiseError: FamilywiseError()
    case .falseDiscovery: FalseDiscovery()
    case .rankRanges: RankRangeCoverage()
    case .bestModels: BestModelsCoverage()
    case .openRatings: OpenRatingCoverage()
    case .probabilities: ProbabilityCalibration()
    case .equivalence: EquivalenceSize()
    case .plans: PlanPower()
    case .snapshots: SnapshotSize()
    case .agreement: AgreementSize()
    case .lookingFirst: LookingFirst()
    }
  }
}
