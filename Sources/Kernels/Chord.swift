import KernelTypes

/// See `KernelTable.openingGradient`. At one point for all replicates the first model's share of
/// each pair's battles is known, and nothing is divided.
func findOpeningGradient(
  _ start: Span<Int32>, _ second: Span<Int32>, _ share: Span<Double>,
  _ battles: Span<CountLanes>, _ halfWins: Span<CountLanes>,
  _ gradient: inout MutableSpan<Lanes>, _ curvature: inout MutableSpan<Lanes>
) {
  for a in halfWins.indices {
    gradient[a] = doubles(halfWins[a]) * 0.5
    curvature[a] = .zero
  }
  for a in halfWins.indices {
    var ownGradient = gradient[a]
    var ownCurvature = curvature[a]
    for pair in Int(start[a])..<Int(start[a + 1]) {
      let b = Int(second[pair])
      let number = doubles(battles[pair])
      let expected = number * share[pair]
      let term = expected * (1 - share[pair])
      ownGradient -= expected
      gradient[b] -= number - expected
      ownCurvature += term
      curvature[b] += term
    }
    gradient[a] = ownGradient
    curvature[a] = ownCurvature
  }
}

/// See `KernelTable.chordStep`. Four rows at a time share each load of the gradient.
func takeChordStep(
  _ inverse: Span<Double>, _ scale: Span<Lanes>, _ gradient: inout MutableSpan<Lanes>,
  _ logStrength: inout MutableSpan<Lanes>
) {
  let order = scale.count
  precondition(inverse.count == order * order && gradient.count == order)
  for row in scale.indices { gradient[row] *= scale[row] }
  var row = 0
  while row + 3 < order {
    let at = row * order
    var s0 = Lanes.zero
    var s1 = Lanes.zero
    var s2 = Lanes.zero
    var s3 = Lanes.zero
    for column in 0..<order {
      let x = gradient[column]
      s0 += x * inverse[at + column]
      s1 += x * inverse[at + order + column]
      s2 += x * inverse[at + 2 * order + column]
      s3 += x * inverse[at + 3 * order + column]
    }
    logStrength[row] += s0 * scale[row]
    logStrength[row + 1] += s1 * scale[row + 1]
    logStrength[row + 2] += s2 * scale[row + 2]
    logStrength[row + 3] += s3 * scale[row + 3]
    row += 4
  }
  while row < order {
    var sum = Lanes.zero
    for column in 0..<order { sum += gradient[column] * inverse[row * order + column] }
    logStrength[row] += sum * scale[row]
    row += 1
  }
}
