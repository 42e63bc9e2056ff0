package import KernelTypes

/// Standard normal numbers from a stream, by the ziggurat of Marsaglia and Tsang (Journal of
/// Statistical Software 5 (2000) 8) with 256 layers, the layer and the place in it taken from
/// separate bits, as Doornik (2005) asks.
package struct NormalStream {
  private var low, high: UInt64
  private let layers: ZigguratLayers

  /// The numbers that `stream` gives, by `layers`.
  package init(_ stream: RandomStream, _ layers: ZigguratLayers) {
    (low, high) = (stream.low, stream.high)
    self.layers = layers
  }

  /// The next number.
  package mutating func next() -> Double {
    let layers = layers
    return next(layers.width.span)
  }

  /// Fills `block` with numbers, lane by lane.
  mutating func fill(_ block: inout [DrawLanes]) {
    let layers = layers
    let width = layers.width.span
    for index in block.indices {
      // Through memory: inserting into a vector lane by lane is several times slower.
      var lanes = InlineArray<16, Float>(repeating: 0)
      for lane in 0..<16 { lanes[lane] = Float(next(width)) }
      for lane in 0..<16 { block[index][lane] = lanes[lane] }
    }
  }

  @inline(__always)
  private mutating func next(_ width: Span<Double>) -> Double {
    let word = nextWord()
    let layer = Int(truncatingIfNeeded: word & 255)
    let place = Double(Int64(bitPattern: word) &>> 11) * 0x1p-52
    let x = place * width[layer]
    // Ninety-nine of a hundred lie in a layer's rectangle.
    return x.magnitude < width[layer + 1] ? x : outside(layer, place)
  }

  /// The number that comes of a place outside its layer's rectangle: one from the wedge or the tail,
  /// or the next one.
  @inline(never)
  private mutating func outside(_ layer: Int, _ place: Double) -> Double {
    if layer == 0 { return tail(isNegative: place < 0) }
    let x = place * layers.width[layer]
    let height = layers.height[layer] + nextUnit() * layers.rise[layer]
    return height < LibM.exp(-0.5 * x * x) ? x : next()
  }

  /// `RandomStream.next`, written out here: a call into another module for each number would take as
  /// long as the number does.
  @inline(__always)
  private mutating func nextWord() -> UInt64 {
    var x = low
    let y = high
    low = y
    x ^= x &<< 23
    high = x ^ y ^ (x &>> 18) ^ (y &>> 5)
    return high &+ y
  }

  /// `RandomStream.nextUnit`.
  private mutating func nextUnit() -> Double {
    (Double(nextWord() &>> 12) + 0.5) * 0x1p-52
  }

  /// A number beyond the base layer (Marsaglia, Technometrics 6 (1964) 101).
  mutating func tail(isNegative: Bool) -> Double {
    while true {
      let x = -LibM.log(nextUnit()) / layers.start
      let y = -LibM.log(nextUnit())
      if 2 * y > x * x { return isNegative ? -(layers.start + x) : layers.start + x }
    }
  }
}

/// The layers of equal area under exp(−x²/2).
package struct ZigguratLayers: Sendable {
  /// Where the tail starts.
  let start = 3.654152885361008796
  /// The width of each layer: `width[0]` that of a rectangle with the area of the base layer and its
  /// tail, `width[1]` the start of the tail, `width[256]` zero.
  let width: [Double]
  /// exp(−x²/2) at the right end of each layer.
  let height: [Double]
  /// How much higher the next layer's end is.
  let rise: [Double]

  /// All 256.
  package init() {
    let area = 0.00492867323399
    func density(_ x: Double) -> Double { LibM.exp(-0.5 * x * x) }
    var width = [area / density(start), start]
    for _ in 2..<256 {
      let x = width[width.count - 1]
      width.append((-2 * LibM.log(area / x + density(x))).squareRoot())
    }
    width.append(0)
    let height = width.map(density)
    self.width = width
    self.height = height
    rise = (0..<256).map { height[$0 + 1] - height[$0] }
  }
}
