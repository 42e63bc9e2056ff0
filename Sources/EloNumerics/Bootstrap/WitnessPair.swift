/// A pair in which, in the full data, each side scored something against the other: where both still
/// do in a replicate, the two models are in one component of it.
struct WitnessPair {
  let first, second: Int
  /// The pair's cells, as indices into the plan's.
  private(set) var firstWins, secondWins, tie: Int?

  /// The pairs that cells at the front of a plan belong to.
  static func pairs(of cells: ArraySlice<PlannedCell>, _ counts: PairCounts) -> [WitnessPair] {
    var byPair: [Int: WitnessPair] = [:]
    for (index, cell) in cells.enumerated() {
      var pair =
        byPair[cell.pair]
        ?? WitnessPair(first: Int(counts.first[cell.pair]), second: Int(counts.second[cell.pair]))
      switch cell.halfWins {
      case 2: pair.firstWins = index
      case 0: pair.secondWins = index
      default: pair.tie = index
      }
      byPair[cell.pair] = pair
    }
    return byPair.keys.sorted().compactMap { byPair[$0] }
  }

  private init(first: Int, second: Int) {
    (self.first, self.second) = (first, second)
  }

  /// The maximum spanning forest of the pairs in which both sides scored, by how many battles show
  /// it (Kruskal): the pairs that are least likely to lose that in a replicate.
  ///
  /// - Returns: whether each pair belongs to it.
  static func tree(_ counts: PairCounts) -> [Bool] {
    func strength(_ pair: Int) -> Int {
      counts.ties[pair] + min(counts.firstWins[pair], counts.secondWins[pair])
    }
    let order = (0..<counts.pairCount).filter { strength($0) > 0 }
      .sorted { (strength($1), $0) < (strength($0), $1) }
    var groups = DisjointSets(counts.modelCount)
    var isInTree = [Bool](repeating: false, count: counts.pairCount)
    for pair in order {
      isInTree[pair] = groups.join(Int(counts.first[pair]), Int(counts.second[pair]))
    }
    return isInTree
  }
}

/// Whom each model met, with the pair that holds their battles.
struct Opponents {
  private let start: [Int]
  private let opponent, pair: [Int32]

  init(_ counts: PairCounts) {
    var start = [Int](repeating: 0, count: counts.modelCount + 1)
    for model in counts.first + counts.second { start[Int(model) + 1] += 1 }
    for model in 0..<counts.modelCount { start[model + 1] += start[model] }
    var next = start
    var opponent = [Int32](repeating: 0, count: 2 * counts.pairCount)
    var pair = opponent
    for index in 0..<counts.pairCount {
      let (i, j) = (counts.first[index], counts.second[index])
      for (model, other) in [(i, j), (j, i)] {
        opponent[next[Int(model)]] = other
        pair[next[Int(model)]] = Int32(index)
        next[Int(model)] += 1
      }
    }
    (self.start, self.opponent, self.pair) = (start, opponent, pair)
  }

  /// The opponents of a model and the pairs.
  func of(_ model: Int) -> Zip2Sequence<ArraySlice<Int32>, ArraySlice<Int32>> {
    let own = start[model]..<start[model + 1]
    return zip(opponent[own], pair[own])
  }
}
