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
  private(set) var files: [String] = []
  private var forms: [Reading.File] = []
  /// The files so far, each once, and how often each was named.
  private var fileNames = NameTable()
  private var timesNamed: [Int] = []
  private var emptyFiles: [(file: String, has: String)] = []
  /// Columns of clusters that nobody named, told of where the data turn out to be battles: those of the
  /// first file that has some.
  private var unnamedClusters: [String] = []
  private var emptyHas = "a header and no rows below it"

  /// A reader before the first file.
  ///
  /// - Throws: `IngestError.usage` where a filter asks for an order and its value has none.
  init(_ options: ReadOptions, _ tuning: ReadTuning) throws(IngestError) {
    self.options = options
    self.tuning = tuning
    collector = DatasetCollector(options)
    selection = try RowSelection(
      options.filters, dateFormat: options.dateFormat, watched: options.watchedNames,
      sample: options.cluster.flatMap { ClusterSample($0, halvings: options.clusterHalvings) })
    tally = RowTally(options.badRows)
  }

  /// Reads one more file.
  ///
  /// - Throws: `IngestError` where it cannot be read, or is of another kind than the first one.
  mutating func read(_ buffer: consuming InputBuffer) throws(IngestError) {
    var buffer = buffer
    let file = buffer.file
    let id = Int(fileNames.intern(file))
    if id == timesNamed.count { timesNamed.append(0) }
    timesNamed[id] += 1
    files.append(file)
    let rowsBefore = tally.rows
    let form = try InputForm.recognized(&buffer)
    switch form {
    case .json:
      forms.append(Reading.File(name: file, form: .json))
      try readJSON(buffer)
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
    if options.cluster == nil, unnamedClusters.isEmpty {
      unnamedClusters = reader.unnamedClusters(root, keys)
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
    var header = try reader.readHeader()
    forms.append(
      Reading.File(
        name: header.place.file, form: .delimited, delimiter: Delimiter.name(reader.delimiter),
        headerLine: header.place.line))
    let search = BattleColumnSearch(header: header, mapping: options.columns)
    if search.needsSample { header.sample = reader.sample(header) }
    let (recognition, columns) = try begin(header)
    switch recognition {
    case .battles:
      if options.cluster == nil, unnamedClusters.isEmpty {
        unnamedClusters = reader.unnamedClusters(header)
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

  /// Recognises the columns of a header, and makes ready for the rows below it.
  private mutating func begin(
    _ header: Header
  ) throws(IngestError) -> (recognition: Recognition, columns: WantedColumns) {
    var columns = WantedColumns(header)
    let recognition = try collector.columns(of: header, &columns)
    try selection.begin(
      header, columns: &columns, names: collector.nameSlots(of: recognition))
    try collector.begin(header.place, columns: recognition, headings: columns.names)
    return (recognition, columns)
  }

  /// Reads the rows of a table in memory.
  ///
  /// - Parameter file: what is told of the file that it is from.
  mutating func read(_ table: TextTable, of file: Reading.File) throws(IngestError) {
    forms.append(file)
    let (recognition, columns) = try begin(table.header)
    switch recognition {
    case .battles:
      try table.readRows(
        into: &collector.battles, columns: columns, selection: &selection, tally: &tally)
    case .board:
      try table.readRows(
        into: &collector.board, columns: columns, selection: &selection, tally: &tally)
    }
  }

  /// How the rest of an input is divided among the threads, or `nil` where it is not.
  private func plan(from start: Int, _ parts: ByteSource.Parts) -> ChunkPlan? {
    ChunkPlan(from: start, size: parts.size, threads: options.threads, tuning)
  }

  /// What the rows tell of how their winner columns are to be read.
  var evidence: [LabelEvidence] { collector.isBoard ? [] : collector.battles.evidence }

  /// The data set, when all files have been read.
  ///
  /// - Parameter others: what the rows of data sets tell that belong together with this one: columns with
  ///   the same headings are read in one way.
  /// - Throws: `IngestError` where nothing is left of it, or labels cannot be read.
  mutating func result(beside others: [LabelEvidence] = []) throws(IngestError) -> ReadResult {
    guard tally.rows > 0 else {
      throw .empty(
        file: files.first ?? "-", what: "it has \(emptyHas)",
        remedy: "check that the file is complete")
    }
    if tally.leftNothing { throw selection.nothingLeft(files, tally) }
    let dataset: Dataset
    var reading = Reading()
    reading.files = forms
    reading.columns = collector.used
    reading.repeatedHeaders = tally.repeatedHeaders
    var warnings: [Warning] = []
    var withoutVerdict = 0
    if collector.isBoard {
      if let error = collector.board.mixture(files) { throw error }
      let scores = collector.board.collected()
      warnings = collector.board.warnings(roster: scores.roster)
      dataset = .board(scores)
    } else {
      guard collector.battles.battleCount > 0 || collector.battles.hasLabelsOrFlags else {
        throw .dataset(
          files: files, what: "all counts are 0: there are no battles",
          remedy: "check the count columns")
      }
      try requireCounts()
      let readings = LabelReadings(options, files: files, evidence, beside: others)
      let settled = collector.battles.settled(try readings.chosen(&tally))
      if tally.leftNothing { throw selection.nothingLeft(files, tally) }
      withoutVerdict = settled.withoutVerdict
      try requireVerdicts(settled, readings)
      warnings = readings.warnings + SimilarNames.warnings(settled.cells.roster.names)

      dataset = .battles(settled.cells)
      reading.labelColumns = settled.columns
      reading.outcomes = settled.outcomes
      reading.trimmedNames = collector.battles.names.trimmedNames
      reading.unusedColumns = collector.unused
      reading.times = times
    }
    let setAside =
      tally.setAside
      + (withoutVerdict > 0 ? [SetAside(.noVerdict, count: withoutVerdict)] : [])
    var report = ReadReport(
      files: files, rows: tally.rows, setAside: setAside,
      warnings: fileWarnings + tally.warnings + warnings, reading: reading)
    if !collector.isBoard { report.repeatedColumns = unnamedClusters }
    return ReadResult(
      dataset: dataset, report: report, unmetNames: selection.unmetNames,
      otherNames: selection.otherNames)
  }

  /// Sees that numbers of rows are not taken for numbers of battles.
  private func requireCounts() throws(IngestError) {
    guard let range = collector.battles.rowNumbers.numbering(lost: tally.bad) else { return }
    throw .dataset(
      files: files,
      what: "n may number the rows, from \(range.least) to \(range.largest), or count battles",
      remedy: "say that it counts battles with --columns count=n, or rename the column")
  }

  /// Sees that at most half of the battles are without a verdict, unless options say what that means, and
  /// that some have one.
  private func requireVerdicts(
    _ settled: BattleCollector.Settled, _ readings: LabelReadings
  ) throws(IngestError) {
    let battles = collector.battles.battleCount + collector.battles.withoutVerdict
    let unsaid = readings.withoutVerdict + collector.battles.withoutVerdict
    guard unsaid * 2 <= battles else {
      throw .labels(
        LabelProblem(
          files: files, column: settled.columns.first?.heading ?? "the outcome",
          kind: .mostlyEmpty(of: battles, empty: unsaid, readings.textsWithoutVerdict)))
    }
    guard settled.cells.cellCount > 0 else {
      throw .dataset(
        files: files, what: "no battle has a verdict that counts",
        remedy: "check the column of the winner, and what --label sets aside")
    }
  }

  /// The range of times, where it was asked for and there is one.
  private var times: Reading.Times? {
    guard let column = collector.used.first(where: { $0.role == "time" }),
      let range = collector.battles.times.texts
    else { return nil }
    return Reading.Times(heading: column.heading, first: range.first, last: range.last)
  }

  /// One warning for all files that were named twice, and one for all that hold nothing.
  private var fileWarnings: [Warning] {
    var warnings: [Warning] = []
    let repeatedFiles = timesNamed.indices.filter { timesNamed[$0] > 1 }.map { fileNames.names[$0] }
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
