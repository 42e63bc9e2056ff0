/// Lays a table out in columns of a terminal.
struct TextTable {
  private static let gap = 2
  private static let narrowestName = 8

  /// The table.
  let table: Table
  /// The terminal.
  let style: TerminalStyle

  /// The columns that the table takes where no name is shortened.
  var naturalWidth: Int { Self.total(naturalWidths) }

  /// The lines, each within the terminal's width as far as shortening names can bring that about.
  func lines() -> [String] {
    let widths = fittingWidths()
    let headings = table.columns.map { Table.Cell.text($0.heading) }
    var lines = [style.painted(line(headings, widths), .bold)]
    for row in table.rows {
      switch row {
      case .cells(let cells, let emphasis):
        lines.append(style.painted(line(cells, widths), Self.ink(of: emphasis)))
      case .section(let prose):
        lines.append("")
        let text = TextRenderer.text(prose, style)
        lines += LineWrap.lines(text, width: style.proseWidth).map { style.painted($0, .dim) }
      case .continuation(let prose):
        let text = TextRenderer.text(prose, style)
        lines += LineWrap.lines(text, width: style.width, indent: 2, hanging: 4)
      }
    }
    return lines
  }

  private var naturalWidths: [Int] {
    var widths = table.columns.map { DisplayWidth.of($0.heading) }
    for case .cells(let cells, _) in table.rows {
      for (column, cell) in cells.enumerated() {
        widths[column] = max(widths[column], DisplayWidth.of(Self.text(cell, width: .max)))
      }
    }
    return widths
  }

  /// The natural widths, with the widest column of names shortened until the table fits.
  private func fittingWidths() -> [Int] {
    var widths = naturalWidths
    var holdsNames = widths.map { _ in false }
    for case .cells(let cells, _) in table.rows {
      for case (let column, .name) in cells.enumerated() { holdsNames[column] = true }
    }
    while Self.total(widths) > style.width {
      let shrinkable = widths.indices.filter { holdsNames[$0] && widths[$0] > Self.narrowestName }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func line(_ cells: [Table.Cell], _ widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { line += String(repeating: " ", count: Self.gap) }
      let text = Self.text(cell, width: widths[column])
      let padding = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
      line += table.columns[column].alignment == .left ? text + padding : padding + text
    }
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }

  private static func text(_ cell: Table.Cell, width: Int) -> String {
    switch cell {
    case .text(let text): text
    case .name(let name): PrintableName.text(name, width: width)
    }
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  private static func ink(of emphasis: Table.Emphasis) -> Ink {
    switch emphasis {
    case .plain: .plain
    case .winner: .winner
    case .faint: .dim
    }
  }
}
