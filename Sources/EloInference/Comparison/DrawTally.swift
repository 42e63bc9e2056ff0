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
  private(set) var leadsReached: [Int]
  private var scratch: [DrawLanes]

  init(_ families: [StepDownFamily], leadCount: Int) {
    changes = families.map { [Int32](repeating: 0, count: $0.pairs.count + 1) }
    leadsReached = [Int](repeating: 0, count: leadCount)
    let groups = families.reduce(0) { max($0, $1.tiles?.groups ?? 0) }
    scratch = [DrawLanes](repeating: .zero, count: 10 * groups)
  }

  /// Steps each family down over the first `lanes` draws of a block.
  mutating func add(
    _ families: [StepDownFamily], _ draws: [DrawLanes], _ lanes: Int, keepsMaxima: Bool,
    _ kernels: KernelTable
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

  /// Counts the draws among the first `lanes` in which a set's largest lead reached its bound.
  mutating func add(
    _ leads: [[StudentisedPair]], _ bounds: [Double], _ draws: [DrawLanes], _ lanes: Int,
    _ kernels: KernelTable
  ) {
    for (index, pairs) in leads.enumerated() {
      let largest = kernels.largestDifference(pairs.span, draws.span)
      for lane in 0..<lanes where Double(largest[lane]) >= bounds[index] {
        leadsReached[index] += 1
      }
    }
  }
}
