internal import Battles

/// Reads the files of one data set, one after the other.
struct DatasetReader {
  private let options: ReadOptions
  private var collector: DatasetCollector
  private var selection: RowSelection
  private var tally: RowTally
  private var files: [String] = []
  private var warnings: [Warning] = []
  private var emptyHas = "a header and no rows below it"

  /// A reader before the first file.
  init(_ options: ReadOptions) {
    self.options = options
    collector = DatasetCollector(options)
    selection = RowSelection(options.filters)
    tally = RowTally(options.badRows)
  }

  /// Reads one more file.
  ///
  /// - Throws: `IngestError` where it cannot be read, or is of another kind than the first one.
  mutating func read(_ buffer: consuming InputBuffer) throws(IngestError) {
    var buffer = buffer
    let file = buffer.file
    files.append(file)
    let rowsBefore = tally.rows
    let form = try InputForm.recognized(&buffer)
    switch form {
    case .json: try readJSON(buffer)
    case .delimited: try readDelimited(buffer)
    }
    if tally.rows == rowsBefore {
      let what = form == .json ? "no records" : "a header and no rows below it"
      warnings.append(Warning(.noEffect, "\(displayed(file: file)) has \(what)."))
      if files.count == 1 { emptyHas = what }
    }
  }

  private mutating func readJSON(_ buffer: consuming InputBuffer) throws(IngestError) {
    var reader = JSONReader(buffer)
    try reader.readRecords(
      into: &collector,
      wanted: options.columns.roles.compactMap { options.columns[$0] }
        + options.filters.map(\.column),
      selection: &selection, tally: &tally)
  }

  private mutating func readDelimited(_ buffer: consuming InputBuffer) throws(IngestError) {
    var reader = DelimitedReader(buffer)
    let header = try reader.readHeader()
    var columns = WantedColumns(header)
    let recognition = try collector.columns(of: header, &columns)
    try selection.begin(header, columns: &columns)
    try collector.begin(header.place, columns: recognition, headings: columns.names)
    switch recognition {
    case .battles:
      try reader.readRows(
        into: &collector.battles, columns: columns, selection: &selection, tally: &tally)
    case .board:
      try reader.readRows(
        into: &collector.board, columns: columns, selection: &selection, tally: &tally)
    }
  }

  /// The data set, when all files have been read.
  ///
  /// - Throws: `IngestError` where nothing is left of it.
  func result() throws(IngestError) -> ReadResult {
    guard tally.rows > 0 else {
      throw .empty(
        file: files.first ?? "-", what: "it has \(emptyHas)",
        remedy: "check that the file is complete")
    }
    if tally.leftNothing {
      throw tally.bad > 0 ? tally.nothingLeft(files) : selection.nothingLeft(files)
    }
    let dataset: Dataset
    var warnings = warnings + tally.warnings
    if collector.isBoard {
      let scores = collector.board.collected()
      warnings += collector.board.warnings(roster: scores.roster)
      dataset = .board(scores)
    } else {
      guard collector.battles.battleCount > 0 else {
        throw .dataset(
          files: files, what: "all counts are 0: there are no battles",
          remedy: "check the count columns")
      }
      let cells = collector.battles.collected()
      warnings += collector.battles.warnings(roster: cells.roster)
      dataset = .battles(cells)
    }
    return ReadResult(
      dataset: dataset,
      report: ReadReport(
        files: files, rows: tally.rows, setAside: tally.setAside, warnings: warnings))
  }
}
