import KernelTypes
import Kernels

/// What one worker counts as it goes through blocks of draws.
struct DrawTally: Sendable {
  /// For each family and each of its pairs in ascending order, how many more draws reached it than
  /// reached the pair before.
  private(set) var changes: [[Int32]]
  /// The largest statistic of each draw, where one family is asked about.
  private(set) var maxima: [Float] = []
  /// For each question about leads, the draws whose largest lead reached the observed one.
  private(set) var leadsReached: [Int32]

  init(_ families: [StepDownFamily], _ leads: LeadSets) {
    changes = families.map { [Int32](repeating: 0, count: $0.pairs.count + 1) }
    leadsReached = [Int32](repeating: 0, count: leads.contenders.count)
  }

  /// How many entries the kernels need to work in.
  static func scratchCount(_ families: [StepDownFamily], _ leads: LeadSets) -> Int {
    10 * families.reduce(leads.groups) { max($0, $1.tiles?.groups ?? 0) }
  }

  /// Steps each family down over the first `lanes` draws of a block.
  mutating func add(
    _ families: [StepDownFamily], _ draws: [DrawLanes], _ lanes: Int, keepsMaxima: Bool,
    _ kernels: KernelTable, _ scratch: inout [DrawLanes]
  ) {
    for (index, family) in families.enumerated() {
      let maxima = stepDown(family, index, draws, lanes, kernels, &scratch)
      guard keepsMaxima else { continue }
      for lane in 0..<lanes { self.maxima.append(maxima[lane]) }
    }
  }

  /// Steps one family down and answers the largest statistic of each draw.
  ///
  /// With the maxima over tiles most pairs are never gone through: those above every draw's maximum,
  /// which no draw reaches, and, as soon as every draw has reached the lower pairs' last one, the rest
  /// of these, which every draw reaches.
  private mutating func stepDown(
    _ family: StepDownFamily, _ index: Int, _ draws: [DrawLanes], _ lanes: Int,
    _ kernels: KernelTable, _ scratch: inout [DrawLanes]
  ) -> DrawLanes {
    let overall = family.tiles.map { $0.maxima(draws, kernels, &scratch) }
    let reachable = overall.map { family.reachable($0.max()) } ?? family.pairs.count
    var counts = changes[index].mutableSpan
    var running = DrawLanes.zero
    var next = 0
    if let lower = family.lower, lower.count <= reachable {
      // The first pairs at least, at which the draws that reach them start to be counted.
      while next == 0 || next < lower.count && running.min() < lower.last {
        let end = min(next + 512, lower.count)
        running = kernels.stepDownChanges(
          family.pairs.span, next..<end, running, draws.span, lanes, &counts)
        next = end
      }
      if next < lower.count {
        running = lower.tiles.maxima(draws, kernels, &scratch)
        next = lower.count
      }
    }
    running = kernels.stepDownChanges(
      family.pairs.span, next..<reachable, running, draws.span, lanes, &counts)
    if reachable > 0 {
      let last = family.pairs[reachable - 1].observed
      for lane in 0..<lanes where running[lane] >= last { counts[reachable] -= 1 }
    }
    return overall ?? running
  }

  /// Counts the draws among the first `lanes` in which a contender's observed lead is reached.
  mutating func add(
    _ leads: LeadSets, _ draws: [DrawLanes], _ lanes: Int, _ kernels: KernelTable,
    _ scratch: inout [DrawLanes]
  ) {
    guard !leads.contenders.isEmpty else { return }
    var scratch = scratch.mutableSpan
    var counts = leadsReached.mutableSpan
    kernels.countLeads(
      leads.places.span, leads.contenders.span, leads.bounds.span, leads.precisions.span,
      leads.limits.span, draws.span, lanes, &scratch, &counts)
  }
}
