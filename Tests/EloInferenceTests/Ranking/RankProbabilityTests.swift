import Battles
import EloNumerics
import Testing

@testable import EloInference

/// The probability of each rank, and of one model to be above another.
@Suite struct RankProbabilityTests {
  /// The largest error of a share of 20,000 draws, in five standard errors.
  private let tolerance = 5 * 0.5 / 20_000.0.squareRoot()

  private func rows(_ probabilities: RankProbabilities) -> [[Double]] {
    let places = probabilities.models.indices
    return places.map { place in places.map { probabilities[place: place, rank: $0 + 1] } }
  }

  /// 1020 ± 6, 1010 ± 8 and 1005 ± 8 (standard errors): sums of scipy 1.17.1's
  /// multivariate_normal.cdf over the six orders.
  @Test func threeModels() throws {
    let found = try rows(board([1020, 1010, 1005], [6, 8, 8]).rankProbabilities())
    let expected = [
      [0.79953123, 0.17547508, 0.02499369], [0.14847085, 0.53244787, 0.31908128],
      [0.05199792, 0.29207705, 0.65592503],
    ]
    for (row, other) in zip(found, expected) {
      for (share, probability) in zip(row, other) {
        // Five standard errors of a share of the draws.
        #expect(abs(share - probability) < tolerance)
      }
    }
  }

  /// Eighths, which doubles have exactly.
  @Test func aRankOrFurtherDown() {
    let found = RankProbabilities(
      models: [4, 2, 7], draws: 8, seed: 0, counts: [4, 3, 1, 3, 5, 0, 1, 0, 7])
    #expect(found[place: 0, ranksFrom: 2] == 0.5 && found[place: 0, ranksFrom: 3] == 0.125)
    #expect(found[place: 1, ranksFrom: 1] == 1 && found[place: 2, ranksFrom: 2] == 0.875)
  }

  /// Each model has one rank in each draw and each rank one model.
  @Test func sharesSumToOne() throws {
    var random = IndependentRandom(seed: 14)
    let found = rows(try randomBoard(&random, count: 9).rankProbabilities())
    for index in found.indices {
      // Nine shares of 20,000 each, rounded once.
      #expect(abs(found[index].reduce(0, +) - 1) < 1e-14)
      #expect(abs(found.reduce(0) { $0 + $1[index] } - 1) < 1e-14)
    }
  }

  /// With battles, whose ratings are correlated: a model's mean rank is one more than the number of
  /// models expected above it, which the likelihood of superiority tells in closed form. A mean of
  /// ranks with a standard deviation of two at most errs by five times 2/√20,000.
  @Test func meanRanksFollowFromSuperiority() throws {
    let estimate = try Estimate(battles: SimulatedArena.cells, options: fitOptions())
    let probabilities = try estimate.rankProbabilities()
    let matrix = try estimate.superiority()
    #expect(probabilities.models == matrix.models && matrix.models.count == 12)
    for (place, row) in rows(probabilities).enumerated() {
      let mean = row.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
      let above = (0..<12).filter { $0 != place }.compactMap { matrix[$0, place] }
      // Five errors of a mean of ranks, as above.
      #expect(abs(mean - 1 - above.reduce(0, +)) < 5 * 2 / 20_000.0.squareRoot())
    }
  }

  @Test func threadsAndSeedsDecideNothingAndAll() throws {
    var random = IndependentRandom(seed: 15)
    let board = randomBoard(&random, count: 5)
    var options = testOptions()
    let one = try board.rankProbabilities(options)
    options.threads = 3
    #expect(try board.rankProbabilities(options) == one)
    options.seed = 1
    #expect(try board.rankProbabilities(options) != one)
    #expect(one.draws == 20_000 && one.seed == 0)
  }

  @Test func aloneOrNobody() throws {
    #expect(rows(try board([1000], [5]).rankProbabilities()) == [[1]])
    var options = fitOptions()
    options.provisionalBelow = 1000
    let nobody = try Estimate(battles: cells("a b 30 20"), options: options)
    #expect(try nobody.rankProbabilities().models.isEmpty)
    #expect(try nobody.superiority().models.isEmpty)
  }

  /// scipy 1.17.1: norm.cdf(gap/se) with standard errors of 10, 10 and √128.
  @Test func superiorityOfThreeModels() throws {
    let matrix = try board([1020, 1010, 1005], [6, 8, 8]).superiority()
    let expected = [
      [nil, 0.841344746069, 0.933192798731], [0.158655253931, nil, 0.670734316751],
      [0.066807201269, 0.329265683249, nil],
    ]
    for i in 0..<3 {
      for j in 0..<3 {
        guard let probability = expected[i][j], let found = matrix[i, j] else {
          #expect(i == j && matrix[i, j] == nil)
          continue
        }
        // Twelve digits are given.
        #expect(abs(found - probability) < 1e-12)
      }
    }
  }

  /// One minus it is the one-sided p-value of the pair by itself.
  @Test func superiorityAgreesWithTheTest() throws {
    var random = IndependentRandom(seed: 16)
    let board = randomBoard(&random, count: 6)
    let matrix = try board.superiority()
    let places = Dictionary(uniqueKeysWithValues: zip(matrix.models, matrix.models.indices))
    for pair in try board.comparison(.allPairs, testOptions()).findings {
      let i = try #require(places[pair.a])
      let j = try #require(places[pair.b])
      let above = try #require(matrix[i, j])
      // The rounding of one minus a number near 1.
      #expect(abs(2 * (1 - above) - pair.p) < 1e-15 && above >= 0.5)
      #expect(abs(above + (matrix[j, i] ?? 0) - 1) < 1e-15)
    }
  }
}
