import KernelTypes

/// The battles of eight replicates side by side, as drawn.
struct ReplicateBlock {
  /// Each pair's battles.
  private(set) var battles: [CountLanes]
  /// Each model's half wins.
  private(set) var halfWins: [CountLanes]
  /// The frequencies of the plan's witness cells, less the last few battles: enough to show that
  /// they occur.
  private(set) var witnesses: [CountLanes]

  init(_ plan: ResamplingPlan) {
    battles = [CountLanes](repeating: .zero, count: plan.counts.pairCount)
    halfWins = [CountLanes](repeating: .zero, count: plan.counts.modelCount)
    witnesses = [CountLanes](repeating: .zero, count: plan.witnessCellCount)
  }

  /// Draws one replicate in each lane, where its stream stands.
  ///
  /// - Returns: each lane's total so far. One that exceeds the plan's is not of the law and must be
  ///   drawn again; the others have been topped up.
  mutating func draw(_ plan: ResamplingPlan, _ streams: inout RandomLanes, _ kernels: KernelTable)
    -> CountLanes
  {
    for pair in battles.indices { battles[pair] = .zero }
    for model in halfWins.indices { halfWins[model] = .zero }
    let totals = Self.drawCells(plan, kernels, &streams, &battles, &halfWins, &witnesses)
    let wanted = CountLanes(repeating: Int32(plan.battleCount))
    let needed = (wanted &- totals).replacing(with: 0, where: totals .> wanted)
    Self.addSingleBattles(needed, plan, kernels, &streams, &battles, &halfWins)
    return totals
  }

  /// Puts one lane of another block into a lane of this one.
  mutating func replace(lane: Int, with other: ReplicateBlock, lane from: Int) {
    for pair in battles.indices { battles[pair][lane] = other.battles[pair][from] }
    for model in halfWins.indices { halfWins[model][lane] = other.halfWins[model][from] }
    for cell in witnesses.indices { witnesses[cell][lane] = other.witnesses[cell][from] }
  }

  // The calls of kernels are static, so that the compiler sees the arrays apart.

  private static func drawCells(
    _ plan: ResamplingPlan, _ kernels: KernelTable, _ streams: inout RandomLanes,
    _ battles: inout [CountLanes], _ halfWins: inout [CountLanes], _ witnesses: inout [CountLanes]
  ) -> CountLanes {
    var battleSpan = battles.mutableSpan
    var winSpan = halfWins.mutableSpan
    var witnessSpan = witnesses.mutableSpan
    return kernels.drawCells(
      plan.runs.span, plan.cells.span, plan.frequencies.slots.span, &streams, &battleSpan,
      &winSpan, &witnessSpan)
  }

  private static func addSingleBattles(
    _ needed: CountLanes, _ plan: ResamplingPlan, _ kernels: KernelTable,
    _ streams: inout RandomLanes, _ battles: inout [CountLanes], _ halfWins: inout [CountLanes]
  ) {
    var battleSpan = battles.mutableSpan
    var winSpan = halfWins.mutableSpan
    kernels.addSingleBattles(
      needed, plan.singleBattle.tables[0], plan.singleBattle.slots.span, plan.runs.span,
      plan.cells.span, &streams, &battleSpan, &winSpan)
  }
}
