import Battles
import EloNumerics
import TestSupport
import Testing

@testable import deadheat_bench

/// What the study draws from is what it says it draws from.
struct WorldTests {
  /// Nothing is then left to integrate over.
  @Test func aCrowdWithoutTastesIsItsJudges() {
    let strengths = [0.3, -0.5, 0.2]
    let fitted = Crowd(taste: 0).logStrength(strengths)
    // The iteration stops at once; what is left is the rounding of scores and of the mean.
    for (own, its) in zip(fitted, strengths) { #expect((own - its).magnitude < 1e-12) }
  }

  /// ∫ σ(1 + 0.7·√2·z) φ(z) dz = 0.6972632289… by scipy 1.17.1, integrate.quad.
  @Test func aMeanScoreIsTheIntegral() {
    let crowd = Crowd(taste: 0.7)
    // Twelve decimals were written down, of an integral good to 1e-10 or better.
    #expect((crowd.meanScore(1) - 0.697263228893).magnitude < 1e-10)
    let fitted = crowd.logStrength([1, 0])
    let score = crowd.meanScore(1)
    let gap = LibM.log(score / (1 - score))
    // The iteration stops at 1e-13 of a score, whose slope is at least 0.2; the mean of two is then taken out.
    #expect((fitted[0] - fitted[1] - gap).magnitude < 1e-11)
    #expect((fitted[0] + fitted[1]).magnitude < 1e-12)
  }

  /// Scores and ties of 40,000 battles of two models are those of the world: their errors are 0.0023 and
  /// 0.0023 at most, of which four are allowed.
  @Test func battlesFollowStrengthsAndTies() {
    let world = World(Truth("two", [100, 0]), .byModel(upTo: 0.6))
    let cells = world.cells(battles: 40_000, seed: 3)
    var (score, ties) = (0.0, 0.0)
    for index in 0..<cells.cellCount {
      let isFirst = cells.a[index] == 0
      let count = Double(cells.count[index])
      switch cells.outcome[index] {
      case .aWins: score += isFirst ? count : 0
      case .bWins: score += isFirst ? 0 : count
      case .tie, .bothBad:
        score += count / 2
        ties += count
      }
    }
    // The logistic of 100 Elo; habits of 0 and 0.6, or 0.6 and 0, are 0.3 on average.
    let p = 0.6400649998
    #expect((score / 40_000 - p).magnitude < 0.01)
    let habit = (world.tieShare(0, 0) + world.tieShare(1, 1)) / 2
    #expect((ties / 40_000 - 4 * habit * p * (1 - p)).magnitude < 0.01)
  }

  @Test func trafficIsAsUnevenAsItSays() {
    let world = World(.equal, traffic: .uneven)
    let cells = world.cells(battles: 20_000, seed: 5)
    var battles = [Int](repeating: 0, count: 10)
    for index in 0..<cells.cellCount {
      battles[Int(cells.a[index])] += cells.count[index]
      battles[Int(cells.b[index])] += cells.count[index]
    }
    // First of the shuffled order is id 0; its share of the sides listed first is 1/Σr^−0.9 = 0.305,
    // and somewhat less of all, as nobody meets themselves.
    #expect(battles[0] == battles.max())
    #expect(Set(battles).count == 10)
    #expect(battles[0] > 8 * (battles.min() ?? 0) / 2)
  }

  @Test func judgesGiveEquallyManyVerdicts() {
    let world = World(.equal, panel: Panel(judges: 7, taste: 100))
    let cells = world.cells(battles: 70, seed: 1)
    #expect(cells.clusters?.count == 7 && cells.battleCount == 70)
    var verdicts = [Int](repeating: 0, count: 7)
    for (index, judge) in (cells.cluster ?? []).enumerated() {
      verdicts[Int(judge)] += cells.count[index]
    }
    #expect(verdicts == [Int](repeating: 10, count: 7))
  }

  @Test func truthsKnowTheirRanks() {
    #expect(Truth.pairs.best(3) == [8, 9, 6])
    #expect(Truth.pairs.ranks(of: 0) == 9...10)
    #expect(Truth.staircase.ranks(of: 9) == 1...1)
    #expect(Truth.equal.ranks(of: 4) == 1...10)
  }
}
