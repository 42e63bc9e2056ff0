internal import SafeText

/// Writes a document as Markdown with pipe tables, aligned in the source too.
///
/// Lines of running text are not broken, and names are never shortened: where the text ends up there
/// is another width.
struct MarkdownRenderer {
  /// The document as blocks with an empty line between them.
  func text(_ document: Document) -> String {
    document.blocks.flatMap(parts).joined(separator: "\n")
  }

  private func parts(_ block: Block) -> [String] {
    switch block {
    case .headline(let prose): ["**\(MarkdownText.text(prose))**\n"]
    case .paragraph(let prose), .legend(let prose), .reading(let prose), .note(let prose):
      [MarkdownText.text(prose) + "\n"]
    case .markLegend(let meaning): [MarkdownText.escaped("\(Table.mark) \(meaning)") + "\n"]
    case .figures(let figures):
      [figures.map(MarkdownText.escaped).joined(separator: " · ") + "\n"]
    case .table(let table, _): parts(table)
    }
  }

  /// The rows up to the first section as a table, and each section as its sentence and a table.
  private func parts(_ table: Table) -> [String] {
    var parts: [String] = []
    var rows: [[String]] = []
    func finishTable() {
      guard !rows.isEmpty else { return }
      parts.append(grid(table.columns, rows))
      rows = []
    }
    for row in table.rows {
      switch row {
      case .cells(let cells, _): rows.append(cells.map(text))
      case .continuation(let prose):
        let rest = [String](repeating: "", count: table.columns.count - 1)
        rows.append([MarkdownText.text(prose)] + rest)
      case .section(let prose):
        finishTable()
        parts.append(MarkdownText.text(prose) + "\n")
      }
    }
    finishTable()
    return parts
  }

  private func text(_ cell: Table.Cell) -> String {
    switch cell {
    case .text(let text): MarkdownText.escaped(text)
    case .marked(let text): MarkdownText.escaped("\(Table.mark) \(text)")
    case .name(let name): MarkdownText.name(name)
    }
  }

  private func grid(_ columns: [Table.Column], _ rows: [[String]]) -> String {
    let headings = columns.map { MarkdownText.escaped($0.heading) }
    let widths = columns.indices.map { column in
      ([headings] + rows).map { DisplayWidth.of($0[column]) }.reduce(3, max)
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - DisplayWidth.of(cells[column]))
        return columns[column].alignment == .left ? cells[column] + space : space + cells[column]
      }
      return "| \(padded.joined(separator: " | ")) |\n"
    }
    let rules = columns.indices.map { column in
      let dashes = String(repeating: "-", count: widths[column] - 1)
      return columns[column].alignment == .left ? ":" + dashes : dashes + ":"
    }
    return line(headings) + line(rules) + rows.map(line).joined()
  }
}
