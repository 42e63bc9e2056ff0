import KernelTypes

/// See `KernelTable.pairCurvatures`.
func findPairCurvatures(
  _ start: Span<Int32>, _ second: Span<Int32>, _ strength: Span<Lanes>,
  _ battles: Span<CountLanes>, _ curvatures: inout MutableSpan<Lanes>
) {
  for a in strength.indices {
    let own = strength[a]
    for pair in Int(start[a])..<Int(start[a + 1]) {
      let other = strength[Int(second[pair])]
      let inverse = 1 / (own + other)
      curvatures[pair] = doubles(battles[pair]) * ((own * inverse) * (other * inverse))
    }
  }
}

/// See `KernelTable.informationProduct`.
func addInformationProduct(
  _ start: Span<Int32>, _ second: Span<Int32>, _ curvatures: Span<Lanes>, _ vector: Span<Lanes>,
  _ sums: inout MutableSpan<Lanes>
) {
  for a in vector.indices {
    let own = vector[a]
    var ownSum = sums[a]
    for pair in Int(start[a])..<Int(start[a + 1]) {
      let b = Int(second[pair])
      let term = curvatures[pair] * (own - vector[b])
      ownSum += term
      sums[b] -= term
    }
    sums[a] = ownSum
  }
}
