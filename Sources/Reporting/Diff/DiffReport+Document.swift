internal import Battles
internal import EloInference
internal import EloNumerics

/// Moves for readers.
extension DiffReport {
  /// The headline, the table, who came and went, and the notes in the order of their weight.
  var document: Document {
    let wording = DiffWording(self)
    var blocks: [Block] = [.headline(wording.headline), .paragraph(wording.top)]
    blocks.append(.table(table(isNarrow: false), narrower: table(isNarrow: true)))
    if let remainder { blocks.append(.legend(remainder)) }
    blocks += wording.rankMoves.map { .paragraph($0) }
    blocks += wording.comings.map { .paragraph($0) }
    if let cutOff = wording.cutOff { blocks.append(.note(Prose(cutOff))) }
    if let shift = wording.shift { blocks.append(.note(shift)) }
    for snapshot in [("Old snapshot: ", old), ("New snapshot: ", new)] {
      if let read = ReadingWording(snapshot.1.report.reading).line {
        blocks.append(.note(Prose(snapshot.0) + read))
      }
      if let words = SourceWording.setAside(snapshot.1.report, snapshot.1.source) {
        blocks.append(.note(Prose(snapshot.0) + words))
      }
    }
    blocks += wording.ofScores.map { .note($0) }
    blocks.append(.note(wording.overlap))
    if let idle = wording.idle { blocks.append(.note(idle)) }
    blocks.append(.note(Prose(wording.basis)))
    if let method = wording.method { blocks.append(.note(Prose(method))) }
    return Document(blocks: blocks)
  }

  /// The narrow form leaves names their room: it has the p-value that decides, and not what it is
  /// made from.
  private func table(isNarrow: Bool) -> Table {
    let format = RatingFormat(scale: comparison.scale, old.source, new.source)
    let pFormat = PValueFormat(level: comparison.test.level)
    let wording = DiffWording(self)
    var columns = [
      Table.Column(heading: "Rank", alignment: .right),
      Table.Column(heading: "Was", alignment: .right),
      Table.Column(heading: "Model", alignment: .left),
      Table.Column(heading: format.heading, alignment: .right),
      Table.Column(heading: "Change", alignment: .right),
    ]
    let showsSingle = !(isNarrow && isAdjusted)
    let numbers =
      (isNarrow ? [] : ["z"]) + (showsSingle ? ["p"] : []) + (isAdjusted ? ["Adjusted p"] : [])
    columns += numbers.map { Table.Column(heading: $0, alignment: .right) }
    columns.append(Table.Column(heading: "Move", alignment: .left))
    let rows = comparison.moves.prefix(top ?? comparison.moves.count).map { move -> Table.Row in
      var cells: [Table.Cell] = [
        .text("\(move.newRank)"), .text("\(move.oldRank)"), .name(move.name),
        .text(format.rating(move.newRating)), .text(Self.signed(move.change, format)),
      ]
      if !isNarrow { cells.append(.text(move.z.map { DecimalFormat(decimals: 2).text($0) } ?? "")) }
      if showsSingle { cells.append(.text(move.p.map(pFormat.text) ?? "")) }
      if isAdjusted { cells.append(.text(move.adjustedP.map(pFormat.text) ?? "")) }
      let verdict = move.isReal ? (move.change > 0 ? "really up" : "really down") : ""
      cells.append(.text(move.adjustedP == nil ? wording.noVerdict : verdict))
      return .cells(cells, .plain)
    }
    return Table(columns: columns, rows: rows, plot: nil)
  }

  /// Whether p-values were adjusted, so that there are two to a model.
  var isAdjusted: Bool { comparison.test.adjustment != .none }

  private var remainder: Prose? {
    let rest = comparison.moves.count - (top ?? comparison.moves.count)
    guard rest > 0 else { return nil }
    return "\(CountFormat.text(rest, "more model is", "more models are")) not shown."
  }

  /// A change with its sign, which what rounds to nothing has not.
  static func signed(_ value: Double, _ format: RatingFormat) -> String {
    let text = format.text(value)
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
    return value > 0 && !isZero ? "+" + text : text
  }
}
