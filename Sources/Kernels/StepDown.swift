import KernelTypes

/// |draw a − draw b|·precision.
@inline(__always)
private func statistic(_ pair: StudentisedPair, _ draws: Span<DrawLanes>) -> DrawLanes {
  (draws[Int(pair.first)] - draws[Int(pair.second)]).magnitudes * pair.precision
}

/// See `KernelTable.stepDownChanges`.
///
/// Pairs come in groups of eight. Most lanes keep their side through a group: their maximum was above
/// all that was observed in it before the group, or is below all of it after.
func findStepDownChanges(
  _ pairs: Span<StudentisedPair>, _ range: Range<Int>, _ largestBefore: DrawLanes,
  _ draws: Span<DrawLanes>, _ lanes: Int, _ changes: inout MutableSpan<Int32>
) -> DrawLanes {
  precondition(range.upperBound <= pairs.count && changes.count >= pairs.count)
  let counted = firstLanes(lanes)
  var largest = largestBefore
  var start = range.lowerBound
  // Before the first pair no lane reaches anything.
  var reaches =
    start == 0
    ? largest .< largest : largest .>= DrawLanes(repeating: pairs[start - 1].observed)
  while start < range.upperBound {
    let end = min(start &+ 8, range.upperBound)
    var largestAtEnd = largest
    for index in start..<end {
      largestAtEnd = largestAtEnd.larger(statistic(pairs[index], draws))
    }
    let mayFall = largest .< DrawLanes(repeating: pairs[end - 1].observed)
    let mayRise = largestAtEnd .>= DrawLanes(repeating: pairs[start].observed)
    if start == 0 || anyLane(mayFall .& (mayRise .| reaches)) {
      for index in start..<end {
        largest = largest.larger(statistic(pairs[index], draws))
        let reachesNow = largest .>= DrawLanes(repeating: pairs[index].observed)
        guard anyLane(reachesNow .^ reaches) else { continue }
        let change =
          SIMD16<Int32>.zero.replacing(with: counted, where: reachesNow)
          &- SIMD16<Int32>.zero.replacing(with: counted, where: reaches)
        changes[index] &+= laneSum(change)
        reaches = reachesNow
      }
    }
    largest = largestAtEnd
    start = end
  }
  return largest
}
