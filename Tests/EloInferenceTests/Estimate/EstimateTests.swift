import Battles
import EloNumerics
import Testing

@testable import EloInference

@Suite struct EstimateTests {
  /// 6 wins, 2 losses and 2 ties are a score of 0.7: ln(7/3) = 0.847298, half of it on each side.
  @Test func twoModelsByHand() throws {
    let cells = cells("a b 6 2 2", "a a 3")
    let estimate = try Estimate(battles: cells, options: fitOptions())
    // Newton stops at a gradient of 1e-8 battles, a fraction 5e-9 of the information 2.1.
    #expect(abs(estimate.logStrength[0] - 0.8472978603872036 / 2) < 1e-8)
    #expect(abs(estimate.logStrength[0] + estimate.logStrength[1]) < 1e-15)
    let record = try #require(estimate.battleRecord)
    #expect(record.wins == [6, 2] && record.losses == [2, 6] && record.ties == [2, 2])
    #expect(record.summary.battles == 10 && record.battlesBetween(0, 1) == 10)
    #expect(record.summary.gradientNorm < 1e-8 && record.summary.iterations > 0)
  }

  @Test func battlesBetweenInBothOrders() throws {
    let estimate = try Estimate(battles: SimulatedArena.cells, options: fitOptions())
    let record = try #require(estimate.battleRecord)
    let cells = SimulatedArena.cells
    for i in 0..<12 {
      for j in 0..<12 where i != j {
        let counted = (0..<cells.cellCount).filter {
          Set([cells.a[$0], cells.b[$0]]) == Set([Int32(i), Int32(j)])
        }.reduce(0) { $0 + cells.count[$1] }
        #expect(record.battlesBetween(i, j) == counted)
      }
    }
  }

  @Test func fitsThatCannotBe() {
    func error(_ cells: Cells) -> EstimateError? {
      do throws(EstimateError) {
        _ = try Estimate(battles: cells, options: fitOptions())
        return nil
      } catch { return error }
    }
    let none = Cells([], names: [])
    #expect(error(none) == .fit(.tooFewModels(0), none.roster))
    #expect(error(cells("a a 3")) == .fit(.tooFewModels(0), none.roster))
    let ties = cells("a b 0 0 3 1")
    #expect(error(ties) == .fit(.allTies(battles: 4), ties.roster))
    let perfect = cells("a b 3 1", "c a 2 0")
    guard case .fit(.separated(let separation), let roster)? = error(perfect) else {
      Issue.record("a perfect record was fitted")
      return
    }
    #expect(separation.neverLost.map { roster.names[$0] } == ["c"])
  }

  /// Simulated strengths come back: of twelve, all within four standard errors.
  @Test func strengthsComeBack() throws {
    let estimate = try Estimate(battles: SimulatedArena.cells, options: fitOptions())
    let mean = SimulatedArena.logStrength.reduce(0, +) / 12
    for model in 0..<12 {
      let truth = 1000 + 173.71779276 * (SimulatedArena.logStrength[model] - mean)
      let gap = abs(estimate.rating(model) - truth)
      #expect(gap < 4 * estimate.ratingStandardError(model))
    }
  }
}
