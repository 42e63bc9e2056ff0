package import KernelTypes

/// Alias tables laid end to end: each draws from a discrete distribution with one random number
/// (Walker, ACM Transactions on Mathematical Software 3 (1977) 253; built as by Vose, 1991).
///
/// A table of 2^b slots holds each probability to within 2⁻⁶⁴.
package struct AliasTableSet {
  private(set) var tables: [AliasTable] = []
  /// A word a slot; see `AliasTable`.
  private(set) var slots: [UInt64] = []

  /// No tables.
  package init() {}

  /// Appends a table that draws `base + i` with probability `weights[i]`/Σ weights and answers its
  /// index.
  ///
  /// - Precondition: weights are not negative and one is positive.
  package mutating func append(weights: [Double], base: Int) -> Int32 {
    // Two slots at least; see `AliasTable.bits`.
    var bits = 1
    while 1 << bits < weights.count { bits += 1 }
    let size = 1 << bits
    let scale = Double(size) / weights.reduce(0, +)
    var share = [Double](repeating: 0, count: size)
    for (index, weight) in weights.enumerated() { share[index] = weight * scale }

    // A full slot is its own alias, so that its threshold decides nothing.
    let table = AliasTable(start: Int32(slots.count), bits: Int32(bits), base: Int32(base))
    let start = slots.count
    let mask = table.aliasMask
    for slot in 0..<size { slots.append(~mask | UInt64(slot)) }
    var light: [Int] = []
    var heavy: [Int] = []
    for slot in share.indices {
      if share[slot] < 1 { light.append(slot) } else { heavy.append(slot) }
    }
    while let small = light.last, let large = heavy.last {
      light.removeLast()
      slots[start + small] = UInt64(share[small] * 0x1p64) & ~mask | UInt64(large)
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
      slots[start + slot] = UInt64(fallback)
    }
    tables.append(table)
    return Int32(tables.count - 1)
  }

  /// Appends a table for the Poisson distribution with the given mean; it leaves out tails of less
  /// than 1e-18 of the mode, less than the rounding of the others.
  mutating func append(poissonMean mean: Double) -> Int32 {
    guard mean > 0 else { return append(weights: [1], base: 0) }
    let mode = mean.rounded(.down)
    var below: [Double] = []
    var weight = 1.0
    var k = mode
    while k > 0, weight > 1e-18 {
      weight *= k / mean
      k -= 1
      below.append(weight)
    }
    var weights = Array(below.reversed())
    weights.append(1)
    weight = 1
    k = mode
    while weight > 1e-18 {
      k += 1
      weight *= mean / k
      weights.append(weight)
    }
    return append(weights: weights, base: Int(mode) - below.count)
  }

  /// One draw from table `index`: the scalar twin of what the kernels do in eight lanes.
  package func draw(_ index: Int, _ stream: inout RandomStream) -> Int32 {
    let table = tables[index]
    let word = stream.next()
    let slot = word >> UInt64(64 - table.bits)
    let content = slots[Int(table.start) + Int(slot)]
    let isOwn = (word << UInt64(table.bits)) | table.aliasMask < content
    return table.base + Int32(isOwn ? slot : content & table.aliasMask)
  }
}
