internal import Battles

/// Reads the files of one data set, one after the other.
struct DatasetReader {
  private enum Kind: String {
    case battles
    case board
  }

  private let options: ReadOptions
  private var battles: BattleCollector
  private var board: BoardCollector
  private var selection: RowSelection
  private var tally: RowTally
  private var first: (kind: Kind, file: String)?
  private var files: [String] = []
  private var warnings: [Warning] = []

  /// A reader before the first file.
  init(_ options: ReadOptions) {
    self.options = options
    battles = BattleCollector(labels: options.labels)
    board = BoardCollector(level: options.boardLevel, quantile: options.boardQuantile)
    selection = RowSelection(options.filters)
    tally = RowTally(options.badRows)
  }

  /// Reads one more file.
  ///
  /// - Throws: `IngestError` where it cannot be read, or is of another kind than the first one.
  mutating func read(_ buffer: consuming InputBuffer) throws(IngestError) {
    let file = buffer.file
    files.append(file)
    var reader = DelimitedReader(buffer)
    let header = try reader.readHeader()
    var columns = WantedColumns(header)
    let recognition = try Recognition.of(header, mapping: options.columns, columns: &columns)
    try selection.begin(header, columns: &columns)
    let rowsBefore = tally.rows
    switch recognition {
    case .battles(let found):
      try agree(.battles, header.place)
      battles.begin(file, columns: found)
      try reader.readRows(
        into: &battles, columns: columns, selection: &selection, tally: &tally)
    case .board(let found):
      try agree(.board, header.place)
      board.begin(file, columns: found, headings: columns.names)
      try reader.readRows(into: &board, columns: columns, selection: &selection, tally: &tally)
    }
    if tally.rows == rowsBefore {
      warnings.append(
        Warning(.noEffect, "\(displayed(file: file)) has a header and no rows below it."))
    }
  }

  /// The data set, when all files have been read.
  ///
  /// - Throws: `IngestError` where nothing is left of it.
  func result() throws(IngestError) -> ReadResult {
    guard tally.rows > 0 else {
      throw .empty(
        file: files.first ?? "-", what: "it has a header and no rows below it",
        remedy: "check that the file is complete")
    }
    if tally.leftNothing {
      throw tally.bad > 0 ? tally.nothingLeft(files) : selection.nothingLeft(files)
    }
    let dataset: Dataset
    var warnings = warnings + tally.warnings
    if first?.kind == .board {
      let scores = board.collected()
      warnings += board.warnings(roster: scores.roster)
      dataset = .board(scores)
    } else {
      guard battles.battleCount > 0 else {
        throw .dataset(
          files: files, what: "all counts are 0: there are no battles",
          remedy: "check the count columns")
      }
      let cells = battles.collected()
      warnings += battles.warnings(roster: cells.roster)
      dataset = .battles(cells)
    }
    return ReadResult(
      dataset: dataset,
      report: ReadReport(
        files: files, rows: tally.rows, setAside: tally.setAside, warnings: warnings))
  }

  private mutating func agree(_ kind: Kind, _ place: Place) throws(IngestError) {
    if let first, first.kind != kind {
      throw .header(
        place,
        what: "this is \(Self.told(kind)), and \(displayed(file: first.file)) is "
          + Self.told(first.kind),
        remedy: "files given together are one data set: give files of one kind")
    }
    if first == nil { first = (kind, place.file) }
  }

  private static func told(_ kind: Kind) -> String {
    switch kind {
    case .battles: "a file of battles"
    case .board: "a board"
    }
  }
}
