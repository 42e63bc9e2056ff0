package import Battles

/// Battles by cluster and pair: what clusters, such as judges, contribute to a fit's score.
///
/// Those of cluster c are `start[c] ..< start[c + 1]`, sorted by pair.
package struct ClusterCounts: Sendable, Equatable {
  /// Where each cluster's entries start; G + 1 entries for G clusters.
  package let start: [Int32]
  /// The pair of each entry, an index into the pairs of the fit.
  package let pair: [Int32]
  /// The battles of each entry.
  package let battles: [Int]
  /// What the pair's first model scored in them, in half wins.
  package let halfWins: [Int]

  /// The number of clusters that have battles, G.
  package var clusterCount: Int { start.count - 1 }

  /// The entries of a cluster.
  package func entries(_ cluster: Int) -> Range<Int> {
    Int(start[cluster])..<Int(start[cluster + 1])
  }

  /// Groups cells by cluster and by the pairs of `counts`, which were made of them; battles of a model
  /// against itself are left out. `nil` where the cells have no clusters.
  ///
  /// - Complexity: O(n log K) for n cells and K models.
  package init?(_ cells: Cells, _ counts: PairCounts) {
    guard let cluster = cells.cluster, let clusters = cells.clusters else { return nil }
    let kept = (0..<cells.cellCount).filter { cells.a[$0] != cells.b[$0] }
    let pairs = kept.map { Int32(counts.pair(of: cells.a[$0], cells.b[$0])) }
    let order = countingSorted(
      countingSorted(by: pairs, below: counts.pairCount), by: kept.map { cluster[$0] },
      below: clusters.count)

    var (start, pair, battles, halfWins) = ([Int32](), [Int32](), [Int](), [Int]())
    var previous: Int32 = -1
    for place in order.lazy.map(Int.init) {
      let cell = cells[kept[place]]
      if cell.cluster != previous {
        start.append(Int32(pair.count))
        previous = cell.cluster
      }
      if Int(start[start.count - 1]) == pair.count || pair[pair.count - 1] != pairs[place] {
        pair.append(pairs[place])
        battles.append(0)
        halfWins.append(0)
      }
      let half =
        switch cell.a < cell.b ? cell.outcome : cell.outcome.mirrored {
        case .aWins: 2
        case .bWins: 0
        case .tie, .bothBad: 1
        }
      battles[battles.count - 1] += cell.count
      halfWins[halfWins.count - 1] += half * cell.count
    }
    start.append(Int32(pair.count))
    (self.start, self.pair, self.battles, self.halfWins) = (start, pair, battles, halfWins)
  }

  /// In how many clusters each model of `counts` has battles.
  package func clustersByModel(_ counts: PairCounts) -> [Int] {
    var clusters = [Int](repeating: 0, count: counts.modelCount)
    var last = [Int](repeating: -1, count: counts.modelCount)
    for cluster in 0..<clusterCount {
      for entry in entries(cluster) {
        let pair = Int(pair[entry])
        for model in [Int(counts.first[pair]), Int(counts.second[pair])]
        where last[model] != cluster {
          last[model] = cluster
          clusters[model] += 1
        }
      }
    }
    return clusters
  }
}

extension PairCounts {
  /// The pair of two models that met.
  ///
  /// - Complexity: O(log K).
  func pair(of a: Int32, _ b: Int32) -> Int {
    let (first, second) = (min(a, b), max(a, b))
    var (low, high) = (Int(start[Int(first)]), Int(start[Int(first) + 1]))
    while low < high {
      let middle = (low + high) / 2
      if self.second[middle] < second { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
