import KernelTypes
import Kernels

/// What one worker counts as it goes through blocks of draws.
struct DrawTally: Sendable {
  /// For each family and each of its pairs in ascending order, how many more draws reached it than
  /// reached the pair before.
  private(set) var changes: [[Int32]]
  /// The largest statistic of each draw, where one family is asked about.
  private(set) var maxima: [Float] = []
  /// For each set of leads, the draws whose largest lead reached the bound.
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
      var largest: DrawLanes?
      var reachable = family.pairs.count
      if let tiles = family.tiles {
        var scratch = scratch.mutableSpan
        let maxima = kernels.largestOfAllPairs(
          tiles.places.span, tiles.precisions.span, tiles.bounds.span, draws.span, &scratch)
        reachable = family.reachable(maxima.max())
        largest = maxima
      }
      var counts = changes[index].mutableSpan
      let reached = kernels.stepDownChanges(
        family.pairs.span.extracting(first: reachable), draws.span, lanes, &counts)
      guard keepsMaxima else { continue }
      let maxima = largest ?? reached
      for lane in 0..<lanes { self.maxima.append(maxima[lane]) }
    }
  }

  /// Counts the draws among the first `lanes` in which a contender's largest lead is reached.
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
