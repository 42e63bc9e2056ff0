import CommandLineKit
import EloInference
import Reporting

/// What `--show` can ask of a leaderboard.
enum RankViewChoice: String, ArgumentValue, CaseIterable {
  case ratings, details, ranks, superiority

  /// The view, with what it takes to compute it.
  func view(of estimate: Estimate, _ options: TestOptions) throws(EstimateError) -> RankView {
    switch self {
    case .ratings: .ratings
    case .details: .details
    case .ranks: .ranks(try estimate.rankProbabilities(options))
    case .superiority: .superiority(try estimate.superiority())
    }
  }
}
