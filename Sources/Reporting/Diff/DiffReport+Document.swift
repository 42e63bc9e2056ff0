internal import Battles
internal import EloInference
internal import EloNumerics

/// Moves for readers.
extension DiffReport {
  /// The headline, the table, who came and went, and the notes in the order of their weight.
  package var document: Document {
    let wording = DiffWording(self)
    var blocks: [Block] = [.headline(wording.headline), .paragraph(wording.top)]
    if !lines.isEmpty {
      blocks.append(.table(table(isNarrow: false), narrower: table(isNarrow: true)))
    }
    blocks += remainders.map { .legend($0) }
    blocks += wording.rankMoves.map { .paragraph($0) }
    blocks += wording.comings.map { .paragraph($0) }
    if let cutOff = wording.cutOff { blocks.append(.note(Prose(cutOff))) }
    if let shift = wording.shift { blocks.append(.note(shift)) }
    blocks += old.notesOnReading("Old snapshot: ") + new.notesOnReading("New snapshot: ")
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
    let format = format
    let pFormat = PValueFormat(level: comparison.test.level)
    let wording = DiffWording(self)
    var columns = [
      Table.Column(heading: "Rank", alignment: .right),
      Table.Column(heading: "Was", alignment: .right),
      Table.Column(heading: "Model", alignment: .left),
      Table.Column(heading: format.heading, alignment: .right),
      Table.Column(heading: "Change", alignment: .right),
    ]
    let isAdjusted = comparison.test.isAdjusted
    let showsSingle = !(isNarrow && isAdjusted)
    let numbers =
      (isNarrow ? [] : ["z"]) + (showsSingle ? ["p"] : []) + (isAdjusted ? ["Adjusted p"] : [])
    columns += numbers.map { Table.Column(heading: $0, alignment: .right) }
    columns.append(Table.Column(heading: "Move", alignment: .left))
    let rows = lines.prefix(top ?? lines.count).map { line -> Table.Row in
      guard case .move(let move) = line else {
        return .cells(line.cells(format, numbers: numbers.count), .plain)
      }
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

  /// A line of the table.
  private enum Line {
    case move(MoveFinding)
    case entered(SnapshotPlace)
    case left(SnapshotPlace)

    /// Of a model that is in one snapshot only: its place and rating there, and which one it is.
    func cells(_ format: RatingFormat, numbers: Int) -> [Table.Cell] {
      let (places, place, what): ([String], SnapshotPlace?, String) =
        switch self {
        case .entered(let place): (["\(place.rank)", ""], place, "entered")
        case .left(let place): (["", "\(place.rank)"], place, "left")
        case .move: (["", ""], nil, "")
        }
      return places.map { .text($0) }
        + [.name(place?.name ?? ""), .text(place.map { format.text($0.rating) } ?? "")]
        + Array(repeating: .text(""), count: 1 + numbers) + [.text(what)]
    }

    /// The rank that puts it in order; the models that left come last.
    var rank: (isGone: Int, rank: Int) {
      switch self {
      case .move(let move): (0, move.newRank)
      case .entered(let place): (0, place.rank)
      case .left(let place): (1, place.rank)
      }
    }
  }

  /// All lines of the table: down the new ranking, and then the models that left; or the real moves.
  private var lines: [Line] {
    if isMovedOnly { return comparison.realMoves.map { .move($0) } }
    let all =
      comparison.moves.map { Line.move($0) } + comparison.entered.map { .entered($0) }
      + comparison.left.map { .left($0) }
    return all.enumerated().sorted {
      ($0.element.rank.isGone, $0.element.rank.rank, $0.offset)
        < ($1.element.rank.isGone, $1.element.rank.rank, $1.offset)
    }.map(\.element)
  }

  /// How many models the table leaves out, for want of room and for want of a move.
  private var remainders: [Prose] {
    let rest = lines.count - (top ?? lines.count)
    let still = isMovedOnly ? comparison.moves.count - comparison.realMoves.count : 0
    var remainders: [Prose] = []
    if rest > 0 {
      remainders.append("\(CountFormat.text(rest, "more model is", "more models are")) not shown.")
    }
    if still > 0 {
      remainders.append(
        "\(CountFormat.text(still, "model whose rating is", "models whose ratings are")) not shown to have moved \(still == 1 ? "is" : "are") left out."
      )
    }
    return remainders
  }

  /// A change with its sign, which what rounds to nothing has not.
  static func signed(_ value: Double, _ format: RatingFormat) -> String {
    let text = format.text(value)
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
    return value > 0 && !isZero ? "+" + text : text
  }
}
