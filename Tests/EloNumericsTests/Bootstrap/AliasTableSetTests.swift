@testable import EloNumerics
import KernelTypes
import TestSupport
import Testing

@Suite struct AliasTableSetTests {
  /// The probability of each value, from the slots: as much as a slot's word says above its low
  /// bits is the slot's own, the rest its alias's.
  private func masses(_ set: AliasTableSet, _ index: Int32) -> [Int: Double] {
    let table = set.tables[Int(index)]
    let size = 1 << Int(table.bits)
    var masses: [Int: Double] = [:]
    for slot in 0..<size {
      let word = set.slots[Int(table.start) + slot]
      let (threshold, alias) = word.quotientAndRemainder(dividingBy: UInt64(size))
      let share = Double(threshold) * Double(size) * 0x1p-64
      masses[Int(table.base) + slot, default: 0] += share / Double(size)
      masses[Int(table.base) + Int(alias), default: 0] += (1 - share) / Double(size)
    }
    return masses
  }

  @Test(arguments: 1...40) func reproduceTheirWeights(length: Int) {
    var random = SeededGenerator(seed: length)
    var set = AliasTableSet()
    _ = set.append(weights: [1, 2, 3], base: 0)
    var weights = (0..<length).map { _ in
      // Many orders of magnitude, and nothing at all now and then.
      Bool.random(using: &random)
        ? 0 : Double.random(in: 0...1, using: &random) * [1, 1e-6, 1e-12][length % 3]
    }
    weights[length / 2] = 1
    let index = set.append(weights: weights, base: 100)
    #expect(index == 1)
    let masses = masses(set, index)
    let total = weights.reduce(0, +)
    for (value, weight) in weights.enumerated() {
      // Each share is rounded a few times at 1/size of the total, each slot at 2⁻⁶⁴.
      #expect((masses[100 + value, default: 0] - weight / total).magnitude < 1e-15)
      if weight == 0 { #expect(masses[100 + value, default: 0] == 0) }
    }
    #expect(masses.keys.allSatisfy { $0 >= 100 && $0 < 100 + length || masses[$0] == 0 })
  }

  @Test func oneValueIsAlwaysDrawn() {
    var set = AliasTableSet()
    let index = set.append(weights: [3], base: 17)
    var stream = RandomStream(seed: 0, purpose: .testing, index: 0)
    for _ in 0..<100 { #expect(set.draw(Int(index), &stream) == 17) }
  }

  @Test func aMeanOfNothingDrawsNothing() {
    var set = AliasTableSet()
    let index = set.append(poissonMean: 0)
    var stream = RandomStream(seed: 0, purpose: .testing, index: 0)
    for _ in 0..<100 { #expect(set.draw(Int(index), &stream) == 0) }
  }

  @Test(arguments: [1e-9, 0.3, 1, 2.5, 7, 40.75, 1000, 123_456.5])
  func poissonTablesHoldTheLawIntoItsTails(mean: Double) {
    var set = AliasTableSet()
    let index = set.append(poissonMean: mean)
    let masses = masses(set, index)
    // Ratios p(k)/p(k − 1) = mean/k where both are far above the tables' rounding of 1e-17, and
    // moments over all of the table.
    var checked = 0
    for (k, mass) in masses where k > 0 && mass > 1e-9 {
      guard let below = masses[k - 1], below > 1e-9 else { continue }
      // 1e-17 or a few beside 1e-9: 1e-7 at most.
      #expect((mass / below / (mean / Double(k)) - 1).magnitude < 1e-6)
      checked += 1
    }
    if mean >= 1 { #expect(checked > 3) }
    let total = masses.values.reduce(0, +)
    let first = masses.reduce(0) { $0 + $1.value * Double($1.key) }
    let second = masses.reduce(0) {
      $0 + $1.value * (Double($1.key) - mean) * (Double($1.key) - mean)
    }
    // Sums of up to 10⁴ rounded terms.
    #expect((total - 1).magnitude < 1e-13)
    #expect((first / mean - 1).magnitude < 1e-9)
    #expect((second / mean - 1).magnitude < 1e-9)
  }

  @Test func drawsFollowTheWeights() {
    var set = AliasTableSet()
    let weights = [5.0, 0, 1, 3, 0.5, 0.5, 10]
    let index = Int(set.append(weights: weights, base: 3))
    var stream = RandomStream(seed: 4, purpose: .testing, index: 0)
    var counts = [Int](repeating: 0, count: weights.count)
    for _ in 0..<20_000 { counts[Int(set.draw(index, &stream)) - 3] += 1 }
    #expect(counts[1] == 0)
    let kept = weights.indices.filter { weights[$0] > 0 }
    let test = ChiSquare(
      observed: kept.map { counts[$0] }, expected: kept.map { weights[$0] * 1000 })
    #expect(test.upperTail > 1e-5)
  }
}
