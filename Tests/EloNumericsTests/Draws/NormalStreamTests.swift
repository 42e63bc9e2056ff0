@testable import EloNumerics
import KernelTypes
import TestSupport
import Testing

@Suite struct NormalStreamTests {
  private static let count = 400_000
  /// One sample for all tests: drawing it takes most of their time.
  private static let sample: [Double] = {
    var stream = NormalStream(
      RandomStream(seed: 11, purpose: .testing, index: 0), ZigguratLayers())
    return (0..<count).map { _ in stream.next() }
  }()

  @Test func layersHaveEqualAreas() throws {
    let layers = ZigguratLayers()
    try #require(layers.width.count == 257)
    #expect(layers.width[1] == layers.start)
    #expect(layers.width[256] == 0)
    let area = layers.width[0] * layers.height[1]
    for layer in 1..<256 {
      // The area is given to 12 digits; the last layer takes up what the others left.
      let own = layers.width[layer] * layers.rise[layer]
      #expect((own / area - 1).magnitude < (layer == 255 ? 1e-7 : 1e-12))
      #expect(layers.width[layer + 1] < layers.width[layer])
    }
    // The base layer: the rectangle under the curve's height at the start, and the tail.
    let tail = NormalDistribution.upperTail(layers.start) * (2 * Double.pi).squareRoot()
    #expect(((layers.start * layers.height[1] + tail) / area - 1).magnitude < 1e-10)
  }

  @Test func momentsAreThoseOfTheNormal() {
    let n = Double(Self.count)
    // (power, mean, variance of the power): E z⁸ = 105, E z⁶ = 15.
    let moments = [(1, 0.0, 1.0), (2, 1, 2), (3, 0, 15), (4, 3, 96)]
    for (power, mean, variance) in moments {
      let sum = Self.sample.reduce(0) { sum, z in
        sum + (0..<power).reduce(1.0) { value, _ in value * z }
      }
      #expect((sum / n - mean).magnitude < 5 * (variance / n).squareRoot())
    }
  }

  @Test func frequenciesFollowTheLaw() {
    // 120 bins from −6 to 6, and all beyond in the outermost.
    var observed = [Int](repeating: 0, count: 120)
    for z in Self.sample { observed[max(0, min(119, Int((z + 6) * 10)))] += 1 }
    let expected = (0..<120).map { bin -> Double in
      let low = bin == 0 ? 1 : NormalDistribution.upperTail(Double(bin) / 10 - 6)
      let high = bin == 119 ? 0 : NormalDistribution.upperTail(Double(bin + 1) / 10 - 6)
      return (low - high) * Double(Self.count)
    }
    let test = ChiSquare(observed: observed, expected: expected)
    #expect(test.upperTail > 1e-5, "χ² \(test.statistic) on \(test.degrees)")
    #expect(test.upperTail < 1 - 1e-5)
  }

  @Test func tailHasItsShareOnBothSides() {
    let start = ZigguratLayers().start
    for bound in [start, start + 0.2, start + 0.5] {
      let expected = NormalDistribution.upperTail(bound) * Double(Self.count)
      // Poisson counts of 52, 23 and 7: five standard deviations.
      for sign in [1.0, -1] {
        let beyond = Double(Self.sample.count { $0 * sign > bound })
        #expect((beyond - expected).magnitude < 5 * expected.squareRoot())
      }
    }
    // Just inside the start the wedges of the lowest layers are at work.
    let inside = Double(Self.sample.count { $0.magnitude > 3.3 && $0.magnitude < start })
    let tails = NormalDistribution.twoSidedP(3.3) - NormalDistribution.twoSidedP(start)
    let expected = tails * Double(Self.count)
    #expect((inside - expected).magnitude < 5 * expected.squareRoot())
  }

  /// One number in 4000 lies in the tail: its law is tested by drawing from there alone.
  @Test(arguments: [false, true]) func tailFollowsTheLaw(isNegative: Bool) {
    let start = ZigguratLayers().start
    var stream = NormalStream(
      RandomStream(seed: 13, purpose: .testing, index: 0), ZigguratLayers())
    let number = 60_000
    var observed = [Int](repeating: 0, count: 20)
    for _ in 0..<number {
      let z = stream.tail(isNegative: isNegative)
      #expect((z < 0) == isNegative)
      observed[min(19, Int((z.magnitude - start) * 16))] += 1
    }
    func share(beyond bin: Int) -> Double {
      let edge = start + Double(bin) / 16
      return NormalDistribution.upperTail(edge) / NormalDistribution.upperTail(start)
    }
    let expected = (0..<20).map { bin in
      (share(beyond: bin) - (bin == 19 ? 0 : share(beyond: bin + 1))) * Double(number)
    }
    let test = ChiSquare(observed: observed, expected: expected)
    #expect(test.upperTail > 1e-5, "χ² \(test.statistic) on \(test.degrees)")
  }

  @Test func neighboursAreUncorrelated() {
    let products = zip(Self.sample, Self.sample.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    let squares = zip(Self.sample, Self.sample.dropFirst()).reduce(0) {
      $0 + ($1.0 * $1.0 - 1) * ($1.1 * $1.1 - 1)
    }
    let n = Double(Self.count)
    // Products of two have variance 1: five standard errors of their mean.
    #expect((products / n).magnitude < 5 / n.squareRoot())
    // Each factor has variance 2.
    #expect((squares / n).magnitude < 5 * 2 / n.squareRoot())
  }
}
