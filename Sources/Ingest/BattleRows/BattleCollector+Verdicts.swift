internal import Battles
internal import SafeText

/// What the rows of each kind of columns tell.
extension BattleCollector {
  /// Takes the battles of a row that a label tells of.
  mutating func takeLabel(
    _ slot: Int, _ row: Row, _ count: Int?, _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
  ) throws(RowProblem) {
    guard let code = try code(slot, row.a, row.b, window, fields, line: line) else { return }
    if count == 0 { current.labels.passOver(code, sides(slot, window, fields)) }
    try addLabelled(row, code, count ?? 1)
  }

  /// Whether a column says that the battle is a tie; a label that tells of a winner contradicts it.
  mutating func isDrawn(
    _ verdicts: VerdictColumns, _ row: Row, _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
  ) throws(RowProblem) -> Bool {
    guard let draw = verdicts.draw else { return false }
    let said = DrawFlag(fields[draw].text(in: window))
    guard let flag = said, flag != .noVerdict else {
      throw .value(slot: draw, expected: "1 or 0, or yes or no", remedy: RowProblem.skipRemedy)
    }
    guard flag == .tie else { return false }
    for slot in verdicts.labels {
      let label = FoldedLabel.of(fields[slot].text(in: window))
      switch Vocabulary.common.meanings[label] {
      case .outcome(.tie), .noVerdict: continue
      default:
        throw .row(
          what: "\(headings[draw]) says that the battle is a tie, and \(headings[slot]) is "
            + quoted(bytes: fields[slot].bytes(in: window)),
          remedy: RowProblem.skipRemedy)
      }
    }
    return true
  }

  mutating func takeWins(
    _ columns: WinColumns, _ row: Row, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) {
    let countA = try battles(columns.a, window, fields)
    let countB = try battles(columns.b, window, fields)
    let ties = try columns.ties.map { slot throws(RowProblem) in
      try battles(slot, window, fields)
    }
    if let slot = columns.all {
      let all = try battles(slot, window, fields)
      let sum = countA + countB + (ties ?? 0)
      guard all == sum else {
        let names = columns.ties == nil ? "wins and losses" : "wins, losses and ties"
        let roles =
          "wins_a=\(headings[columns.a]),wins_b=\(headings[columns.b])"
          + (columns.ties.map { ",ties=\(headings[$0])" } ?? "")
        throw .row(
          what: "\(names) add up to \(sum), and \(headings[slot]) is \(all)",
          remedy: "correct it; where that is no sum of these, say so with --columns "
            + ShellWord.assignment(roles))
      }
    }
    try add(row, .aWins, countA)
    try add(row, .bWins, countB)
    try add(row, .tie, ties ?? 0)
  }

  /// Takes a row of a square table: what the row's model won against each other one, or lost.
  mutating func takeMatrix(
    _ matrix: MatrixColumns, _ row: Row, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) {
    if idsOfTable.isEmpty { idsOfTable = matrix.columns.map { names.intern($0.name) } }
    var wins: [(other: Int32, count: Int)] = []
    for (column, other) in zip(matrix.columns, idsOfTable) {
      let field = fields[column.slot]
      if other == row.a {
        // Nobody meets itself: what stands there is a mark, or tells nothing.
        if let number = Numbers.number(field, in: window), number != 0 { hasDiagonal = true }
        continue
      }
      if field.trimmed(in: window).count == 0 { continue }
      wins.append((other, try battles(column.slot, window, fields)))
    }
    rowsOfTable[row.a, default: 0] += 1
    for (other, count) in wins {
      try add(
        Row(a: row.a, b: other, cluster: row.cluster),
        matrix.areOfColumns ? .bWins : .aWins, count)
    }
  }

  /// Takes the two verdicts on a model and its baseline, which changed places in between.
  mutating func takeJudgments(
    _ judgments: JudgmentColumns, _ row: Row, _ window: Span<UInt8>, _ fields: Span<Field>,
    line: Int
  ) throws(RowProblem) {
    let baseline = names.intern(try judgments.baseline(window, fields))
    let slots = [judgments.first, judgments.second]
    var codes: [Int32] = []
    for slot in slots {
      codes.append(try current.labels.learnedCode(of: fields[slot], slot: slot, in: window))
    }
    for (index, code) in codes.enumerated() {
      guard code >= 0 else {
        try current.labels.addUnknown(
          fields[slots[index]], in: window, at: Place(file: file, line: line))
        continue
      }
      let (a, b) = index == 0 ? (baseline, row.b) : (row.b, baseline)
      try addLabelled(Row(a: a, b: b, cluster: row.cluster), code, 1)
    }
  }
}
