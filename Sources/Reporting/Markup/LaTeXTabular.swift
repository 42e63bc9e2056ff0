/// A table as LaTeX's `tabular` with the rules of booktabs.
struct LaTeXTabular {
  private let table: Table
  private let width: Int

  /// The form of `table`.
  init(_ table: Table) {
    self.table = table
    width = TextTable(table: table, style: TerminalStyle()).naturalWidth
  }

  /// The commands for a size at which the table fits between the margins of an article in ten
  /// points, as far as the number of characters tells; empty where it needs none.
  var size: String {
    switch width {
    case ...72: ""
    case ...80: "\\small"
    default: "\\footnotesize\\setlength{\\tabcolsep}{4pt}"
    }
  }

  /// The environment's lines.
  var lines: [String] {
    let alignments = table.columns.map { $0.alignment == .left ? "l" : "r" }.joined()
    let headings = table.columns.map { LaTeXText.escaped($0.heading) }
    var lines = ["\\begin{tabular}{@{}\(alignments)@{}}", "  \\toprule"]
    lines += ["  " + row(headings), "  \\midrule"]
    for (index, row) in table.rows.enumerated() {
      switch row {
      case .cells(let cells, let emphasis):
        lines.append("  " + self.row(cells.map { text($0, emphasis) }))
      case .section(let prose):
        if index > 0 { lines.append("  \\midrule") }
        lines += sentence(LaTeXText.text(prose), size: "\\footnotesize ")
      case .continuation(let prose):
        lines += sentence("\\quad " + LaTeXText.text(prose), size: "")
      }
    }
    return lines + ["  \\bottomrule", "\\end{tabular}"]
  }

  /// A sentence over all columns, broken as the table is wide: a cell that is wider than its columns
  /// would tear the last of them from the others.
  private func sentence(_ text: String, size: String) -> [String] {
    LineWrap.lines(text, width: width).map {
      "  " + row(["\\multicolumn{\(table.columns.count)}{@{}l@{}}{\(size)\($0)}"])
    }
  }

  private func row(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\" }

  private func text(_ cell: Table.Cell, _ emphasis: Table.Emphasis) -> String {
    switch cell {
    case .text(let text), .marked(let text): LaTeXText.escaped(text)
    case .name(let name):
      emphasis == .winner ? "\\textbf{\(LaTeXText.name(name))}" : LaTeXText.name(name)
    }
  }
}
