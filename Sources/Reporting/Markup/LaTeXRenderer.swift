/// Writes a document for a paper: a `table` environment after booktabs, or paragraphs where the
/// document has no table.
///
/// The headline is the caption, above the table as captions of tables are, and what the reader must
/// know to read it stands below in a smaller size. Models that may be the best are bold.
struct LaTeXRenderer {
  /// The label of the table, to refer to it.
  let label: String

  /// The document, each line ended by a newline.
  func text(_ document: Document) -> String {
    let hasTable = document.blocks.contains { if case .table = $0 { true } else { false } }
    return hasTable ? float(document) : paragraphs(document)
  }

  private func paragraphs(_ document: Document) -> String {
    document.blocks.compactMap(paragraph).joined(separator: "\n\n") + "\n"
  }

  private func float(_ document: Document) -> String {
    var caption: [String] = []
    var tabular: [String] = []
    var notes: [String] = []
    var size = ""
    var rows = 0
    for block in document.blocks {
      switch block {
      case .headline(let prose): caption.append(LaTeXText.text(prose))
      case .table(let table, let narrower):
        let first = LaTeXTabular(table)
        let form = first.size.isEmpty ? first : narrower.map { LaTeXTabular($0) } ?? first
        // Tables stand below each other.
        tabular += (tabular.isEmpty ? [] : ["\\par\\medskip"]) + form.lines
        size = form.size
        rows += table.rows.count
      default: if let paragraph = paragraph(block) { notes.append(paragraph) }
      }
    }
    var lines = ["% Needs \\usepackage{booktabs}."]
    if rows > Self.mostRows {
      lines.append("% \(rows) rows may be more than a page holds; rank --top N shows the first N.")
    }
    lines += ["\\begin{table}", "  \\centering"]
    lines += caption.map { "  \\caption{\($0)}" } + ["  \\label{\(label)}"]
    lines.append("  \\smallskip" + size)
    lines += tabular.map { "  " + $0 }
    if !notes.isEmpty {
      lines += ["", "  \\medskip", "  \\begin{minipage}{\\linewidth}\\footnotesize"]
      lines += notes.map { "    \($0)\\par" } + ["  \\end{minipage}"]
    }
    return (lines + ["\\end{table}"]).joined(separator: "\n") + "\n"
  }

  /// How many rows a page has room for, more or less.
  private static let mostRows = 45

  private func paragraph(_ block: Block) -> String? {
    switch block {
    case .headline(let prose), .paragraph(let prose), .legend(let prose), .reading(let prose),
      .note(let prose):
      LaTeXText.text(prose)
    case .markLegend(let meaning): LaTeXText.escaped("Bold: \(meaning).")
    case .figures(let figures): "(" + figures.map(LaTeXText.escaped).joined(separator: "; ") + ")"
    case .table: nil
    }
  }
}
