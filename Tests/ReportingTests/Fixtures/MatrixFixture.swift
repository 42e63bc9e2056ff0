import Battles
import EloNumerics

@testable import EloInference
@testable import Reporting

/// Three independent models whose matrices are known, with a report's models of the same names.
enum MatrixFixture {
  static let names = ["alder", "birch", "cedar"]
  static let ratings: [Double] = [1020, 1010, 900]

  /// Standard errors of 6 and 8, so that the first two differ with one of 10; the third is far off.
  static let board = Estimate(
    board: PublishedScores(
      roster: Roster(names), rating: ratings, standardError: [6, 8, 8],
      lower: [1008, 994, 884], upper: [1032, 1026, 916], votes: nil, level: 0.95),
    scale: .standard)

  static let models = names.enumerated().map {
    RankFixture.Model(name: $1, rating: ratings[$0], range: 1...3)
  }
}
