internal import Battles

/// Reads the files of one data set, one after the other.
struct DatasetReader {
  private let options: ReadOptions
  private let tuning: ReadTuning
  private var collector: DatasetCollector
  private var selection: RowSelection
  private var tally: RowTally
  /// How many pieces of files were read a second time.
  private(set) var rereadChunks = 0
  private var files: [String] = []
  private var repeatedFiles: [String] = []
  private var emptyFiles: [(file: String, has: String)] = []
  /// A warning on columns of clusters, told where the data turn out to be battles.
  private var unnamedClusters: Warning?
  private var emptyHas = "a header and no rows below it"

  /// A reader before the first file.
  ///
  /// - Throws: `IngestError.usage` where a filter asks for an order and its value has none.
  init(_ options: ReadOptions, _ tuning: ReadTuning) throws(IngestError) {
    self.options = options
    self.tuning = tuning
    collector = DatasetCollector(options)
    selection = try RowSelection(
      options.filters, dateFormat: options.dateFormat, watched: options.watchedNames)
    tally = RowTally(options.badRows)
  }

  /// Reads one more file.
  ///
  /// - Throws: `IngestError` where it cannot be read, or is of another kind than the first one.
  mutating func read(_ buffer: consuming InputBuffer) throws(IngestError) {
    var buffer = buffer
    let file = buffer.file
    if files.contains(where: { Roster.areSame($0, file) }),
      !repeatedFiles.contains(where: { Roster.areSame($0, file) })
    {
      repeatedFiles.append(file)
    }
    files.append(file)
    let rowsBefore = tally.rows
    let form = try InputForm.recognized(&buffer)
    switch form {
    case .json: try readJSON(buffer)
    case .delimited: try readDelimited(buffer)
    }
    if tally.rows == rowsBefore {
      let what = form == .json ? "no records" : "a header and no rows below it"
      emptyFiles.append((file, what))
      if files.count == 1 { emptyHas = what }
    }
  }

  private mutating func readJSON(_ buffer: consuming InputBuffer) throws(IngestError) {
    var reader = JSONReader(buffer, paths: tuning.paths)
    let (root, keys) = try reader.settleRoot(
      collector,
      wanted: options.columns.roles.compactMap { options.columns[$0] }
        + options.filters.map(\.column) + (options.cluster.map { [$0] } ?? []))
    if options.cluster == nil {
      noteClusters(reader.unnamedClusters(root, keys, allowed: options.allowsClusters))
    }
    if root == .values, let parts = reader.buffer.parts,
      let plan = plan(from: reader.buffer.position, parts)
    {
      let chunks = JSONChunks(parts: parts, plan: plan, keys: keys, tuning: tuning)
      rereadChunks += try chunks.read(
        line: reader.line, into: &collector, selection: &selection, tally: &tally)
      return
    }
    try reader.readRecords(
      root, keys, into: &collector, selection: &selection, tally: &tally)
  }

  private mutating func readDelimited(_ buffer: consuming InputBuffer) throws(IngestError) {
    var reader = DelimitedReader(buffer, paths: tuning.paths)
    let header = try reader.readHeader()
    var columns = WantedColumns(header)
    let recognition = try collector.columns(of: header, &columns)
    try selection.begin(
      header, columns: &columns, names: collector.nameSlots(of: recognition))
    try collector.begin(header.place, columns: recognition, headings: columns.names)
    switch recognition {
    case .battles:
      if options.cluster == nil {
        noteClusters(reader.unnamedClusters(header, allowed: options.allowsClusters))
      }
      if let parts = reader.buffer.parts, let plan = plan(from: reader.buffer.position, parts) {
        let chunks = DelimitedChunks(
          parts: parts, plan: plan, delimiter: reader.delimiter, columns: columns, tuning: tuning)
        rereadChunks += try chunks.read(
          line: reader.line, into: &collector.battles, selection: &selection, tally: &tally)
        return
      }
      try reader.readRows(
        into: &collector.battles, columns: columns, selection: &selection, tally: &tally)
    case .board:
      try reader.readRows(
        into: &collector.board, columns: columns, selection: &selection, tally: &tally)
    }
  }

  /// Keeps the first warning on clusters that nobody named: one of several files is enough.
  private mutating func noteClusters(_ warning: Warning?) {
    guard let warning, unnamedClusters == nil else { return }
    unnamedClusters = warning
  }

  /// How the rest of an input is divided among the threads, or `nil` where it is not.
  private func plan(from start: Int, _ parts: ByteSource.Parts) -> ChunkPlan? {
    ChunkPlan(from: start, size: parts.size, threads: options.threads, tuning)
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
    if tally.leftNothing { throw selection.nothingLeft(files, tally) }
    let dataset: Dataset
    var warnings = fileWarnings + tally.warnings
    if collector.isBoard {
      if let error = collector.board.mixture(files) { throw error }
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
      if let unnamedClusters { warnings.append(unnamedClusters) }
      dataset = .battles(cells)
    }
    return ReadResult(
      dataset: dataset,
      report: ReadReport(
        files: files, rows: tally.rows, setAside: tally.setAside, warnings: warnings),
      unmetNames: selection.unmetNames)
  }

  /// One warning for all files that were named twice, and one for all that hold nothing.
  private var fileWarnings: [Warning] {
    var warnings: [Warning] = []
    if !repeatedFiles.isEmpty {
      let rest =
        repeatedFiles.count == 1
        ? "was named more than once, so that its rows count more than once."
        : "were named more than once, so that their rows count more than once."
      warnings.append(Warning(.repeatedFile, "\(displayed(files: repeatedFiles)) \(rest)"))
    }
    if let first = emptyFiles.first {
      let what = emptyFiles.allSatisfy { $0.has == first.has } ? first.has : "nothing to read"
      let verb = emptyFiles.count == 1 ? "has" : "have"
      warnings.append(
        Warning(.noEffect, "\(displayed(files: emptyFiles.map(\.file))) \(verb) \(what)."))
    }
    return warnings
  }
}
