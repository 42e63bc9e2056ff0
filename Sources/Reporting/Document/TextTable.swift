internal import SafeText

/// Lays a table out in columns of a terminal.
struct TextTable {
  private static let gap = 2
  private static let narrowestName = 8
  /// The columns that a name keeps where it is shortened for the sake of drawn intervals.
  private static let narrowestNameBesidePlot = 28
  private static let narrowestPlot = 20

  /// What drawn intervals take at least, with the space before them.
  static let leastPlot = gap + narrowestPlot

  /// The table.
  let table: Table
  /// The terminal.
  let style: TerminalStyle

  /// The columns that the table takes where no name is shortened and no interval drawn.
  var naturalWidth: Int { Self.total(naturalWidths) }

  /// Whether there is room to draw the intervals.
  var drawsIntervals: Bool { layout.forest != nil }

  /// The lines, each within the terminal's width as far as shortening names can bring that about.
  func lines() -> [String] {
    let (widths, forest) = layout
    let names = shortNames(widths)
    let headings = line(table.columns.map { Table.Cell.text($0.heading) }, widths, names)
    let heading = style.painted(joined(headings, forest?.heading()), .bold)
    // The heading stands over lines that have columns: a section that comes first stands above it.
    var lines = table.startsWithSection ? [] : [heading]
    var spans = table.plot?.spans[...] ?? []
    for row in table.rows {
      switch row {
      case .cells(let cells, let emphasis):
        let ink = Self.ink(of: emphasis)
        guard let forest, let span = spans.popFirst() else {
          lines.append(style.painted(joined(line(cells, widths, names), nil), ink))
          continue
        }
        let start = joined(line(cells, widths, names), "")
        lines.append(style.painted(start, ink) + forest.line(span, ink))
      case .section(let prose):
        let isFirst = lines.isEmpty
        if !isFirst { lines.append("") }
        let text = TextRenderer.text(prose, style)
        lines += LineWrap.lines(text, width: style.proseWidth).map { style.painted($0, .dim) }
        if isFirst { lines.append(heading) }
      case .continuation(let prose):
        let text = TextRenderer.text(prose, style)
        lines += LineWrap.lines(text, width: style.width, indent: 2, hanging: 4)
      }
    }
    return lines
  }

  private var naturalWidths: [Int] {
    var widths = table.columns.map { DisplayWidth.of(style.characters.spelled($0.heading)) }
    for case .cells(let cells, _) in table.rows {
      for (column, cell) in cells.enumerated() {
        widths[column] = max(widths[column], DisplayWidth.of(text(cell)))
      }
    }
    return widths
  }

  /// The widths of the columns, and how intervals are drawn behind them, where there is room.
  private var layout: (widths: [Int], forest: ForestColumn?) {
    let natural = naturalWidths
    if let plot = table.plot, let range = plot.range, let plotWidth = style.plotWidth {
      let widths = fitted(
        natural, to: plotWidth - Self.leastPlot, narrowestName: Self.narrowestNameBesidePlot)
      let room = plotWidth - Self.gap - Self.total(widths)
      if room >= Self.narrowestPlot {
        let axis = ForestAxis(range: range, columns: room)
        return (widths, ForestColumn(axis: axis, reference: plot.reference, style: style))
      }
    }
    return (fitted(natural, to: style.width, narrowestName: Self.narrowestName), nil)
  }

  /// The natural widths, with the widest column of names shortened until the table fits.
  private func fitted(_ natural: [Int], to width: Int, narrowestName: Int) -> [Int] {
    var widths = natural
    var holdsNames = widths.map { _ in false }
    for case .cells(let cells, _) in table.rows {
      for case (let column, .name) in cells.enumerated() { holdsNames[column] = true }
    }
    while style.cutsNames, Self.total(widths) > width {
      let shrinkable = widths.indices.filter { holdsNames[$0] && widths[$0] > narrowestName }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  /// The names of the table in each of the widths that a column of names has.
  ///
  /// Names of one width are told apart in whichever columns they stand; those of another width are
  /// not the same anyway.
  private func shortNames(_ widths: [Int]) -> [Int: ShortNames] {
    var names: [String] = []
    var narrow: Set<Int> = []
    for case .cells(let cells, _) in table.rows {
      for case (let column, .name(let name)) in cells.enumerated() {
        names.append(name)
        narrow.insert(widths[column])
      }
    }
    return narrow.reduce(into: [:]) { forms, width in
      forms[width] = ShortNames(names, width: width, ellipsis: style.characters.ellipsis)
    }
  }

  private func line(
    _ cells: [Table.Cell], _ widths: [Int], _ names: [Int: ShortNames]
  ) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { line += String(repeating: " ", count: Self.gap) }
      let text = text(cell, names[widths[column]])
      let padding = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
      line += table.columns[column].alignment == .left ? text + padding : padding + text
    }
    return line
  }

  /// A line with what is drawn behind it, or without the spaces at its end.
  private func joined(_ line: String, _ drawing: String?) -> String {
    if let drawing { return line + String(repeating: " ", count: Self.gap) + drawing }
    var line = line
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }

  private func text(_ cell: Table.Cell, _ names: ShortNames? = nil) -> String {
    switch cell {
    case .text(let text): style.characters.spelled(text)
    case .marked(let text): style.characters.spelled("\(Table.mark) \(text)")
    case .name(let name):
      names?.text(name) ?? PrintableName.text(name, width: .max)
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
