import KernelTypes

/// See `KernelTable.largestOfAllPairs`.
///
/// Branch and bound over tiles of eight by eight models. Rounding is monotone, so that the rounded
/// product of a tile's largest gap and its largest precision is below none of the tile's rounded
/// statistics: a tile that is passed over holds no larger one, and the maximum has the same bits as
/// the plain loop's. What is not a number is passed over by both: it exceeds nothing.
func findLargestOfAllPairs(
  _ places: Span<Int32>, _ precisions: Span<Float>, _ bounds: Span<Float>,
  _ draws: Span<DrawLanes>, _ scratch: inout MutableSpan<DrawLanes>
) -> DrawLanes {
  let groups = (places.count + 7) / 8
  precondition(bounds.count == groups * (groups + 1) / 2 && precisions.count == 64 * bounds.count)
  precondition(scratch.count >= 10 * groups)
  gatherGroups(places, draws, &scratch)
  let models = scratch.span
  let ends = 8 * groups
  var largest = DrawLanes.zero

  // First the tile that promises most to each lane: with large maxima from the start, hardly any
  // other need be looked at. Few tiles are not worth it.
  if groups >= 16 {
    var best = DrawLanes.zero
    var bestGroups = (SIMD16<Int32>.zero, SIMD16<Int32>.zero)
    var tile = 0
    for b in 0..<groups {
      let highest = models[ends + 2 * b]
      let lowest = models[ends + 2 * b + 1]
      for a in 0...b {
        let gap = largestGap(highest, lowest, models[ends + 2 * a], models[ends + 2 * a + 1])
        let bound = gap * bounds[tile]
        let isBetter = bound .> best
        if anyLane(isBetter) {
          best = best.larger(bound)
          bestGroups.0.replace(with: SIMD16(repeating: Int32(a)), where: isBetter)
          bestGroups.1.replace(with: SIMD16(repeating: Int32(b)), where: isBetter)
        }
        tile += 1
      }
    }
    for lane in 0..<16 {
      largest = searchTile(
        Int(bestGroups.0[lane]), Int(bestGroups.1[lane]), groups, precisions, bounds, models,
        largest)
    }
  }

  var tile = 0
  for b in 0..<groups {
    let highest = models[ends + 2 * b]
    let lowest = models[ends + 2 * b + 1]
    for a in 0...b {
      let gap = largestGap(highest, lowest, models[ends + 2 * a], models[ends + 2 * a + 1])
      if anyLane(gap * bounds[tile] .> largest) {
        largest = searchTile(a, b, groups, precisions, bounds, models, largest)
      }
      tile += 1
    }
  }
  return largest
}

/// The largest gap between two groups of draws, either way, from the ends of each group.
///
/// It starts from zero, since ∞ − ∞ is not a number and must not hide the gap the other way.
@inline(__always)
private func largestGap(
  _ highest: DrawLanes, _ lowest: DrawLanes, _ otherHighest: DrawLanes, _ otherLowest: DrawLanes
) -> DrawLanes {
  DrawLanes.zero.larger(highest - otherLowest).larger(otherHighest - lowest)
}

/// The larger of `largest` and the statistics of one tile's pairs, whose rows are bounded likewise.
private func searchTile(
  _ a: Int, _ b: Int, _ groups: Int, _ precisions: Span<Float>, _ bounds: Span<Float>,
  _ models: Span<DrawLanes>, _ largest: DrawLanes
) -> DrawLanes {
  precondition(0 <= a && a <= b && b < groups)
  precondition(bounds.count == groups * (groups + 1) / 2 && precisions.count == 64 * bounds.count)
  precondition(models.count >= 10 * groups)
  var largest = largest
  let tile = b * (b + 1) / 2 + a
  let bound = bounds[tile]
  let highest = models[8 * groups + 2 * b]
  let lowest = models[8 * groups + 2 * b + 1]
  for row in 0..<8 {
    let draw = models[a * 8 + row]
    guard anyLane(largestGap(draw, draw, highest, lowest) * bound .> largest) else { continue }
    for column in 0..<8 {
      // SAFETY: b < groups and there are ten entries a group; tile < bounds.count, since a ≤ b, and
      // there are 64 precisions a tile, of which row and column, both below 8, choose one.
      let other = unsafe models[unchecked: b &* 8 &+ column]
      let precision = unsafe precisions[unchecked: tile &* 64 &+ row &* 8 &+ column]
      largest = largest.larger((draw - other).magnitudes * precision)
    }
  }
  return largest
}
