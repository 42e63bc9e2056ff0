internal import SafeText

/// Draws the intervals of a forest plot as a column of a table.
///
/// ├──●──┤ on a terminal with Unicode, |--o--| in ASCII; where it crosses the reference, ├┼─●──┤. An interval that leaves the axis ends in
/// an arrow; an estimate beyond the axis leaves the arrow alone at its edge.
struct ForestColumn {
  /// The axis of all rows.
  let axis: ForestAxis
  /// A value that every row marks.
  let reference: Double?
  /// The terminal.
  let style: TerminalStyle

  /// The labels of the axis above their columns.
  func heading() -> String {
    var line = ""
    for tick in axis.ticks {
      let label = style.characters.spelled(tick.label)
      let width = DisplayWidth.of(label)
      let start = min(max(tick.column - width / 2, 0), axis.columns - width)
      line += String(repeating: " ", count: max(0, start - DisplayWidth.of(line))) + label
    }
    return line
  }

  /// The interval with the marks of the axis behind it, without spaces at the end.
  func line(_ span: ForestPlot.Span, _ ink: Ink) -> String {
    let bar = bar(span)
    let guides = guides
    var runs: [(text: String, ink: Ink)] = []
    for column in 0..<axis.columns {
      let (character, ink) =
        if let drawn = bar[column] { (drawn, ink) } else { (guides[column] ?? " ", Ink.dim) }
      if let last = runs.indices.last, runs[last].ink == ink {
        runs[last].text.append(character)
      } else {
        runs.append((String(character), ink))
      }
    }
    if let last = runs.indices.last {
      while runs[last].text.last == " " { runs[last].text.removeLast() }
    }
    return runs.reduce(into: "") { line, run in
      let isBlank = run.text.allSatisfy { $0 == " " }
      line += isBlank ? run.text : style.painted(run.text, run.ink)
    }
  }

  private var symbols: Symbols { style.characters == .unicode ? .unicode : .ascii }

  /// The marks that every row has, by column.
  private var guides: [Int: Character] {
    var guides = [Int: Character]()
    for tick in axis.ticks { guides[tick.column] = symbols.tick }
    if let reference { guides[axis.column(of: reference)] = symbols.reference }
    return guides
  }

  /// The interval by column. Its ends give way to the dot where they share a column.
  private func bar(_ span: ForestPlot.Span) -> [Int: Character] {
    guard span.isKnown else { return [:] }
    let (low, high) = (axis.range.lowerBound, axis.range.upperBound)
    if span.upper < low { return [0: symbols.below] }
    if span.lower > high { return [axis.columns - 1: symbols.above] }
    let first = axis.column(of: max(span.lower, low))
    let last = axis.column(of: min(span.upper, high))
    var bar = [Int: Character]()
    for column in first...last { bar[column] = symbols.line }
    bar[first] = symbols.start
    bar[last] = symbols.end
    // Only an interval that holds the reference crosses it, however near to it another one ends.
    if let reference, span.lower <= reference, reference <= span.upper {
      bar[axis.column(of: reference)] = symbols.crossing
    }
    if axis.range.contains(span.estimate) {
      bar[axis.column(of: span.estimate)] = symbols.dot
    }
    if span.lower < low { bar[0] = symbols.below }
    if span.upper > high { bar[axis.columns - 1] = symbols.above }
    return bar
  }

  private struct Symbols {
    let start, line, end, dot, below, above, tick, reference, crossing: Character

    static let unicode = Symbols(
      start: "├", line: "─", end: "┤", dot: "●", below: "‹", above: "›", tick: "┊", reference: "│",
      crossing: "┼")
    static let ascii = Symbols(
      start: "|", line: "-", end: "|", dot: "o", below: "<", above: ">", tick: ".", reference: ":",
      crossing: "+")
  }
}
