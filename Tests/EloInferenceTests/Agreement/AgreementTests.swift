import Battles
import EloNumerics
import Testing

@testable import EloInference

@Suite struct AgreementTests {
  private func column(_ values: [Double], names: [String]? = nil) -> ValueColumn {
    ValueColumn(
      roster: Roster(names ?? modelNames(values.count)), label: "tokens", values: values)
  }

  private func options(redraws: Int = 160) -> AgreementOptions {
    var options = AgreementOptions()
    options.test = testOptions(.holm)
    options.redraws = redraws
    options.permutations = 99
    return options
  }

  /// Two pairs of neighbours are swapped; only the third model is far from all others. The fourth gives
  /// way to it.
  @Test func placesAndWhichAreClear() throws {
    let estimate = board([1500, 1499, 1450, 1400, 1399], [3, 3, 3, 3, 3])
    let found = try estimate.agreement(with: column([40, 50, 10, 30, 20]), options())
    #expect(found.places.map(\.model) == [2, 0, 1, 3, 4])
    #expect(found.places.map(\.difference) == [2, 1, -1, -1, -1])
    #expect(found.places.map(\.rankRange) == [3...3, 1...2, 1...2, 4...5, 4...5])
    #expect(found.places.map(\.isClear) == [true, false, false, false, false])
    #expect(found.places.map(\.isDisplaced) == [false, false, false, true, false])
    #expect(found.test.family == .all && found.test.pairs == 10)
    #expect(found.correlation.concordant == 7 && found.correlation.discordant == 3)
    #expect(found.permutation?.isExact == true && found.redraws?.count == 160)
    #expect(found.tiedPairs == 0 && found.risesWithValues == true && !found.isShown)
  }

  @Test func equalValuesAreClearOnlyWhereAllTheirPlacesAre() throws {
    let estimate = board([1500, 1450, 1400, 1350], [3, 3, 3, 3])
    let found = try estimate.agreement(with: column([7, 7, 7, 9]), options())
    #expect(found.places.map(\.model) == [3, 0, 1, 2])
    #expect(found.places.map(\.otherSpan) == [1...1, 2...4, 2...4, 2...4])
    #expect(found.places.map(\.otherRank) == [1, 3, 3, 3])
    #expect(found.places.map(\.isClear) == [true, false, false, false])
    #expect(found.places.map(\.isDisplaced) == [false, true, false, false])
    #expect(found.tiedPairs == 3 && !found.isFlatByRating)
  }

  /// The best of ten comes last by value: it is the one that stands elsewhere, and not the nine that are
  /// one place higher for it.
  @Test func oneMisplacedModelIsOne() throws {
    let ratings = (0..<10).map { 1500 - 50 * Double($0) }
    let estimate = board(ratings, ratings.map { _ in 3 })
    let found = try estimate.agreement(
      with: column([-1] + (1..<10).map { -Double($0) / 99 }), options())
    #expect(found.places.map(\.difference) == [9] + [Double](repeating: -1, count: 9))
    // 36 of 45 pairs are alike: one order of ten models in 60 has so many, or so few (Kendall's table).
    #expect(found.isShown && found.leastPTooLarge == nil)
    #expect(found.places.map(\.isClear) == [true] + [Bool](repeating: false, count: 9))
    #expect(found.places.map(\.isDisplaced) == [false] + [Bool](repeating: true, count: 9))
    // Two that change places are told of alike: nothing says which of them is out of place.
    let swapped = try estimate.agreement(
      with: column((0..<10).map { Double([2, 1, 0].contains($0) ? 18 + $0 : 10 - $0) }), options())
    let clear = swapped.places.filter(\.isClear).map(\.model)
    #expect(clear == [0, 2] && swapped.places.allSatisfy { !$0.isDisplaced })
  }

  @Test func theSmallestMayComeFirst() throws {
    let estimate = board([1500, 1450, 1400], [3, 3, 3])
    var options = options()
    options.direction = .ascending
    let found = try estimate.agreement(with: column([1, 2, 3]), options)
    #expect(found.correlation.kendall == 1)
    #expect(found.places.allSatisfy { $0.difference == 0 })
    #expect(found.risesWithValues == false)
    // Two of the six orders of three models are as far from none.
    #expect(!found.isShown)
    #expect(abs(try #require(found.leastPTooLarge) - 1 / 3.0) < 1e-15)
  }

  /// Only models that both have take part, and their places are among themselves.
  @Test func placesAreAmongTheModelsInBoth() throws {
    let estimate = board([1500, 1490, 1480, 1400, 1300], [1, 1, 1, 1, 1])
    let other = column([3, 1, 2, 9], names: ["m00", "m03", "m04", "x"])
    let found = try estimate.agreement(with: other, options())
    #expect(found.places.map(\.model).sorted() == [0, 3, 4])
    #expect(Set(found.places.map(\.ratingRank)) == [1, 2, 3])
    #expect(found.matching.onlyOnBoard == [1, 2] && found.matching.onlyInOther == [3])
    let paired = try estimate.agreement(
      with: other, byHand: [NamePair(board: "m01", other: "x")], options())
    #expect(paired.correlation.count == 4)
  }

  @Test func underThreeModelsNothingIsTold() throws {
    let estimate = board([1500, 1490, 1480], [1, 1, 1])
    let other = column([3, 1, 2], names: ["m00", "m02", "x"])
    let error = #expect(throws: EstimateError.self) {
      try estimate.agreement(with: other, options())
    }
    guard case .tooFewCommon(let matching, ranked: 2) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(matching.onlyOnBoard == [1] && matching.onlyInOther == [2])
  }

  @Test func provisionalModelsTakeNoPart() throws {
    let estimate = try Estimate(
      battles: cells("a b 40 30", "b c 40 30", "c d 40 30", "d a 30 30", "a e 3 2"),
      options: fitOptions())
    let found = try estimate.agreement(
      with: column([1, 2, 3, 4, 5], names: ["a", "b", "c", "d", "e"]), options())
    #expect(found.provisional == [4] && found.correlation.count == 4)
  }

  @Test func withoutAnOrderThereIsNoCorrelation() throws {
    let flat = try board([1500, 1490, 1480], [1, 1, 1]).agreement(
      with: column([5, 5, 5]), options())
    #expect(flat.permutation == nil && flat.redraws == nil && flat.correlation.kendall == nil)
    #expect(!flat.isShown && flat.risesWithValues == nil && flat.leastPTooLarge == nil)
    #expect(flat.tiedPairs == 3 && !flat.isFlatByRating)
    let flatRatings = try board([1500, 1500, 1500], [1, 1, 1]).agreement(
      with: column([5, 6, 7]), options())
    #expect(flatRatings.tiedPairs == 3 && flatRatings.isFlatByRating)
    #expect(flat.places.allSatisfy { $0.otherSpan == 1...3 && !$0.isClear })
  }

  @Test func theSeedDecidesAndTheThreadsDoNot() throws {
    let estimate = try Estimate(battles: SimulatedArena.cells, options: fitOptions())
    let other = column((0..<12).map { Double(($0 * 5) % 12) })
    func redraws(seed: UInt64, threads: Int) throws -> Redraws? {
      var options = options()
      options.test.seed = seed
      options.test.threads = threads
      return try estimate.agreement(with: other, options).redraws
    }
    #expect(try redraws(seed: 0, threads: 1) == redraws(seed: 0, threads: 2))
    #expect(try redraws(seed: 0, threads: 1) != redraws(seed: 1, threads: 1))
  }
}
