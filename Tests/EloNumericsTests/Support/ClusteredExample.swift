import Battles
import TestSupport

/// Fifty cells of four models in seven clusters, drawn once with numpy.
///
/// The goldens of them are numpy's: Newton's method on the cells, H⁺ = (H + 11ᵀ/4)⁻¹ − 11ᵀ/4, the scores
/// of each cluster summed in a loop.
enum ClusteredExample {
  /// (a, b, outcome: 0 a wins, 1 b wins, 2 tie, cluster, count).
  private static let rows: [(Int32, Int32, Int, Int32, Int)] = [
    (0, 1, 2, 2, 1), (0, 2, 0, 2, 1), (0, 2, 0, 3, 2), (0, 2, 1, 0, 2), (0, 3, 0, 2, 1),
    (0, 3, 0, 4, 1), (0, 3, 0, 5, 1), (0, 3, 0, 6, 1), (0, 3, 1, 2, 1), (0, 3, 2, 3, 1),
    (0, 3, 2, 6, 1), (1, 0, 0, 0, 1), (1, 0, 1, 1, 1), (1, 0, 1, 5, 1), (1, 0, 1, 6, 1),
    (1, 2, 0, 2, 1), (1, 2, 1, 4, 1), (1, 2, 1, 5, 1), (1, 2, 1, 6, 1), (1, 2, 2, 1, 1),
    (1, 3, 0, 0, 2), (1, 3, 0, 3, 2), (1, 3, 0, 6, 1), (1, 3, 1, 1, 1), (1, 3, 1, 2, 1),
    (2, 0, 1, 0, 1), (2, 0, 1, 1, 1), (2, 0, 1, 2, 1), (2, 0, 1, 4, 1), (2, 0, 1, 5, 1),
    (2, 1, 0, 1, 2), (2, 1, 0, 4, 1), (2, 1, 0, 5, 1), (2, 1, 2, 1, 1), (2, 1, 2, 4, 1),
    (2, 1, 2, 6, 1), (2, 3, 0, 4, 2), (2, 3, 0, 6, 1), (2, 3, 2, 0, 1), (2, 3, 2, 1, 1),
    (2, 3, 2, 5, 1), (3, 0, 1, 4, 1), (3, 0, 1, 5, 1), (3, 0, 2, 5, 1), (3, 1, 1, 3, 1),
    (3, 2, 1, 2, 1), (3, 2, 1, 3, 1), (3, 2, 1, 6, 1), (3, 2, 2, 0, 1), (3, 2, 2, 3, 1),
  ]

  static let cells = Cells(
    rows.map { row in
      let outcome: Outcome = row.2 == 0 ? .aWins : row.2 == 1 ? .bWins : .tie
      return Cell(a: row.0, b: row.1, outcome: outcome, count: row.4, cluster: row.3)
    }, names: names(4), clusterNames: names(7))
}

/// The same battles, one a cell, each a cluster of its own.
func ownClusters(_ cells: Cells) -> Cells {
  let single = (0..<cells.cellCount).flatMap { index -> [Cell] in
    var cell = cells[index]
    cell.count = 1
    return [Cell](repeating: cell, count: cells.count[index])
  }
  let numbered = single.enumerated().map { number, cell in
    Cell(
      a: cell.a, b: cell.b, outcome: cell.outcome, count: cell.count, cluster: Int32(number))
  }
  return Cells(numbered, names: cells.roster.names, clusterNames: numbered.indices.map { "c\($0)" })
}

/// The same battles in `count` random clusters.
func randomClusters(_ cells: Cells, _ count: Int, seed: Int) -> Cells {
  var random = SeededGenerator(seed: seed)
  let single = ownClusters(cells)
  return Cells(
    (0..<single.cellCount).map { index in
      var cell = single[index]
      cell.cluster = .random(in: 0..<Int32(count), using: &random)
      return cell
    }, names: cells.roster.names, clusterNames: names(count))
}
