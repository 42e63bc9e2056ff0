package import Battles

/// Battles collapsed to unordered pairs: all that a Bradley–Terry fit with ties as half wins sees.
///
/// The two orders of a pair and the two kinds of tie are merged, which the model does not tell
/// apart. Pairs are sorted by (first, second) with first < second and lie row by row: those of
/// model i are `start[i] ..< start[i + 1]`.
package struct PairCounts: Sendable, Equatable {
  /// The number of models, K.
  package let modelCount: Int
  /// Where each model's pairs start; K + 1 entries.
  package let start: [Int32]
  /// The lower id of each pair.
  package let first: [Int32]
  /// The higher id of each pair.
  package let second: [Int32]
  /// Battles that the first model of each pair won.
  package let firstWins: [Int]
  /// Battles that the second model of each pair won.
  package let secondWins: [Int]
  /// Battles that neither won.
  package let ties: [Int]

  /// The number of pairs.
  package var pairCount: Int { first.count }

  /// The battles of each pair.
  package func battles(_ pair: Int) -> Int { firstWins[pair] + secondWins[pair] + ties[pair] }

  /// The number of battles.
  package var battleCount: Int { (0..<pairCount).reduce(0) { $0 + battles($1) } }

  /// Merges cells; battles of a model against itself are left out.
  ///
  /// - Complexity: O(n + K) for n cells.
  package init(_ cells: Cells) {
    let kept = (0..<cells.cellCount).filter { cells.a[$0] != cells.b[$0] }
    let low = kept.map { min(cells.a[$0], cells.b[$0]) }
    let high = kept.map { max(cells.a[$0], cells.b[$0]) }
    modelCount = cells.roster.count
    let order = countingSorted(
      countingSorted(by: high, below: modelCount), by: low, below: modelCount)

    var (first, second) = ([Int32](), [Int32]())
    var (firstWins, secondWins, ties) = ([Int](), [Int](), [Int]())
    for place in order.lazy.map(Int.init) {
      if first.last != low[place] || second.last != high[place] {
        first.append(low[place])
        second.append(high[place])
        firstWins.append(0)
        secondWins.append(0)
        ties.append(0)
      }
      let cell = cells[kept[place]]
      let pair = first.count - 1
      switch cell.a < cell.b ? cell.outcome : cell.outcome.mirrored {
      case .aWins: firstWins[pair] += cell.count
      case .bWins: secondWins[pair] += cell.count
      case .tie, .bothBad: ties[pair] += cell.count
      }
    }
    var start = [Int32](repeating: 0, count: modelCount + 1)
    for model in first { start[Int(model) + 1] += 1 }
    for model in 0..<modelCount { start[model + 1] += start[model] }
    self.start = start
    (self.first, self.second) = (first, second)
    (self.firstWins, self.secondWins, self.ties) = (firstWins, secondWins, ties)
  }

  /// The battles of each model.
  package var battlesByModel: [Int] {
    var battles = [Int](repeating: 0, count: modelCount)
    for pair in 0..<pairCount {
      battles[Int(first[pair])] += self.battles(pair)
      battles[Int(second[pair])] += self.battles(pair)
    }
    return battles
  }

  /// The share of battles that nobody won.
  package var tieRate: Double {
    Double(ties.reduce(0, +)) / Double(max(1, battleCount))
  }
}
