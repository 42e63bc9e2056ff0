import EloNumerics
import Testing

@testable import deadheat_bench

struct LikelihoodEquationsTests {
  private let cells = TwoModels.cells(wins: 70, losses: 30)

  @Test func theMaximumSolvesThem() {
    let gap = LibM.log(70.0 / 30)
    #expect(LikelihoodEquations(cells, logStrength: [gap, 0]).areSolved)
  }

  /// A battle moves the gap by 1/21, so that 1e-6 in the gap is 2.1e-5 battles.
  @Test func aSlightlyOtherGapDoesNot() {
    let gap = LibM.log(70.0 / 30) + 1e-6
    let equations = LikelihoodEquations(cells, logStrength: [gap, 0])
    #expect(!equations.areSolved)
    // The second-order term is a millionth of it.
    #expect((equations.largestResidual - 21e-6).magnitude < 1e-10)
  }
}
