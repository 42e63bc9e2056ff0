import Battles
@testable import EloNumerics
import KernelTypes
import Kernels
import TestSupport
import Testing

@Suite struct ReplicateBlockTests {
  /// Few battles among few models, so that about half of the replicates come apart.
  private func sparse(seed: Int) -> Cells? {
    var random = SeededGenerator(seed: seed)
    let models = Int.random(in: 3...7, using: &random)
    var pairs: [(Int, Int, Int, Int, Int)] = []
    for i in 0..<models {
      for j in 0..<i where Int.random(in: 0..<3, using: &random) > 0 {
        func count(_ most: Int) -> Int { Int.random(in: 0...most, using: &random) }
        pairs.append((j, i, count(4), count(4), count(1)))
      }
    }
    // A model that meets strong and weak ones, often.
    pairs.append((0, 1, 30, 25, 10))
    let cells = battles(pairs, models: models)
    return cells.roster.count == models ? cells : nil
  }

  /// What is shown connected is so by Warshall's closure of who scored against whom, and much of
  /// what is connected is shown to be.
  @Test func nothingSeparatedIsShownConnected() {
    var shown = 0
    var connected = 0
    var separated = 0
    for seed in 0..<150 {
      guard let cells = sparse(seed: seed) else { continue }
      let plan = ResamplingPlan(PairCounts(cells))
      var block = ReplicateBlock(plan)
      for start in [0, 8, 16] {
        var streams = RandomLanes(seed: 5, purpose: .resampling, first: start)
        let totals = block.draw(plan, &streams, .baseline)
        let witnessed = block.lanesWithWitnesses(plan)
        for lane in 0..<8 where Int(totals[lane]) <= plan.battleCount {
          let frequencies = plan.frequencies(seed: 5, replicate: start + lane)
          let truth = PlainRefit(plan, frequencies, prior: 0).outside.isEmpty
          let isShown = block.isShownConnected(plan, lane: lane)
          if truth { connected += 1 } else { separated += 1 }
          if isShown { shown += 1 }
          #expect(truth || !isShown, "seed \(seed), replicate \(start + lane)")
          #expect(truth || !witnessed[lane], "seed \(seed), replicate \(start + lane)")
          #expect(isShown || !witnessed[lane], "all witnesses are more than is needed")
        }
      }
    }
    #expect(connected > 300 && separated > 300, "\(connected) and \(separated)")
    #expect(2 * shown > connected, "\(shown) of \(connected)")
  }
}
