internal import Battles

/// Takes rows of battles and counts them into cells, over all files.
struct BattleCollector: RowConsumer, Sendable {
  private var names = NameTable()
  private var cells = CellTable()
  /// The clusters, and the battles by cluster, where those are asked for; `cells` is empty then.
  private var clusters = NameTable()
  private var clusterCells = ClusterTable()
  private let isClustered: Bool
  private var outcomes: OutcomeTable
  private var columns = BattleColumns(a: 0, b: 0, result: .winner(0, count: nil))
  private var file = ""
  private var ambiguity: Warning?

  /// No battle yet; `labels` are understood beside the built-in ones.
  init(labels: [OutcomeLabel], isClustered: Bool = false) {
    outcomes = OutcomeTable(labels)
    self.isClustered = isClustered
  }

  /// Makes ready for a file.
  mutating func begin(_ file: String, columns: BattleColumns) {
    self.file = file
    self.columns = columns
  }

  /// The number of battles so far.
  var battleCount: Int { cells.total + clusterCells.total }

  /// A collector of the same labels and columns that has no battle.
  var emptied: BattleCollector {
    var collector = self
    collector.names = NameTable()
    collector.cells = CellTable()
    collector.clusters = NameTable()
    collector.clusterCells = ClusterTable()
    collector.ambiguity = nil
    return collector
  }

  /// Whether what `other` has collected from rows behind these can be added: not where it would be
  /// too many battles, or tell of an ambiguity whose line is not known.
  func canAdd(_ other: BattleCollector) -> Bool {
    (other.ambiguity == nil || ambiguity != nil)
      && battleCount + other.battleCount <= Numbers.largestCount
  }

  /// Adds what `other` has collected from rows behind these.
  ///
  /// - Precondition: it can be added.
  mutating func add(_ other: BattleCollector) {
    precondition(canAdd(other), "it cannot be added")
    let ids = other.names.names.map { names.intern($0) }
    other.cells.forEachCell(orderedBy: Array(0..<Int32(ids.count))) { cell in
      _ = cells.add(ids[Int(cell.a)], ids[Int(cell.b)], cell.outcome, count: cell.count)
    }
    let clusterIDs = other.clusters.names.map { clusters.intern($0) }
    other.clusterCells.forEachCell { cell in
      _ = clusterCells.add(
        ids[Int(cell.a)], ids[Int(cell.b)], cell.outcome,
        cluster: clusterIDs[Int(cell.cluster)], count: cell.count)
    }
  }

  /// What was collected.
  func collected() -> Cells {
    let texts = names.names
    // In the order that `Cells` sorts them into, so that there is next to nothing left to sort.
    let rank = texts.indices.sorted { Roster.precedes(texts[$0], texts[$1]) }.map { Int32($0) }
    var list: [Cell] = []
    cells.forEachCell(orderedBy: rank) { list.append($0) }
    guard isClustered else { return Cells(list, names: texts) }
    clusterCells.forEachCell { list.append($0) }
    return Cells(list, names: texts, clusterNames: clusters.names)
  }

  /// A warning on winners that could be read in two ways, and on names that are much alike.
  func warnings(roster: Roster) -> [Warning] {
    (ambiguity.map { [$0] } ?? []) + SimilarNames.warnings(roster.names)
  }

  @inline(__always)
  mutating func take(_ window: Span<UInt8>, _ fields: Span<Field>, line: Int) throws(RowProblem) {
    if !takeUsual(window, fields) { try takeAny(window, fields, line: line) }
  }

  /// Takes one battle whose names and label are known already, so that nothing can be wrong.
  ///
  /// - Returns: whether it was one; else nothing was counted.
  @inline(__always)
  private mutating func takeUsual(_ window: Span<UInt8>, _ fields: Span<Field>) -> Bool {
    guard case .winner(let slot, nil) = columns.result, columns.cluster == nil else { return false }
    let label = fields[slot]
    let fieldA = fields[columns.a]
    let fieldB = fields[columns.b]
    let a = names.id(of: fieldA, in: window)
    let b = names.id(of: fieldB, in: window)
    guard let outcome = outcomes.known(label, in: window), a >= 0, b >= 0,
      !label.isSame(as: fieldA, in: window), !label.isSame(as: fieldB, in: window)
    else { return false }
    return cells.add(a, b, outcome, count: 1)
  }

  @inline(never)
  private mutating func takeAny(
    _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
  ) throws(RowProblem) {
    let a = try model(columns.a, window, fields)
    let b = try model(columns.b, window, fields)
    let cluster = try columns.cluster.map { slot throws(RowProblem) in
      try self.cluster(slot, window, fields)
    }
    switch columns.result {
    case .winner(let slot, let count):
      let outcome = try winner(slot, a, b, window, fields, line: line)
      try add(
        a, b, outcome,
        try count.map { slot throws(RowProblem) in
          try battles(slot, window, fields)
        } ?? 1, cluster)
    case .wins(let winsA, let winsB, let ties):
      let countA = try battles(winsA, window, fields)
      let countB = try battles(winsB, window, fields)
      let countOfTies = try ties.map { slot throws(RowProblem) in
        try battles(slot, window, fields)
      }
      try add(a, b, .aWins, countA, cluster)
      try add(a, b, .bWins, countB, cluster)
      try add(a, b, .tie, countOfTies ?? 0, cluster)
    case .scores(let scoreA, let scoreB, let count):
      let pointsA = try points(scoreA, window, fields)
      let pointsB = try points(scoreB, window, fields)
      let outcome: Outcome = pointsA > pointsB ? .aWins : pointsA < pointsB ? .bWins : .tie
      try add(
        a, b, outcome,
        try count.map { slot throws(RowProblem) in
          try battles(slot, window, fields)
        } ?? 1, cluster)
    }
  }

  /// The id of the model named in `slot`.
  private mutating func model(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Int32 {
    try names.model(fields[slot], slot: slot, in: window)
  }

  /// The id of the cluster named in `slot`.
  private mutating func cluster(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Int32 {
    let field = fields[slot]
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

  private mutating func winner(
    _ slot: Int, _ a: Int32, _ b: Int32, _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
  ) throws(RowProblem) -> Outcome {
    let field = fields[slot]
    if let outcome = outcomes.outcome(field, in: window) {
      let isA = field.isSame(as: fields[columns.a], in: window)
      let isB = field.isSame(as: fields[columns.b], in: window)
      if isA && outcome != .aWins || isB && outcome != .bWins, a != b, ambiguity == nil {
        let text = quoted(bytes: field.bytes(in: window))
        ambiguity = Warning(
          .ambiguousWinner,
          "\(Place(file: file, line: line)): the winner \(text) is a label and the name of a model; "
            + "it was read as the label (\(outcome.label)). Where names were meant, say so with "
            + "--label, or rename the models.")
      }
      return outcome
    }
    let id = names.id(of: field, in: window)
    if id >= 0, id == a { return .aWins }
    if id >= 0, id == b { return .bWins }
    if case .failure(let invalid) = field.validText(in: window) {
      throw .notUTF8(slot: slot, offset: invalid.offset)
    }
    throw .value(
      slot: slot, expected: "model_a, model_b, tie, …", remedy: "map it with --label")
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

  private mutating func add(
    _ a: Int32, _ b: Int32, _ outcome: Outcome, _ count: Int, _ cluster: Int32?
  ) throws(RowProblem) {
    let isAdded =
      if let cluster {
        clusterCells.add(a, b, outcome, cluster: cluster, count: count)
      } else {
        cells.add(a, b, outcome, count: count)
      }
    guard isAdded else {
      throw .dataset(
        what: "the battles up to here are more than 2^53",
        remedy: "check the counts; beyond 2^53 they cannot be told apart")
    }
  }
}

extension NameTable {
  /// The id of the model named by `field`, which is added where it is new.
  ///
  /// - Throws: where the name is empty, or not UTF-8, or has a NUL byte in it.
  @inline(__always)
  mutating func model(_ field: Field, slot: Int, in window: Span<UInt8>) throws(RowProblem)
    -> Int32
  {
    let id = id(of: field, in: window)
    return id >= 0 ? id : try newModel(field, slot: slot, in: window)
  }

  @inline(never)
  private mutating func newModel(_ field: Field, slot: Int, in window: Span<UInt8>)
    throws(RowProblem) -> Int32
  {
    guard field.count > 0 else {
      throw .value(slot: slot, expected: "the name of a model", remedy: RowProblem.skipRemedy)
    }
    for index in field.start..<field.end where window[index] == 0 {
      throw .value(
        slot: slot, expected: "a name without NUL bytes", remedy: RowProblem.skipRemedy)
    }
    do throws(InvalidUTF8) {
      return try intern(field, in: window)
    } catch {
      throw .notUTF8(slot: slot, offset: error.offset)
    }
  }
}
