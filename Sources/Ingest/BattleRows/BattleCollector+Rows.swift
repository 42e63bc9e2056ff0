internal import Battles
internal import SafeText

/// Rows, one by one.
extension BattleCollector {
  @inline(__always)
  mutating func take(_ window: Span<UInt8>, _ fields: Span<Field>, line: Int) throws(RowProblem) {
    if takeUsual(window, fields) { return }
    try takeAny(window, fields, line: line)
    // A row that cannot be used is passed over, and noted there.
    noteRowNumber(window, fields)
  }

  /// Takes one battle whose names and label are known already, so that nothing can be wrong.
  ///
  /// - Returns: whether it was one; else nothing was counted.
  @inline(__always)
  private mutating func takeUsual(_ window: Span<UInt8>, _ fields: Span<Field>) -> Bool {
    guard usualLabel >= 0, !current.labels.hasResults else { return false }
    let label = fields[usualLabel]
    let a = names.id(of: fields[columns.a], in: window)
    let b = names.id(of: fields[columns.b], in: window)
    var code = current.labels.code(of: label, in: window)
    if code == LabelTable.text {
      if label.isSame(as: fields[columns.a], in: window) {
        code = current.labels.codeOfA
      } else if label.isSame(as: fields[columns.b], in: window) {
        code = current.labels.codeOfB
      }
    }
    guard code >= 0, a >= 0, b >= 0 else { return false }
    return current.cells.add(a, b, code, count: 1)
  }

  @inline(never)
  private mutating func takeAny(
    _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
  ) throws(RowProblem) {
    // Where the header is there once more, its heading of side a is the name of nobody met before.
    let known = names.id(of: fields[columns.a], in: window)
    if known < 0, fields[columns.a].isText(headings[columns.a], in: window),
      isHeader(window, fields)
    {
      throw .repeatedHeader
    }
    if case .decided = columns.result, isNobody(window, fields) {
      withoutVerdict += 1
      return
    }
    let row = Row(
      a: known >= 0 ? known : try names.model(fields[columns.a], slot: columns.a, in: window),
      b: try names.model(fields[columns.b], slot: columns.b, in: window),
      cluster: try columns.cluster.map { slot throws(RowProblem) in
        try self.cluster(slot, window, fields)
      })
    if let time = columns.time { times.take(fields[time].content(in: window).bytes(in: window)) }
    let count = try columns.countSlot.map { slot throws(RowProblem) in
      try battles(slot, window, fields)
    }
    switch columns.result {
    case .winner(let slot, _):
      try takeLabel(slot, row, count, window, fields, line: line)
    case .verdicts(let verdicts):
      if try isDrawn(verdicts, row, window, fields, line: line) {
        try add(row, .tie, count ?? 1)
        return
      }
      // What is wrong with one of the labels is wrong with the row.
      for slot in verdicts.labels {
        _ = try current.labels.learnedCode(of: fields[slot], slot: slot, in: window)
      }
      for slot in verdicts.labels {
        try takeLabel(slot, row, count, window, fields, line: line)
      }
    case .decided(let draw, _):
      // A result in other words, such as how the winner won, says of no tie.
      let flag = draw.flatMap { DrawFlag(fields[$0].text(in: window)) }
      guard flag != .noVerdict else {
        withoutVerdict += count ?? 1
        return
      }
      try add(row, flag == .tie ? .tie : .aWins, count ?? 1)
    case .wins(let columns):
      try takeWins(columns, row, window, fields)
    case .scores(let scoreA, let scoreB, _):
      let pointsA = try points(scoreA, window, fields)
      let pointsB = try points(scoreB, window, fields)
      try add(row, pointsA > pointsB ? .aWins : pointsA < pointsB ? .bWins : .tie, count ?? 1)
    case .flags(let flags, _):
      guard let outcome = try flags.outcome(window, fields) else {
        withoutVerdict += count ?? 1
        return
      }
      try add(row, outcome, count ?? 1)
    case .matrix(let matrix):
      try takeMatrix(matrix, row, window, fields)
    case .judgments(let judgments):
      try takeJudgments(judgments, row, window, fields, line: line)
    }
  }

  /// Whether a row has neither a winner nor a loser: there is no verdict.
  private func isNobody(_ window: Span<UInt8>, _ fields: Span<Field>) -> Bool {
    [columns.a, columns.b].allSatisfy { slot in
      guard fields[slot].count <= 8 else { return false }
      let text = FoldedLabel.of(fields[slot].text(in: window))
      return Vocabulary.common.meanings[text] == .noVerdict || text.utf8.elementsEqual("none".utf8)
    }
  }

  /// The names and the cluster of a row, as numbers.
  struct Row {
    /// Side a.
    let a: Int32
    /// Side b.
    let b: Int32
    /// The cluster, where there are some.
    let cluster: Int32?
  }

  /// Notes the label of a row that a filter leaves out: no filter changes how a column is read.
  mutating func passOver(_ window: Span<UInt8>, _ fields: Span<Field>) throws(RowProblem) {
    noteRowNumber(window, fields)
    guard case .winner(let slot, _) = columns.result else {
      for slot in columns.verdictSlots { try passOverAny(slot, window, fields) }
      return
    }
    let label = fields[slot]
    let code = current.labels.code(of: label, in: window)
    // Most labels are words that are nobody's name, and have no blanks around them.
    if code >= 0, current.namesPassedOver.count > 2, label.count != fields[columns.a].count,
      label.count != fields[columns.b].count, !label.hasBlanksAround(in: window),
      !fields[columns.a].hasBlanksAround(in: window), !fields[columns.b].hasBlanksAround(in: window)
    {
      current.labels.passOver(code, .isNeither)
      return
    }
    try passOverAny(slot, window, fields)
  }

  @inline(never)
  mutating func passOverAny(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) {
    if fields[columns.a].isText(headings[columns.a], in: window), isHeader(window, fields) {
      throw .repeatedHeader
    }
    // What is wrong with such a row is nobody's concern.
    guard let code = try? current.labels.learnedCode(of: fields[slot], slot: slot, in: window)
    else {
      return
    }
    let sides = sides(slot, window, fields)
    if current.namesPassedOver.count < 3 {
      let pair = [fields[columns.a].content(in: window), fields[columns.b].content(in: window)]
      current.notePassedOver(pair, in: window)
    }
    if code >= 0 {
      current.labels.passOver(code, sides)
    } else if sides == .isNeither {
      try? current.labels.addUnknown(fields[slot], in: window, at: nil)
    } else if let name = try? current.labels.nameCode(isA: sides != .isB) {
      current.labels.passOver(name, sides)
    }
  }

  mutating func noteRowNumber(_ window: Span<UInt8>, _ fields: Span<Field>) {
    guard columns.mayNumberRows, let slot = columns.countSlot,
      let number = Numbers.count(fields[slot], in: window)
    else { return }
    rowNumbers.take(number)
  }

  /// How the names of a row stand to its label, by their texts.
  func sides(_ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>) -> LabelTable.Sides {
    let label = fields[slot].content(in: window)
    let isA = label.isSame(as: fields[columns.a].content(in: window), in: window)
    let isB = label.isSame(as: fields[columns.b].content(in: window), in: window)
    return isA ? (isB ? .isBoth : .isA) : isB ? .isB : .isNeither
  }

  /// The code of a row's label, or `nil` where it is neither a word nor the name of a side, and noted.
  mutating func code(
    _ slot: Int, _ a: Int32, _ b: Int32, _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
  ) throws(RowProblem) -> Int32? {
    let field = fields[slot]
    let code = try current.labels.learnedCode(of: field, slot: slot, in: window)
    if code >= 0 {
      // A score that is the name of one of the sides is that.
      guard current.labels.hasResults, current.labels.labels[Int(code)].result != nil else {
        return code
      }
      let sides = sides(slot, window, fields)
      return sides == .isNeither ? code : try current.labels.nameCode(isA: sides != .isB)
    }
    let id = names.knownID(of: field, in: window)
    if id >= 0, id == a { return try current.labels.nameCode(isA: true) }
    if id >= 0, id == b { return try current.labels.nameCode(isA: false) }
    try current.labels.addUnknown(field, in: window, at: Place(file: file, line: line))
    return nil
  }

  /// Whether the row says what the header says.
  func isHeader(_ window: Span<UInt8>, _ fields: Span<Field>) -> Bool {
    for (slot, heading) in headings.enumerated()
    where !fields[slot].isText(heading, in: window) { return false }
    return true
  }

  /// The id of the cluster named in `slot`.
  mutating func cluster(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Int32 {
    let field = fields[slot].content(in: window)
    guard field.count > 0 else {
      throw .value(
        slot: slot, expected: "the cluster that the battle belongs to",
        remedy: RowProblem.skipRemedy)
    }
    do throws(InvalidUTF8) {
      return try clusters.intern(field, in: window)
    } catch {
      throw .notUTF8(slot: slot, offset: error.offset)
    }
  }

  func battles(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Int {
    if let count = Numbers.count(fields[slot], in: window) { return count }
    throw .value(
      slot: slot, expected: "a whole number of battles from 0 to 2^53",
      remedy: RowProblem.skipRemedy)
  }

  func points(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Double {
    if let points = Numbers.number(fields[slot], in: window) { return points }
    throw .value(slot: slot, expected: "a number", remedy: RowProblem.skipRemedy)
  }

  /// Counts battles whose outcome is known.
  mutating func add(_ row: Row, _ outcome: Outcome, _ count: Int) throws(RowProblem) {
    try requireRoom(for: count)
    let code = Int32(outcome.rawValue)
    _ =
      if let cluster = row.cluster {
        direct.add(row.a, row.b, code, cluster: cluster, count: count)
      } else {
        direct.add(row.a, row.b, code, count: count)
      }
  }

  /// Counts battles with a label.
  mutating func addLabelled(
    _ row: Row, _ code: Int32, _ count: Int
  ) throws(RowProblem) {
    try requireRoom(for: count)
    _ =
      if let cluster = row.cluster {
        current.cells.add(row.a, row.b, code, cluster: cluster, count: count)
      } else {
        current.cells.add(row.a, row.b, code, count: count)
      }
  }

  func requireRoom(for count: Int) throws(RowProblem) {
    // Both are at most 2^53, so that the sum cannot overflow.
    guard battleCount + count <= Numbers.largestCount else {
      throw .dataset(
        what: "the battles up to here are more than 2^53",
        remedy: "check the counts; beyond 2^53 they cannot be told apart")
    }
  }
}
