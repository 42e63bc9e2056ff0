import KernelTypes

/// Alias tables laid end to end: each draws from a discrete distribution with one random number
/// (Walker, ACM Transactions on Mathematical Software 3 (1977) 253; built as by Vose, 1991).
struct AliasTableSet {
  private(set) var tables: [AliasTable] = []
  private(set) var slots: [AliasSlot] = []

  /// Appends a table that draws `base + i` with probability `weights[i]`/Σ weights and answers its
  /// index.
  ///
  /// - Precondition: weights are not negative and one is positive.
  mutating func append(weights: [Double], base: Int) -> Int32 {
    // Two slots at least: a shift by 64, which no bit for the slot would take, shifts by nothing.
    var bits = 1
    while 1 << bits < weights.count { bits += 1 }
    let size = 1 << bits
    let total = weights.reduce(0, +)
    var share = weights.map { $0 / total * Double(size) }
    share += [Double](repeating: 0, count: size - weights.count)
    var threshold = [UInt64](repeating: .max, count: size)
    var alias = Array(0..<size)

    var light = share.indices.filter { share[$0] < 1 }
    var heavy = share.indices.filter { share[$0] >= 1 }
    while let small = light.last, let large = heavy.last {
      light.removeLast()
      threshold[small] = UInt64(share[small] * 0x1p64)
      alias[small] = large
      share[large] -= 1 - share[small]
      if share[large] < 1 {
        heavy.removeLast()
        light.append(large)
      }
    }
    // Rounding can leave a light slot without a partner. Its share is 1 but for that rounding,
    // unless nothing may fall to it: then all of it goes to a slot that weighs something.
    let fallback = weights.indices.max { weights[$0] < weights[$1] } ?? 0
    for slot in light where slot >= weights.count || weights[slot] == 0 {
      threshold[slot] = 0
      alias[slot] = fallback
    }
    tables.append(AliasTable(start: Int32(slots.count), bits: Int32(bits)))
    for slot in 0..<size {
      slots.append(
        AliasSlot(
          threshold: threshold[slot], value: Int32(base + slot), alias: Int32(base + alias[slot])))
    }
    return Int32(tables.count - 1)
  }

  /// Appends a table for the Poisson distribution with the given mean; it leaves out tails of less
  /// than 1e-22 of the mode, which 64-bit random numbers cannot reach either.
  mutating func append(poissonMean mean: Double) -> Int32 {
    guard mean > 0 else { return append(weights: [1], base: 0) }
    let mode = mean.rounded(.down)
    var above = [1.0]
    var weight = 1.0
    var k = mode
    while weight > 1e-22 {
      k += 1
      weight *= mean / k
      above.append(weight)
    }
    var below: [Double] = []
    weight = 1
    k = mode
    while k > 0, weight > 1e-22 {
      weight *= k / mean
      k -= 1
      below.append(weight)
    }
    return append(weights: below.reversed() + above, base: Int(mode) - below.count)
  }

  /// One draw from table `index`.
  func draw(_ index: Int, _ stream: inout RandomStream) -> Int32 {
    let table = tables[index]
    let bits = UInt64(table.bits)
    let word = stream.next()
    return slots[Int(table.start) + Int(truncatingIfNeeded: word &>> (64 - bits))]
      .value(at: word &<< bits)
  }
}
