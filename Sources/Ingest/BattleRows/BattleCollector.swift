internal import Battles

/// Takes rows of battles and counts them by the labels of their winners, over all files; what the labels
/// mean is settled when all have been counted.
struct BattleCollector: RowConsumer, Sendable {
  private(set) var names = ModelNames()
  /// The winner columns met so far.
  private var groups: [LabelGroup] = []
  /// The one of the file that is read, out of its place among the others.
  private var current = LabelGroup(
    LabelGroup.Headings(winner: "", sideA: "", sideB: ""), options: [])
  private var currentIndex = -1
  /// The battles of the groups that are in their places.
  private var battlesElsewhere = 0
  /// The battles whose outcomes are counts or points, with the outcomes for codes.
  private(set) var direct = CellTable()
  /// The clusters, where those are asked for.
  private(set) var clusters = NameTable()
  /// Whether battles belong to clusters.
  private(set) var isClustered: Bool
  private let labels: [OutcomeLabel]
  private var columns = BattleColumns(a: 0, b: 0, result: .winner(0, count: nil))
  /// The slot of the label where a row is two names and a label and no more, else -1.
  private var usualLabel = -1
  private var file = ""
  /// Battles without a verdict in files with a column for each outcome.
  private(set) var withoutVerdict = 0
  /// What may be numbers of rows, and was taken for counts by its heading.
  private(set) var rowNumbers = RowNumbers()
  /// The range of times, where a column of times is looked at.
  private(set) var times = TimeRange()
  /// The headings by slot, for lines that repeat the header.
  private var headings: [String] = []

  /// No battle yet; options name `labels`.
  init(labels: [OutcomeLabel], isClustered: Bool = false) {
    self.labels = labels
    self.isClustered = isClustered
  }

  /// Makes ready for a file, whose columns are called `headings` by slot.
  mutating func begin(_ file: String, columns: BattleColumns, headings: [String]) {
    self.file = file
    self.columns = columns
    usualLabel = columns.usualLabel
    self.headings = headings
    if columns.cluster != nil { isClustered = true }
    guard let group = columns.labelHeadings(headings) else { return }
    enter(group)
    if columns.isTurned { current.isTurnedInFile = true }
  }

  /// Makes the group of these headings the one at work.
  private mutating func enter(_ headings: LabelGroup.Headings) {
    if currentIndex >= 0 {
      if current.headings.areSame(as: headings) { return }
      battlesElsewhere += current.cells.total
      swap(&groups[currentIndex], &current)
      currentIndex = -1
    }
    let index = groups.firstIndex { $0.headings.areSame(as: headings) } ?? groups.count
    if index == groups.count { groups.append(LabelGroup(headings, options: labels)) }
    swap(&groups[index], &current)
    battlesElsewhere -= current.cells.total
    currentIndex = index
  }

  /// All groups, the one at work in its place.
  var allGroups: [LabelGroup] {
    var all = groups
    if currentIndex >= 0 { all[currentIndex] = current }
    return all
  }

  /// The number of battles so far, those without a verdict among them.
  var battleCount: Int {
    battlesElsewhere + direct.total + (currentIndex < 0 ? 0 : current.cells.total)
  }

  /// Whether the battles are those of a square table.
  var isMatrix: Bool {
    if case .matrix = columns.result { return true }
    return false
  }

  /// Whether rows tell numbers of wins.
  var countsWins: Bool {
    if case .wins = columns.result { return true }
    return false
  }

  /// Whether rows tell of several battles each that are in no cluster.
  var hasLooseGames: Bool { !columns.hasMore && columns.verdictSlots.count > 1 }

  /// Whether the battles are those of judgments with two games.
  var areJudgments: Bool {
    if case .judgments = columns.result { return true }
    return false
  }

  /// Whether rows have told of battles that count nothing: with a label that nothing knows, or no verdict.
  var hasLabelsOrFlags: Bool {
    withoutVerdict > 0 || allGroups.contains { !$0.labels.unknown.isEmpty }
  }

  /// A collector of the same labels and columns that has no battle.
  var emptied: BattleCollector {
    var collector = BattleCollector(labels: labels, isClustered: isClustered)
    collector.groups = groups.map(\.emptied)
    collector.current = current.emptied
    collector.currentIndex = currentIndex
    collector.columns = columns
    collector.usualLabel = usualLabel
    collector.headings = headings
    collector.file = file
    return collector
  }

  /// Whether what `other` has collected from rows behind these can be added: not where it would be
  /// too many battles, or too many labels.
  func canAdd(_ other: BattleCollector) -> Bool {
    let mine = allGroups
    return battleCount + other.battleCount <= Numbers.largestCount
      && other.allGroups.allSatisfy { group in
        mine.first { $0.headings.areSame(as: group.headings) }?.labels.canAdd(group.labels) ?? true
      }
  }

  /// Adds what `other` has collected from rows behind these, whose lines are counted from `lines` on.
  ///
  /// - Precondition: it can be added.
  mutating func add(_ other: BattleCollector, lines: Int) {
    precondition(canAdd(other), "it cannot be added")
    let ids = names.add(other.names)
    let clusterIDs = other.clusters.names.map { clusters.intern($0) }
    withoutVerdict += other.withoutVerdict
    isClustered = isClustered || other.isClustered
    times.add(other.times)
    rowNumbers.add(other.rowNumbers)
    Self.add(other.direct, to: &direct, ids, clusterIDs, codes: nil)
    for group in other.allGroups {
      enter(group.headings)
      if group.isTurnedInFile { current.isTurnedInFile = true }
      let codes = current.labels.add(group.labels, lines: lines)
      Self.add(group.cells, to: &current.cells, ids, clusterIDs, codes: codes)
      for name in group.namesPassedOver.names where current.namesPassedOver.count < 3 {
        current.namesPassedOver.intern(name)
      }
    }
    columns = other.columns
    usualLabel = other.usualLabel
    headings = other.headings
    if other.currentIndex >= 0 { enter(other.current.headings) }
  }

  private static func add(
    _ cells: CellTable, to all: inout CellTable, _ ids: [Int32], _ clusters: [Int32],
    codes: [Int32]?
  ) {
    cells.forEachCell(orderedBy: Array(0..<Int32(ids.count))) { cell in
      let (a, b) = (ids[Int(cell.a)], ids[Int(cell.b)])
      let code = codes.map { $0[Int(cell.code)] } ?? cell.code
      _ =
        clusters.isEmpty
        ? all.add(a, b, code, count: cell.count)
        : all.add(a, b, code, cluster: clusters[Int(cell.cluster)], count: cell.count)
    }
  }

  // MARK: Rows

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
    guard usualLabel >= 0 else { return false }
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
      let isDrawn = try draw.map { slot throws(RowProblem) in
        try FlagColumns.isSet(slot, window, fields)
      }
      try add(row, isDrawn ?? false ? .tie : .aWins, count ?? 1)
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
  private struct Row {
    let a: Int32
    let b: Int32
    let cluster: Int32?
  }

  /// Takes the battles of a row that a label tells of.
  private mutating func takeLabel(
    _ slot: Int, _ row: Row, _ count: Int?, _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
  ) throws(RowProblem) {
    guard let code = try code(slot, row.a, row.b, window, fields, line: line) else { return }
    if count == 0 { current.labels.passOver(code, sides(slot, window, fields)) }
    try addLabelled(row, code, count ?? 1)
  }

  /// Whether a column says that the battle is a tie; a label that tells of a winner contradicts it.
  private mutating func isDrawn(
    _ verdicts: VerdictColumns, _ row: Row, _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
  ) throws(RowProblem) -> Bool {
    guard let draw = verdicts.draw, try FlagColumns.isSet(draw, window, fields) else {
      return false
    }
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

  private mutating func takeWins(
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
        throw .row(
          what: "wins, losses and ties add up to \(sum), and \(headings[slot]) is \(all)",
          remedy: RowProblem.skipRemedy)
      }
    }
    try add(row, .aWins, countA)
    try add(row, .bWins, countB)
    try add(row, .tie, ties ?? 0)
  }

  /// Takes a row of a square table: what the row's model won against each other one, or lost.
  private mutating func takeMatrix(
    _ matrix: MatrixColumns, _ row: Row, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) {
    var wins: [(other: Int32, count: Int)] = []
    for column in matrix.columns {
      let other = names.intern(column.name)
      // Nobody meets itself: what stands there is a mark, or tells nothing.
      if other == row.a || fields[column.slot].trimmed(in: window).count == 0 { continue }
      wins.append((other, try battles(column.slot, window, fields)))
    }
    for (other, count) in wins {
      try add(
        Row(a: row.a, b: other, cluster: row.cluster),
        matrix.areOfColumns ? .bWins : .aWins, count)
    }
  }

  /// Takes the two verdicts on a model and its baseline, which changed places in between.
  private mutating func takeJudgments(
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
  private mutating func passOverAny(
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

  private mutating func noteRowNumber(_ window: Span<UInt8>, _ fields: Span<Field>) {
    guard columns.mayNumberRows, let slot = columns.countSlot,
      let number = Numbers.count(fields[slot], in: window)
    else { return }
    rowNumbers.take(number)
  }

  /// How the names of a row stand to its label, by their texts.
  private func sides(_ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>) -> LabelTable.Sides
  {
    let label = fields[slot].content(in: window)
    let isA = label.isSame(as: fields[columns.a].content(in: window), in: window)
    let isB = label.isSame(as: fields[columns.b].content(in: window), in: window)
    return isA ? (isB ? .isBoth : .isA) : isB ? .isB : .isNeither
  }

  /// The code of a row's label, or `nil` where it is neither a word nor the name of a side, and noted.
  private mutating func code(
    _ slot: Int, _ a: Int32, _ b: Int32, _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
  ) throws(RowProblem) -> Int32? {
    let field = fields[slot]
    let code = try current.labels.learnedCode(of: field, slot: slot, in: window)
    if code >= 0 { return code }
    let id = names.knownID(of: field, in: window)
    if id >= 0, id == a { return try current.labels.nameCode(isA: true) }
    if id >= 0, id == b { return try current.labels.nameCode(isA: false) }
    try current.labels.addUnknown(field, in: window, at: Place(file: file, line: line))
    return nil
  }

  /// Whether the row says what the header says.
  private func isHeader(_ window: Span<UInt8>, _ fields: Span<Field>) -> Bool {
    for (slot, heading) in headings.enumerated()
    where !fields[slot].isText(heading, in: window) { return false }
    return true
  }

  /// The id of the cluster named in `slot`.
  private mutating func cluster(
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

  private func battles(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Int {
    if let count = Numbers.count(fields[slot], in: window) { return count }
    throw .value(
      slot: slot, expected: "a whole number of battles from 0 to 2^53",
      remedy: RowProblem.skipRemedy)
  }

  private func points(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Double {
    if let points = Numbers.number(fields[slot], in: window) { return points }
    throw .value(slot: slot, expected: "a number", remedy: RowProblem.skipRemedy)
  }

  /// Counts battles whose outcome is known.
  private mutating func add(_ row: Row, _ outcome: Outcome, _ count: Int) throws(RowProblem) {
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
  private mutating func addLabelled(
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

  private func requireRoom(for count: Int) throws(RowProblem) {
    // Both are at most 2^53, so that the sum cannot overflow.
    guard battleCount + count <= Numbers.largestCount else {
      throw .dataset(
        what: "the battles up to here are more than 2^53",
        remedy: "check the counts; beyond 2^53 they cannot be told apart")
    }
  }
}
