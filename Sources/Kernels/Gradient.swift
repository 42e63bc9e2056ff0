import KernelTypes

/// See `KernelTable.pairSums`. With q = exp(θ) no pair needs an exponential:
/// ∂/∂θ_a = wins_a − q_a·Σ_b n_ab/(q_a + q_b). Two pairs share one division.
func addPairSums(
  _ start: Span<Int32>, _ second: Span<Int32>, _ strength: Span<Lanes>,
  _ battles: Span<CountLanes>, _ sums: inout MutableSpan<Lanes>
) {
  for a in strength.indices {
    var pair = Int(start[a])
    let end = Int(start[a + 1])
    let ownStrength = strength[a]
    var ownSum = sums[a]
    while pair + 1 < end {
      let b = Int(second[pair])
      let c = Int(second[pair + 1])
      let x = ownStrength + strength[b]
      let y = ownStrength + strength[c]
      let inverse = 1 / (x * y)
      let s = doubles(battles[pair]) * (inverse * y)
      let t = doubles(battles[pair + 1]) * (inverse * x)
      ownSum += s + t
      sums[b] += s
      sums[c] += t
      pair += 2
    }
    if pair < end {
      let b = Int(second[pair])
      let s = doubles(battles[pair]) / (ownStrength + strength[b])
      ownSum += s
      sums[b] += s
    }
    sums[a] = ownSum
  }
}

/// See `KernelTable.gradient`.
func finishGradient(
  _ halfWins: Span<CountLanes>, _ strength: Span<Lanes>, _ prior: Double,
  _ sums: inout MutableSpan<Lanes>
) -> Lanes {
  var largest = Lanes.zero
  for model in strength.indices {
    var value = doubles(halfWins[model]) * 0.5 - strength[model] * sums[model]
    if prior > 0 {
      value += (0.5 - strength[model] / (strength[model] + 1)) * prior
    }
    sums[model] = value
    let magnitude = value.replacing(with: -value, where: value .< 0)
    // What is no number takes the lead and keeps it: it must not pass for a small gradient.
    let leads = (magnitude .> largest) .| (magnitude .!= magnitude)
    largest = largest.replacing(with: magnitude, where: leads)
  }
  return largest
}
