import KernelTypes

/// See `KernelTable.countLeads`.
///
/// Groups of eight models are bounded as `findLargestOfAllPairs` bounds its tiles: a group is passed
/// over where its highest draw, at its largest precision, leads by too little in every lane that is
/// still open.
func countLeadingDraws(
  _ places: Span<Int32>, _ contenders: Span<Int32>, _ bounds: Span<Float>,
  _ precisions: Span<Float>, _ limits: Span<Float>, _ draws: Span<DrawLanes>, _ lanes: Int,
  _ scratch: inout MutableSpan<DrawLanes>, _ counts: inout MutableSpan<Int32>
) {
  let groups = (places.count + 7) / 8
  precondition(limits.count == groups * contenders.count && precisions.count == 8 * limits.count)
  precondition(scratch.count >= 10 * groups)
  gatherGroups(places, draws, &scratch)
  let models = scratch.span
  let counted = firstLanes(lanes)
  for index in contenders.indices {
    let model = draws[Int(contenders[index])]
    let bound = DrawLanes(repeating: bounds[index])
    var largest = DrawLanes.zero
    for group in 0..<groups {
      let row = index &* groups &+ group
      let promised = (models[8 &* groups &+ 2 &* group] - model) * limits[row]
      guard anyLane((promised .>= bound) .& (largest .< bound)) else { continue }
      for slot in 0..<8 {
        // SAFETY: group < groups and there are ten entries of `models` a group; row < limits.count
        // and there are eight precisions for each of these; slot < 8.
        let other = unsafe models[unchecked: group &* 8 &+ slot]
        let precision = unsafe precisions[unchecked: row &* 8 &+ slot]
        largest = largest.larger((other - model) * precision)
      }
    }
    let reached = SIMD16<Int32>.zero.replacing(with: counted, where: largest .>= bound)
    counts[index] &+= laneSum(reached)
  }
}
