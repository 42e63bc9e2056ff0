import KernelTypes

/// Replicates by resampling battles.
struct BattleReplicates: ReplicateSource {
  private let plan: ResamplingPlan
  private let seed: UInt64
  private let kernels: KernelTable
  private var drawn: ReplicateBlock

  init(_ plan: ResamplingPlan, seed: UInt64, kernels: KernelTable) {
    self.plan = plan
    self.seed = seed
    self.kernels = kernels
    drawn = ReplicateBlock(plan)
  }

  var counts: PairCounts { plan.counts }
  var battles: [CountLanes] { drawn.battles }
  var halfWins: [CountLanes] { drawn.halfWins }

  /// Somewhat more than in the data.
  var likelyMaximum: Int { 2 * (plan.counts.battlesByModel.max() ?? 0) }

  mutating func draw(block: Int, lanes: Range<Int>) {
    var streams = RandomLanes(seed: seed, purpose: .resampling, first: block * 8)
    let totals = drawn.draw(plan, &streams, kernels)
    for lane in lanes where Int(totals[lane]) > plan.battleCount {
      redraw(lane, replicate: block * 8 + lane)
    }
  }

  /// Draws one lane again, with the streams of later attempts, eight at a time.
  private mutating func redraw(_ lane: Int, replicate: Int) {
    var attempts = ReplicateBlock(plan)
    var first = 1
    while true {
      var streams = RandomLanes(
        seed: seed, purpose: .resampling, index: replicate, firstAttempt: first)
      let totals = attempts.draw(plan, &streams, kernels)
      if let attempt = (0..<8).first(where: { Int(totals[$0]) <= plan.battleCount }) {
        drawn.replace(lane: lane, with: attempts, lane: attempt)
        return
      }
      first += 8
    }
  }

  func lanesShownConnected() -> SIMDMask<CountLanes> { drawn.lanesWithWitnesses(plan) }

  func isShownConnected(lane: Int) -> Bool { drawn.isShownConnected(plan, lane: lane) }

  func pairSums(replicate: Int) -> (battles: [Int], halfWins: [Int]) {
    plan.pairSums(plan.frequencies(seed: seed, replicate: replicate))
  }
}
