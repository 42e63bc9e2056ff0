/// The costs of variants beside their floors, as text.
enum CostTable {
  /// Aligned columns, two spaces before each line.
  static func text(_ variants: [Variant], _ costs: [MedianCost]) -> String {
    var rows = [["", "CPU ms", "wall ms", "floor ms", "CPU/floor"]]
    for (variant, cost) in zip(variants, costs) {
      rows.append([
        variant.name, Decimals.milliseconds(cost.cpu), Decimals.milliseconds(cost.wall),
        variant.floor.map(Decimals.milliseconds) ?? "",
        variant.floor.map { Decimals.text(cost.cpu / $0, places: 1) } ?? "",
      ])
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }
      let line = "  " + cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
