import KernelTypes
import Kernels

/// The pairs of models in tiles of eight by eight models, as `KernelTable.largestOfAllPairs` takes them.
struct PairTiles: Sendable {
  /// The number of groups of eight models.
  let groups: Int
  /// The draws' place of each model; models whose differences are told alike precisely stand
  /// together, so that a tile's largest precision bounds it tightly.
  let places: [Int32]
  /// 64 precisions a tile.
  let precisions: [Float]
  /// The largest precision of each tile.
  let bounds: [Float]

  /// `nil` where the models are few, or the pairs are few of all: it is as fast to go through them.
  init?(_ pairs: [StudentisedPair], modelCount: Int) {
    guard modelCount >= 96, pairs.count >= modelCount * modelCount / 4 else { return nil }
    var sums = [Double](repeating: 0, count: modelCount)
    for pair in pairs {
      sums[Int(pair.first)] += Double(pair.precision)
      sums[Int(pair.second)] += Double(pair.precision)
    }
    let order = sums.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }
    self.init(pairs[...], places: order.map { Int32($0) })
  }

  /// Tiles of any pairs, the models in the order of `places`.
  init(_ pairs: ArraySlice<StudentisedPair>, places: [Int32]) {
    var slots = [Int](repeating: 0, count: places.count)
    for (slot, place) in places.enumerated() { slots[Int(place)] = slot }
    let groups = (places.count + 7) / 8
    var precisions = [Float](repeating: 0, count: groups * (groups + 1) / 2 * 64)
    var bounds = [Float](repeating: 0, count: groups * (groups + 1) / 2)
    for pair in pairs {
      let a = min(slots[Int(pair.first)], slots[Int(pair.second)])
      let b = max(slots[Int(pair.first)], slots[Int(pair.second)])
      let tile = b / 8 * (b / 8 + 1) / 2 + a / 8
      precisions[tile * 64 + a % 8 * 8 + b % 8] = pair.precision
      bounds[tile] = max(bounds[tile], pair.precision)
    }
    self.groups = groups
    self.places = places
    self.precisions = precisions
    self.bounds = bounds
  }

  /// The largest statistic of the pairs in each draw.
  func maxima(_ draws: [DrawLanes], _ kernels: KernelTable, _ scratch: inout [DrawLanes])
    -> DrawLanes
  {
    var scratch = scratch.mutableSpan
    return kernels.largestOfAllPairs(
      places.span, precisions.span, bounds.span, draws.span, &scratch)
  }
}
