/// Writes a document for a terminal.
struct TextRenderer {
  /// The terminal.
  let style: TerminalStyle

  /// The document as lines, each ended by a newline. Where a table has made it longer than the screen,
  /// its headline comes once more at the end, which is what is seen first then.
  func text(_ document: Document) -> String {
    var all: [String] = []
    var previous: Block?
    for block in document.blocks {
      if let previous, !block.follows(previous) { all.append("") }
      all += lines(block)
      previous = block
    }
    // The line below the last one is for the next command.
    if let height = style.height, all.count >= height, let headline = document.headlineOfTable {
      all += [""] + lines(headline)
    }
    return all.reduce(into: "") { $0 += $1 + "\n" }
  }

  /// Running text with its names printable and no wider than the terminal allows in a sentence.
  static func text(_ prose: Prose, _ style: TerminalStyle) -> String {
    prose.runs.reduce(into: "") { text, run in
      switch run {
      case .words(let words): text += style.characters.spelled(words)
      case .name(let name):
        text += PrintableName.text(
          name, width: style.nameWidth, ellipsis: style.characters.ellipsis)
      }
    }
  }

  private func lines(_ block: Block) -> [String] {
    switch block {
    case .headline(let prose): return wrapped(prose, .bold)
    case .paragraph(let prose): return wrapped(prose, .plain)
    case .figures(let figures):
      let parts = (figures.dropLast().map { $0 + " ·" } + figures.suffix(1)).map {
        style.characters.spelled($0)
      }
      return LineWrap.lines(parts, width: style.proseWidth, indent: 2, hanging: 2).map {
        style.painted($0, .dim)
      }
    case .legend(let prose): return wrapped(prose, .dim)
    case .markLegend(let meaning): return wrapped("\(Table.mark) \(meaning)", .dim)
    case .reading(let prose), .note(let prose): return wrapped(prose, .dim, hanging: 2)
    case .table(let table, let narrower):
      let first = TextTable(table: table, style: style)
      guard let narrower else { return first.lines() }
      return chosen(first, narrower: TextTable(table: narrower, style: style)).lines()
    }
  }

  /// The first form where it fits as it is with its intervals drawn, the narrower one where that
  /// has room to draw them, and otherwise the first that fits.
  private func chosen(_ first: TextTable, narrower: TextTable) -> TextTable {
    if let plotWidth = style.plotWidth {
      if first.naturalWidth + TextTable.leastPlot <= plotWidth { return first }
      if narrower.drawsIntervals { return narrower }
    }
    return first.naturalWidth > style.width ? narrower : first
  }

  private func wrapped(_ prose: Prose, _ ink: Ink, hanging: Int = 0) -> [String] {
    let text = Self.text(prose, style)
    let lines = LineWrap.lines(text, width: style.proseWidth, hanging: hanging)
    return lines.map { style.painted($0, ink) }
  }
}

extension Document {
  /// The headline where a table is below it.
  fileprivate var headlineOfTable: Block? {
    guard blocks.contains(where: { if case .table = $0 { true } else { false } }) else {
      return nil
    }
    return blocks.first { if case .headline = $0 { true } else { false } }
  }
}

extension Block {
  /// Whether the block stands directly under `previous`, without an empty line between.
  fileprivate func follows(_ previous: Block) -> Bool {
    switch (previous, self) {
    case (_, .figures), (_, .legend), (_, .markLegend): true
    default: previous.isNote && isNote
    }
  }

  private var isNote: Bool {
    switch self {
    case .reading, .note: true
    default: false
    }
  }
}
