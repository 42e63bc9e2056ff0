/// Groups of models that enough battles tie together, both ways.
///
/// Two models are tied firmly if, whichever way the models are cut in two between them, at least
/// `leastBattles` battles across the cut were scored in by one side, and as many by the other. A
/// resample leaves out all of n battles with probability e⁻ⁿ, so that below five a resample in a
/// hundred loses the comparison. Firm ties are transitive, so that they make groups.
package struct FirmTies: Sendable {
  /// The fewest battles that tie firmly.
  package static let leastBattles = 5

  /// The group of each model, numbered from 0.
  package let group: [Int]

  /// The largest group, by models and then by battles; empty where two groups have the same claim.
  package let core: Set<Int>

  /// Groups the models of `counts`.
  ///
  /// - Complexity: O(models + pairs) where models met each other often; at most one search of all
  ///   pairs for each battle that ties and each two groups.
  package init(_ counts: PairCounts) {
    var forest = DisjointSets(counts.modelCount)
    var arcs = ScoringArcs(counts)
    for pair in 0..<counts.pairCount
    where min(counts.firstWins[pair], counts.secondWins[pair]) + counts.ties[pair]
      >= Self.leastBattles
    {
      _ = forest.join(Int(counts.first[pair]), Int(counts.second[pair]))
    }
    let battles = counts.battlesByModel
    // A model that too few battles tie to anything is a group of its own.
    var open = (0..<counts.modelCount).filter {
      forest.root($0) == $0 && (forest.size($0) > 1 || arcs.isOpen($0))
    }
    open.sort { (forest.size($1), battles[$1], $0) < (forest.size($0), battles[$0], $1) }
    while let root = open.first {
      open.removeFirst()
      open.removeAll { other in
        guard arcs.hasFlow(root, other), arcs.hasFlow(other, root) else { return false }
        _ = forest.join(root, other)
        return true
      }
    }
    let group = (0..<counts.modelCount).map { forest.root($0) }
    self.group = group
    var claims: [Int: (models: Int, battles: Int)] = [:]
    for (model, root) in group.enumerated() {
      claims[root, default: (0, 0)].models += 1
      claims[root, default: (0, 0)].battles += battles[model]
    }
    let best = claims.values.max { ($0.models, $0.battles) < ($1.models, $1.battles) }
    let holders = claims.filter {
      $0.value.models == best?.models && $0.value.battles == best?.battles
    }
    let holder = holders.count == 1 ? holders.first?.key : nil
    core = Set(group.indices.filter { group[$0] == holder })
  }
}

/// Arcs from each model to those it scored against, with the battles as capacities.
private struct ScoringArcs {
  private let start: [Int]
  private let target: [Int]
  /// The arc the other way.
  private let reverse: [Int]
  private let capacity: [Int]
  private var left: [Int]
  private var touched: [Int] = []

  init(_ counts: PairCounts) {
    var start = [Int](repeating: 0, count: counts.modelCount + 1)
    for pair in 0..<counts.pairCount {
      start[Int(counts.first[pair]) + 1] += 1
      start[Int(counts.second[pair]) + 1] += 1
    }
    for model in 0..<counts.modelCount { start[model + 1] += start[model] }
    var next = start
    var target = [Int](repeating: 0, count: 2 * counts.pairCount)
    var (reverse, capacity) = (target, target)
    for pair in 0..<counts.pairCount {
      let (i, j) = (Int(counts.first[pair]), Int(counts.second[pair]))
      (target[next[i]], target[next[j]]) = (j, i)
      (reverse[next[i]], reverse[next[j]]) = (next[j], next[i])
      capacity[next[i]] = counts.firstWins[pair] + counts.ties[pair]
      capacity[next[j]] = counts.secondWins[pair] + counts.ties[pair]
      next[i] += 1
      next[j] += 1
    }
    (self.start, self.target, self.reverse, self.capacity) = (start, target, reverse, capacity)
    left = capacity
  }

  /// Whether a model scored, and conceded, enough for a firm tie to anything.
  func isOpen(_ model: Int) -> Bool {
    let own = start[model]..<start[model + 1]
    return own.reduce(0) { $0 + capacity[$1] } >= FirmTies.leastBattles
      && own.reduce(0) { $0 + capacity[reverse[$1]] } >= FirmTies.leastBattles
  }

  /// Whether the least cut from `source` to `sink` is `leastBattles` or more: Ford and Fulkerson's
  /// paths, found breadth first, until they carry as much.
  mutating func hasFlow(_ source: Int, _ sink: Int) -> Bool {
    defer {
      for arc in touched { left[arc] = capacity[arc] }
      touched.removeAll(keepingCapacity: true)
    }
    var flow = 0
    while flow < FirmTies.leastBattles {
      guard let path = path(source, sink) else { return false }
      let width = path.reduce(FirmTies.leastBattles - flow) { min($0, left[$1]) }
      for arc in path {
        left[arc] -= width
        left[reverse[arc]] += width
        touched.append(arc)
        touched.append(reverse[arc])
      }
      flow += width
    }
    return true
  }

  private func path(_ source: Int, _ sink: Int) -> [Int]? {
    var arrival = [Int](repeating: -1, count: start.count - 1)
    var queue = [source]
    var head = 0
    while head < queue.count, arrival[sink] < 0 {
      let model = queue[head]
      head += 1
      for arc in start[model]..<start[model + 1]
      where left[arc] > 0 && target[arc] != source && arrival[target[arc]] < 0 {
        arrival[target[arc]] = arc
        queue.append(target[arc])
      }
    }
    guard arrival[sink] >= 0 else { return nil }
    var path: [Int] = []
    var model = sink
    while model != source {
      path.append(arrival[model])
      model = target[reverse[arrival[model]]]
    }
    return path
  }
}
