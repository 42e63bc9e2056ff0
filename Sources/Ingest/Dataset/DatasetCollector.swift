internal import Battles

/// Takes the rows of battles or of a board, whichever the data set turns out to be.
struct DatasetCollector: RecordConsumer {
  private enum Kind: String {
    case battles
    case board
  }

  /// The battles so far.
  var battles: BattleCollector
  /// The rows of a board so far.
  var board: BoardCollector
  private let options: ReadOptions
  private var mapping: ColumnMapping { options.columns }
  private var first: (kind: Kind, file: String)?

  /// No row yet.
  init(_ options: ReadOptions) {
    self.options = options
    battles = BattleCollector(labels: options.labels, isClustered: options.cluster != nil)
    board = BoardCollector(
      BoardCollector.Options(
        level: options.boardLevel?.level,
        quantile: (options.boardLevel ?? .usual).quantile, unit: options.unit))
  }

  /// The columns that are used, each once.
  private(set) var used: [Reading.Column] = []
  /// Columns that are not used and look as if they mattered.
  private(set) var unused: [Reading.UnusedColumn] = []

  /// Whether the rows are those of a board.
  private(set) var isBoard = false

  /// A collector that has settled on the same kind of rows, if any, and has none.
  var emptied: DatasetCollector {
    var collector = DatasetCollector(options)
    collector.first = first
    collector.isBoard = isBoard
    return collector
  }

  /// Whether what `other` has collected from rows behind these can be added: not where either are
  /// rows of a board, which are few and with which no battles go.
  func canAdd(_ other: DatasetCollector) -> Bool {
    !isBoard && !other.isBoard && battles.canAdd(other.battles)
  }

  /// Adds what `other` has collected from rows behind these, whose lines are counted from `lines` on.
  ///
  /// - Precondition: it can be added.
  mutating func add(_ other: DatasetCollector, lines: Int) {
    precondition(!isBoard && !other.isBoard, "it cannot be added")
    if first == nil { first = other.first }
    for column in other.used where !used.contains(column) { used.append(column) }
    for column in other.unused where !unused.contains(column) { unused.append(column) }
    battles.add(other.battles, lines: lines)
  }

  var knownNames: [String] {
    BattleHeadings.known + BoardColumns.known + (options.findsTimes ? UnusedColumns.times : [])
  }

  var mayMatter: @Sendable (String) -> Bool { { BattleHeadings.mayMatter($0) } }

  var looksAtAllColumns: Bool { first?.kind != .battles }

  func columns(
    of header: Header, _ wanted: inout WantedColumns
  ) throws(IngestError) -> Recognition {
    let recognition = try Recognition.of(header, options, columns: &wanted)
    guard case .battles(var found) = recognition else { return recognition }
    if let cluster = options.cluster {
      found.cluster = wanted.slot(try header.column(cluster, namedBy: "--cluster "))
    } else if options.games == .cluster, found.verdictSlots.count > 1 {
      found.cluster = wanted.slot(try header.column(anyOf: BattleHeadings.questions))
    }
    if options.findsTimes {
      found.time = wanted.slot(try header.column(anyOf: UnusedColumns.times))
    }
    let used = header.names.indices.filter { wanted.slotOfColumn[$0] >= 0 }
    let filtered = options.filters.map { asciiLowercased($0.column) }
    found.unused = UnusedColumns.of(header, used: used).filter { column in
      let heading = asciiLowercased(column.heading)
      // Who annotates a game of chess judges nothing.
      return (header.subject != .game || column.looksLike != .judge)
        && !filtered.contains { $0.utf8.elementsEqual(heading.utf8) }
        && !used.contains { Self.leads(heading, to: asciiLowercased(header.names[$0])) }
    }
    return .battles(found)
  }

  /// Whether a path such as `games[0].score` leads through a key.
  private static func leads(_ key: String, to path: String) -> Bool {
    let rest = path.utf8.dropFirst(key.utf8.count)
    return path.utf8.starts(with: key.utf8)
      && (rest.first == ASCII.dot || rest.first == ASCII.openBracket)
  }

  mutating func begin(
    _ place: Place, columns: Recognition, headings: [String]
  ) throws(IngestError) {
    note(columns, headings)
    switch columns {
    case .battles(let found):
      try agree(.battles, place)
      if options.cluster == nil, battles.battleCount > 0,
        (found.cluster != nil) != battles.isClustered
      {
        throw .header(
          place,
          what:
            "rows tell of two battles on one question each in some files, and of one battle in others",
          remedy: "give them apart, or name a column that all have with --cluster COLUMN")
      }
      battles.begin(place.file, columns: found, headings: headings)
    case .board(let found):
      try agree(.board, place)
      try board.begin(place, columns: found, headings: headings)
    }
  }

  mutating func note(key: [UInt8], value: Span<UInt8>) { board.note(key: key, value: value) }

  /// The columns that are used, with what pairs of numbers on a board turned out to be.
  var usedAsRead: [Reading.Column] {
    guard board.intervalReading == .reaches else { return used }
    let roles = ["lower": "ci_minus", "upper": "ci_plus", "interval": "plus_minus"]
    return used.map { column in
      var column = column
      if !column.isNamed, let role = roles[column.role] { column.role = role }
      return column
    }
  }

  func textSlots(of columns: Recognition) -> [Int] {
    switch columns {
    case .battles(let found): found.textSlots
    case .board(let found): found.textSlots
    }
  }

  func nameSlots(of columns: Recognition) -> [Int] {
    switch columns {
    case .battles(let found): found.a == found.b ? [found.a] : [found.a, found.b]
    case .board(let found): [found.name]
    }
  }

  mutating func take(_ window: Span<UInt8>, _ fields: Span<Field>, line: Int) throws(RowProblem) {
    if isBoard {
      try board.take(window, fields, line: line)
    } else {
      try battles.take(window, fields, line: line)
    }
  }

  mutating func passOver(_ window: Span<UInt8>, _ fields: Span<Field>) throws(RowProblem) {
    if !isBoard { try battles.passOver(window, fields) }
  }

  /// Notes which columns are used and which are not.
  private mutating func note(_ columns: Recognition, _ headings: [String]) {
    let roles: [(slot: Int, role: String)]
    switch columns {
    case .battles(let found):
      roles = found.roles
      for column in found.unused where !unused.contains(column) { unused.append(column) }
    case .board(let found): roles = found.roles
    }
    for (slot, role) in roles {
      let named = ColumnMapping.Role(rawValue: role).flatMap { mapping[$0] }
      let column = Reading.Column(
        heading: headings[slot], role: role,
        isNamed: named != nil || role == "cluster" && options.cluster != nil)
      if !used.contains(column) { used.append(column) }
    }
  }

  private mutating func agree(_ kind: Kind, _ place: Place) throws(IngestError) {
    if let first, first.kind != kind {
      guard !displayed(file: first.file).utf8.elementsEqual(displayed(file: place.file).utf8)
      else {
        throw .header(
          place,
          what: "this is \(Self.row(kind)), and those before it are \(Self.rows(first.kind))",
          remedy: "give battles and boards in files of their own")
      }
      throw .header(
        place,
        what: "this is \(Self.told(kind)), and \(displayed(file: first.file)) is "
          + Self.told(first.kind),
        remedy: "files given together are one data set: give files of one kind")
    }
    if first == nil { first = (kind, place.file) }
    isBoard = kind == .board
  }

  private static func told(_ kind: Kind) -> String {
    switch kind {
    case .battles: "a file of battles"
    case .board: "a board"
    }
  }

  private static func row(_ kind: Kind) -> String {
    switch kind {
    case .battles: "a battle"
    case .board: "a row of a board"
    }
  }

  private static func rows(_ kind: Kind) -> String {
    switch kind {
    case .battles: "battles"
    case .board: "rows of a board"
    }
  }
}
