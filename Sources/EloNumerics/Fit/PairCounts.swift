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
  /// - Complexity: O(n log n) for n cells.
  package init(_ cells: Cells) {
    struct Entry {
      var first, second: Int32
      var wins = 0
      var losses = 0
      var ties = 0
    }
    var entries: [Entry] = []
    entries.reserveCapacity(cells.cellCount)
    for index in 0..<cells.cellCount where cells.a[index] != cells.b[index] {
      let cell = cells[index]
      let isInOrder = cell.a < cell.b
      var entry = Entry(first: min(cell.a, cell.b), second: max(cell.a, cell.b))
      switch isInOrder ? cell.outcome : cell.outcome.mirrored {
      case .aWins: entry.wins = cell.count
      case .bWins: entry.losses = cell.count
      case .tie, .bothBad: entry.ties = cell.count
      }
      entries.append(entry)
    }
    entries.sort { ($0.first, $0.second) < ($1.first, $1.second) }

    var merged: [Entry] = []
    for entry in entries {
      if let last = merged.last, last.first == entry.first, last.second == entry.second {
        merged[merged.count - 1].wins += entry.wins
        merged[merged.count - 1].losses += entry.losses
        merged[merged.count - 1].ties += entry.ties
      } else {
        merged.append(entry)
      }
    }
    modelCount = cells.roster.count
    var start = [Int32](repeating: 0, count: modelCount + 1)
    for entry in merged { start[Int(entry.first) + 1] += 1 }
    for model in 0..<modelCount { start[model + 1] += start[model] }
    self.start = start
    first = merged.map(\.first)
    second = merged.map(\.second)
    firstWins = merged.map(\.wins)
    secondWins = merged.map(\.losses)
    ties = merged.map(\.ties)
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
