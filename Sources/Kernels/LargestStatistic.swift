import KernelTypes

/// See `KernelTable.correlate`.
func correlateNormals(
  _ factor: Span<Float>, _ stride: Int, _ normals: Span<DrawLanes>,
  _ results: inout MutableSpan<DrawLanes>
) {
  for row in normals.indices {
    var sum = DrawLanes.zero
    for column in 0...row { sum += normals[column] * factor[row * stride + column] }
    results[row] = sum
  }
}

/// See `KernelTable.stepDownCounts`.
func countStepDown(
  _ pairs: Span<StudentisedPair>, _ draws: Span<DrawLanes>,
  _ counts: inout MutableSpan<SIMD16<Int32>>
) -> DrawLanes {
  var largest = DrawLanes.zero
  for index in pairs.indices {
    let pair = pairs[index]
    let difference = (draws[Int(pair.first)] - draws[Int(pair.second)]) * pair.precision
    let magnitude = difference.replacing(with: -difference, where: difference .< 0)
    largest = largest.replacing(with: magnitude, where: magnitude .> largest)
    let reaches = largest .>= DrawLanes(repeating: pair.observed)
    counts[index] &+= SIMD16<Int32>.zero.replacing(with: 1, where: reaches)
  }
  return largest
}

/// See `KernelTable.largestDifference`.
func findLargestDifference(
  _ pairs: Span<StudentisedPair>, _ draws: Span<DrawLanes>
) -> DrawLanes {
  var largest = DrawLanes(repeating: -.infinity)
  for index in pairs.indices {
    let pair = pairs[index]
    let difference = (draws[Int(pair.first)] - draws[Int(pair.second)]) * pair.precision
    largest = largest.replacing(with: difference, where: difference .> largest)
  }
  return largest
}
