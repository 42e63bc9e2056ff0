import Battles
import EloNumerics
import Testing

@Suite struct FitErrorTests {
  private func failure(_ cells: Cells, _ options: FitOptions = FitOptions()) -> FitError? {
    do throws(FitError) {
      _ = try fitBradleyTerry(cells, options: options)
      return nil
    } catch {
      return error
    }
  }

  private func separation(_ cells: Cells) -> Separation? {
    if case .separated(let separation) = failure(cells) { separation } else { nil }
  }

  @Test func fewerThanTwoModels() {
    #expect(failure(battles([], models: 0)) == .tooFewModels(0))
    let alone = Cells([Cell(a: 0, b: 0, outcome: .aWins, count: 5)], names: ["a"])
    #expect(failure(alone) == .tooFewModels(1))
  }

  @Test func nothingButTies() {
    let ties = battles([(0, 1, 0, 0, 3), (1, 2, 0, 0, 4)], models: 3)
    #expect(failure(ties) == .allTies(battles: 7))
    #expect(failure(ties, FitOptions(prior: 1)) == .allTies(battles: 7))
  }

  @Test func oneModelThatNeverLost() throws {
    let found = try #require(
      separation(battles([(1, 0, 9, 0, 0), (1, 2, 2, 0, 0), (0, 2, 1, 1, 0)], models: 3)))
    #expect(found.neverLost == [1])
    #expect(found.neverWon == [])
    #expect(found.groups.map(\.models) == [[0, 2], [1]])
    #expect(!found.isDisconnected)
  }

  @Test func oneModelThatNeverWon() throws {
    let found = try #require(
      separation(battles([(0, 2, 0, 3, 0), (1, 2, 1, 1, 0), (1, 0, 4, 0, 0)], models: 3)))
    #expect(found.neverLost == [])
    #expect(found.neverWon == [0])
    #expect(found.groups.map(\.models) == [[1, 2], [0]])
  }

  @Test func aTieIsEnoughToHoldAModel() throws {
    let tied = battles([(0, 1, 9, 0, 1), (1, 2, 1, 1, 0)], models: 3)
    #expect(failure(tied) == nil)
    // A both-bad verdict is a tie.
    let cells = Cells(
      [
        Cell(a: 0, b: 1, outcome: .aWins, count: 9),
        Cell(a: 1, b: 0, outcome: .bothBad, count: 1),
      ], names: names(2))
    // One point conceded in 10 battles, half of it: 9.5 to 0.5.
    let fit = try fitBradleyTerry(cells)
    // ln 19, by Python's decimal module.
    #expect((fit.logStrength[0] - fit.logStrength[1] - 2.9444389791664404600).magnitude < 1e-9)
  }

  @Test func modelsThatNeverMet() throws {
    let found = try #require(
      separation(battles([(0, 3, 1, 1, 0), (1, 2, 1, 2, 0), (1, 4, 1, 0, 1)], models: 5)))
    #expect(found.isDisconnected)
    #expect(found.groups.map(\.models) == [[1, 2, 4], [0, 3]])
    #expect(found.groups.map(\.battles) == [5, 2] && found.unmet == found.groups)
    #expect(found.neverLost == [])
    #expect(found.neverWon == [])
  }

  @Test func groupsOfWhichOneWonEveryBattleBetweenThem() throws {
    let found = try #require(
      separation(battles([(0, 1, 1, 1, 0), (2, 3, 1, 1, 0), (0, 2, 5, 0, 0)], models: 4)))
    #expect(!found.isDisconnected)
    #expect(found.groups.map(\.models) == [[0, 1], [2, 3]])
    #expect(found.neverLost == [])
    #expect(found.neverWon == [])
  }

  /// 0, 1 and 2 went round in a circle, and 0 beat 3: 3 met them and never won. Only 4 and 5 never met
  /// the others, with whom no battle is to be compared.
  @Test func groupsThatMetDidMeet() throws {
    let found = try #require(
      separation(
        battles(
          [(0, 1, 3, 0, 0), (1, 2, 3, 0, 0), (2, 0, 3, 0, 0), (0, 3, 2, 0, 0), (4, 5, 9, 9, 0)],
          models: 6)))
    #expect(found.unmet.map(\.models) == [[4, 5], [0, 1, 2, 3]])
    #expect(found.unmet.map(\.battles) == [18, 11])
    #expect(found.groups.map(\.models) == [[4, 5], [0, 1, 2], [3]])
    #expect(found.neverWon == [3] && found.neverLost == [])
  }

  @Test func selfBattlesConnectNothing() throws {
    let cells = Cells(
      [
        Cell(a: 0, b: 1, outcome: .aWins, count: 1), Cell(a: 0, b: 1, outcome: .bWins, count: 1),
        Cell(a: 2, b: 2, outcome: .tie, count: 5),
      ], names: names(3))
    let found = try #require(separation(cells))
    #expect(found.groups.map(\.models) == [[0, 1], [2]])
    #expect(found.isDisconnected)
  }

  @Test func aPriorHoldsSeparatedModels() {
    #expect(failure(battles([(0, 1, 9, 0, 0)], models: 2), FitOptions(prior: 0.5)) == nil)
  }

  /// A square of 60,000 models would take 29 gigabytes: that this test passes at all shows that none
  /// is made.
  @Test func tooManyModelsAreRefusedBeforeAnythingSquare() {
    let count = 60_000
    let ids = names(count)
    let cells = Cells(
      (0..<count).map {
        Cell(a: Int32($0), b: Int32(($0 + 1) % count), outcome: .aWins, count: 1)
      }, names: ids)
    #expect(failure(cells) == .tooManyModels(count, limit: 4000))
  }

  @Test func anIterationLimitThatIsTooLowIsAnError() {
    let cells = battles([(0, 1, 900, 1, 0), (1, 2, 900, 1, 0)], models: 3)
    guard case .notConverged(let norm, 1) = failure(cells, FitOptions(iterationLimit: 1)) else {
      Issue.record("one step cannot be enough")
      return
    }
    #expect(norm > 1e-8)
  }

  @Test(arguments: [1 << 31, 1 << 30]) func moreBattlesThanCanBeResampled(total: Int) throws {
    let fit = try fitBradleyTerry(battles([(0, 1, total - 5, 5, 0)], models: 2))
    #expect(throws: FitError.tooManyBattlesToResample(total, limit: (1 << 30) - 1)) {
      _ = try fit.bootstrap(BootstrapOptions(resamples: 2))
    }
  }
}
