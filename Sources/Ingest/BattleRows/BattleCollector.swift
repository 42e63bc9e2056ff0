internal import Battles
internal import SafeText

/// Takes rows of battles and counts them by the labels of their winners, over all files; what the labels
/// mean is settled when all have been counted.
struct BattleCollector: RowConsumer, Sendable {
  var names = ModelNames()
  /// The winner columns met so far.
  var groups: [LabelGroup] = []
  /// The one of the file that is read, out of its place among the others.
  var current = LabelGroup(
    LabelGroup.Headings(winner: "", sideA: "", sideB: ""), options: [])
  var currentIndex = -1
  /// The battles of the groups that are in their places.
  var battlesElsewhere = 0
  /// The battles whose outcomes are counts or points, with the outcomes for codes.
  var direct = CellTable()
  /// The clusters, where those are asked for.
  var clusters = NameTable()
  /// Whether battles belong to clusters.
  var isClustered: Bool
  let labels: [OutcomeLabel]
  var columns = BattleColumns(a: 0, b: 0, result: .winner(0, count: nil))
  /// The slot of the label where a row is two names and a label and no more, else -1.
  var usualLabel = -1
  var file = ""
  /// Battles without a verdict in files with a column for each outcome.
  var withoutVerdict = 0
  /// The models of the columns of a square table.
  var idsOfTable: [Int32] = []
  /// How often each model has a row of a square table.
  var rowsOfTable: [Int32: Int] = [:]
  /// Whether a square table has numbers on its diagonal.
  var hasDiagonal = false
  /// What may be numbers of rows, and was taken for counts by its heading.
  var rowNumbers = RowNumbers()
  /// The range of times, where a column of times is looked at.
  var times = TimeRange()
  /// The headings by slot, for lines that repeat the header.
  var headings: [String] = []

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
    if columns.isBehind { current.order.behind = true } else { current.order.before = true }
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
  var isMatrix: Bool { matrix != nil }

  /// The columns of a square table.
  var matrix: MatrixColumns? {
    if case .matrix(let matrix) = columns.result { return matrix }
    return nil
  }

  /// What keeps a table from being a square one of wins: a name without a row or with two, or a diagonal.
  ///
  /// - Parameter isSaid: whether an option says that it is one.
  func doubtOfTable(_ files: [String], isSaid: Bool) -> IngestError? {
    guard let matrix else { return nil }
    let texts = names.names
    var rows: [[UInt8]: Int] = [:]
    for (id, count) in rowsOfTable { rows[Array(texts[Int(id)].utf8)] = count }
    let counts = matrix.columns.map { rows.removeValue(forKey: Array($0.name.utf8)) ?? 0 }
    if let other = rows.keys.min(by: { $0.lexicographicallyPrecedes($1) }) {
      return .dataset(
        files: files,
        what: "the square table has a row \(quoted(bytes: other)) and no column of that name",
        remedy: Self.squareRemedy)
    }
    if let index = counts.firstIndex(where: { $0 != 1 }) {
      let name = quoted(matrix.columns[index].name)
      return .dataset(
        files: files,
        what: counts[index] == 0
          ? "the square table has a column \(name) and no row of that name"
          : "the square table has \(counts[index]) rows \(name)",
        remedy: Self.squareRemedy)
    }
    guard hasDiagonal, !isSaid else { return nil }
    return .dataset(
      files: files,
      what: "the square table has numbers on its diagonal, where a model would meet itself",
      remedy: "if it is a table of wins, say so with --coding row-wins")
  }

  private static let squareRemedy =
    "take out what is no model, such as totals, and give each model one row and one column"

  /// Whether rows tell numbers of wins.
  var countsWins: Bool {
    if case .wins = columns.result { return true }
    return false
  }

  /// Whether the sides are a team, or the like, and its opponent.
  var isOfOpponents: Bool { columns.isOfOpponents }

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
    hasDiagonal = hasDiagonal || other.hasDiagonal
    for (id, count) in other.rowsOfTable { rowsOfTable[ids[Int(id)], default: 0] += count }
    Self.add(other.direct, to: &direct, ids, clusterIDs, codes: nil)
    for group in other.allGroups {
      enter(group.headings)
      if group.isTurnedInFile { current.isTurnedInFile = true }
      if group.order.before { current.order.before = true }
      if group.order.behind { current.order.behind = true }
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
}
