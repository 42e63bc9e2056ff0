import CommandLineKit
import EloInference
import Reporting

/// What `--show` can ask of a leaderboard.
enum RankViewChoice: String, ArgumentValue, CaseIterable {
  case ratings, details, record, ranks, superiority

  /// The view, with what it takes to compute it.
  func view(of estimate: Estimate, _ options: TestOptions) throws -> RankView {
    switch self {
    case .ratings: return .ratings
    case .details: return .details
    case .record:
      guard case .battles = estimate.origin else {
        throw UsageError.conflict(
          "--show record needs battles, and this file is a published board of scores; leave it out")
      }
      return .record
    case .ranks: return .ranks(try estimate.rankProbabilities(options))
    case .superiority: return .superiority(try estimate.superiority())
    }
  }
}
