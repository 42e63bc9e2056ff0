import Battles
import Ingest
import TestSupport

/// Cells from rows (a, b, wins of a, wins of b, ties); models are ids, named by letters a, b, ….
func battles(_ rows: [(Int, Int, Int, Int, Int)], models: Int) -> Cells {
  Cells(
    rows.flatMap { row in
      let (a, b, wins, losses, ties) = row
      return [
        Cell(a: Int32(a), b: Int32(b), outcome: .aWins, count: wins),
        Cell(a: Int32(a), b: Int32(b), outcome: .bWins, count: losses),
        Cell(a: Int32(a), b: Int32(b), outcome: .tie, count: ties),
      ]
    }, names: names(models))
}

/// Names whose byte order is that of their ids: m0000, m0001, ….
func names(_ count: Int) -> [String] {
  (0..<count).map { id in
    let digits = String(id)
    return "m" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Random cells among `models` models, strongly connected because neighbours in a ring beat each
/// other, with ties and with both orders of a pair.
func randomBattles(models: Int, seed: Int, largest: Int = 20) -> Cells {
  var random = SeededGenerator(seed: seed)
  var rows: [(Int, Int, Int, Int, Int)] = []
  for i in 0..<models { rows.append((i, (i + 1) % models, 1, 1, 0)) }
  for i in 0..<models {
    for j in 0..<models where i != j && Bool.random(using: &random) {
      // Lower ids are better: three times the wins.
      let wins = Int.random(in: 0...largest, using: &random) * (i < j ? 3 : 1)
      let losses = Int.random(in: 0...largest, using: &random) * (i < j ? 1 : 3)
      rows.append((i, j, wins, losses, .random(in: 0...largest, using: &random)))
    }
  }
  return battles(rows, models: models)
}

/// A file of real data was no file of battles.
struct NoBattles: Error {}

/// The battles in a file of real data.
func readBattles(_ name: String, columns: String = "") throws -> Cells {
  var options = ReadOptions()
  if !columns.isEmpty { options.columns = try ColumnMapping(parsing: columns) }
  let result = try readDataset([RealData.path(name)], options: options)
  guard case .battles(let cells) = result.dataset else { throw NoBattles() }
  return cells
}
