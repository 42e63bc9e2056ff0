import KernelTypes

/// Statistics that are stepped down together, laid out for the kernels.
///
/// Westfall and Young's step-down maxima (Resampling-Based Multiple Testing, 1993, algorithm 2.8): a
/// pair's statistic is compared with the largest one among the pairs that are not above it.
struct StepDownFamily: Sendable {
  /// The statistics, ascending by |score| in single precision.
  let pairs: [StudentisedPair]
  /// The pairs in tiles of models, where they are most of all pairs.
  let tiles: PairTiles?
  /// The lower pairs, where there are tiles and enough of them to be passed over together.
  let lower: LowerPairs?
  /// Which of the statistics given each pair is.
  private let given: [Int32]

  /// - Parameter places: the place of each roster id among the drawn models, `modelCount` of them.
  init(_ statistics: [Statistic], _ places: [Int32], modelCount: Int) {
    let unordered = statistics.map { StudentisedPair($0, places) }
    // Equal numbers may stand in any order: all of them get the p-value of the last.
    let given = ascendingOrder(unordered.map(\.observed))
    let pairs = given.map { unordered[Int($0)] }
    let tiles = PairTiles(pairs, modelCount: modelCount)
    self.given = given
    self.pairs = pairs
    self.tiles = tiles
    lower = tiles.flatMap { LowerPairs(of: pairs, in: $0) }
  }

  /// How many of the pairs are not above `largest`: no draw with that maximum reaches the others.
  func reachable(_ largest: Float) -> Int {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].observed <= largest { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The adjusted p-values in the order given, from how many more of `draws` draws reached each pair
  /// than the pair before.
  func adjustedP(_ changes: [Int32], draws: Int) -> [Double] {
    var reached = changes
    for step in 1..<max(1, pairs.count) { reached[step] += reached[step - 1] }
    var adjusted = [Double](repeating: 1, count: pairs.count)
    var largest: Int32 = 0
    for step in pairs.indices.reversed() {
      largest = max(largest, reached[step])
      adjusted[Int(given[step])] = Double(1 + largest) / Double(draws + 1)
    }
    return adjusted
  }
}

/// The pairs of a family that nearly every draw reaches: their own tiles give each draw's maximum over
/// them.
struct LowerPairs: Sendable {
  /// Three standard errors: the largest of a few hundred statistics is above in most draws.
  static let limit: Float = 3

  /// How many there are.
  let count: Int
  /// What was observed of the last one.
  let last: Float
  /// Their tiles.
  let tiles: PairTiles

  /// `nil` where there are so few, or few of all, that it is as fast to go through them.
  init?(of pairs: [StudentisedPair], in all: PairTiles) {
    count = pairs.count { $0.observed <= Self.limit }
    guard count >= 4096, count >= pairs.count / 2 else { return nil }
    last = pairs[count - 1].observed
    tiles = PairTiles(pairs[..<count], places: all.places)
  }
}

extension StudentisedPair {
  /// A statistic in single precision, its models by their places among the drawn ones.
  init(_ statistic: Statistic, _ places: [Int32]) {
    let places = (places[statistic.a], places[statistic.b])
    precondition(places.0 >= 0 && places.1 >= 0, "both models are drawn")
    self.init(
      first: places.0, second: places.1,
      precision: statistic.standardError > 0 ? Float(1 / statistic.standardError) : 0,
      observed: Float(statistic.score.magnitude))
  }
}

/// The indices of `values`, none negative, from the smallest value up; equal ones by index.
///
/// By three passes over eleven bits each: the bits of numbers that are not negative are ordered as
/// the numbers are.
private func ascendingOrder(_ values: [Float]) -> [Int32] {
  var order = [Int32](0..<Int32(values.count))
  var next = order
  for shift: UInt32 in [0, 11, 22] {
    func digit(_ index: Int32) -> Int { Int(values[Int(index)].bitPattern >> shift & 2047) }
    var starts = [Int](repeating: 0, count: 2049)
    for index in order { starts[digit(index) + 1] += 1 }
    for value in 1..<2048 { starts[value] += starts[value - 1] }
    for index in order {
      let value = digit(index)
      next[starts[value]] = index
      starts[value] += 1
    }
    swap(&order, &next)
  }
  return order
}
