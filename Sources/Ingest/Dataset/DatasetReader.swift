internal import Battles
internal import SafeText

/// Reads the files of one data set, one after the other.
struct DatasetReader {
  /// How the files are read.
  let options: ReadOptions
  /// How the work of reading is done.
  let tuning: ReadTuning
  /// What was read so far.
  var collector: DatasetCollector
  /// The filters.
  var selection: RowSelection
  /// What became of the rows.
  var tally: RowTally
  /// How many pieces of files were read a second time.
  var rereadChunks = 0
  private(set) var files: [String] = []
  /// The forms of the files.
  var forms: [Reading.File] = []
  /// The files so far, each once, and how often each was named.
  private var fileNames = NameTable()
  private var timesNamed: [Int] = []
  private var emptyFiles: [(file: String, has: String)] = []
  /// Columns of clusters that nobody named, told of where the data turn out to be battles: those of the
  /// first file that has some.
  private var unnamedClusters: [String] = []
  /// Names behind which footnote marks were taken off.
  private var unmarkedNames: [String] = []
  /// Boards of more columns are not looked at in advance.
  private static let mostSampled = 4096
  private var emptyHas = "a header and no rows below it"
  /// Files with values that are not UTF-8 and were read all the same, and how many such values.
  var recoded: (files: [String], values: Int) = ([], 0)

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
      try requireNoTable(file, "JSON")
      forms.append(
        Reading.File(name: file, form: .json, encoding: buffer.isUTF16 ? "UTF-16" : nil))
      try readJSON(buffer)
    case .pgn:
      try requireNoTable(file, "games as PGN")
      try readPGN(buffer)
    case .delimited:
      if options.header == .first,
        let (table, told) = try PastedText.table(in: &buffer, options: options)
      {
        try read(table, of: told)
      } else {
        try requireNoTable(file, "text with a delimiter between fields")
        try readDelimited(buffer)
      }
    }
    if tally.rows == rowsBefore {
      let what = form == .json ? "no records" : "a header and no rows below it"
      emptyFiles.append((file, what))
      if files.count == 1 { emptyHas = what }
    }
  }

  /// The names that options give.
  private var wantedNames: [String] {
    options.columns.roles.compactMap { options.columns[$0] } + options.filters.map(\.column)
      + (options.cluster.map { [$0] } ?? [])
  }

  /// Refuses the wish for one table of several where a file has one set of rows only.
  private func requireNoTable(_ file: String, _ form: String) throws(IngestError) {
    guard options.table != nil else { return }
    throw .usage(
      what: "--table chooses among the tables of a text, and \(displayed(file: file)) is \(form)",
      remedy: "leave it out")
  }

  private mutating func readJSON(_ buffer: consuming InputBuffer) throws(IngestError) {
    var reader = JSONReader(
      buffer, paths: tuning.paths, notANumber: options.notANumber)
    let (root, keys) = try reader.settleRoot(
      collector, wanted: wantedNames)
    if options.cluster == nil, unnamedClusters.isEmpty {
      unnamedClusters = reader.unnamedClusters(root, keys)
    }
    if root == .values, let parts = reader.buffer.parts,
      let plan = plan(from: reader.buffer.position, parts)
    {
      let chunks = JSONChunks(
        parts: parts, plan: plan, keys: keys, tuning: tuning, notANumber: options.notANumber)
      rereadChunks += try chunks.read(
        line: reader.line, into: &collector, selection: &selection, tally: &tally)
      return
    }
    try reader.readRecords(
      root, keys, into: &collector, selection: &selection, tally: &tally)
  }

  private mutating func readDelimited(_ buffer: consuming InputBuffer) throws(IngestError) {
    var reader = DelimitedReader(buffer, paths: tuning.paths)
    var header = try reader.readHeader(options.header, known: collector.knownNames + wantedNames)
    tally.comments += reader.comments
    forms.append(
      Reading.File(
        name: header.place.file, form: .delimited, delimiter: Delimiter.name(reader.delimiter),
        headerLine: options.header == .absent ? nil : header.place.line,
        encoding: reader.buffer.isUTF16 ? "UTF-16" : nil))
    let search = BattleColumnSearch(header: header, mapping: options.columns)
    if search.needsSample
      || header.names.count <= Self.mostSampled
        && BoardColumnSearch(header: header, mapping: options.columns).needsSample
    {
      header.sample = try reader.grownSample(header)
    }
    collector.board.mayHaveDecimalCommas = reader.delimiter == ASCII.semicolon
    let (recognition, columns): (Recognition, WantedColumns)
    do throws(IngestError) {
      (recognition, columns) = try begin(header)
    } catch {
      guard case .header = error, options.header == .first else { throw error }
      header.sample = reader.sample(header)
      throw MissingHeader(header)?.error ?? error
    }
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
  mutating func begin(
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
    case .board(let found):
      if let name = columns.slotOfColumn.firstIndex(of: found.name) {
        unmarkedNames += table.unmarked[name]
      }
      tally.rows += table.summaries
      collector.board.addSummaries(table.summaries)
      collector.board.hiddenModels += table.hiddenModels
      try table.readRows(
        into: &collector.board, columns: columns, selection: &selection, tally: &tally)
    }
  }

  /// How the rest of an input is divided among the threads, or `nil` where it is not.
  func plan(from start: Int, _ parts: ByteSource.Parts) -> ChunkPlan? {
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
    try requireEffect()
    guard tally.rows > 0 else {
      throw .empty(
        file: files.first ?? "-", what: "it has \(emptyHas)",
        remedy: "check that the file is complete")
    }
    if tally.leftNothing { throw selection.nothingLeft(files, tally) }
    if collector.isBoard, collector.board.modelCount == 0 {
      throw collector.board.nothingLeft(files)
    }
    let dataset: Dataset
    var reading = Reading()
    reading.files = forms
    reading.unmarkedNames = unmarkedNames
    reading.repeatedHeaders = tally.repeatedHeaders
    reading.commentLines = tally.comments
    var warnings: [Warning] = []
    var withoutVerdict = 0
    if collector.isBoard {
      if let error = collector.board.mixture(files) { throw error }
      let scores = try collector.board.settled(&tally, files: files)
      warnings = collector.board.warnings(roster: scores.roster)
      dataset = .board(scores)
    } else {
      guard collector.battles.battleCount > 0 || collector.battles.hasLabelsOrFlags else {
        throw .dataset(
          files: files, what: "all counts are 0: there are no battles",
          remedy: "check the count columns")
      }
      try requireCounts()
      try requireJudgments()
      if let error = collector.battles.doubtOfTable(files, isSaid: options.coding != nil) {
        throw error
      }
      let readings = LabelReadings(
        options, files: files, evidence, beside: others, isMatrix: collector.battles.isMatrix)
      let settled = try collector.battles.settled(
        try readings.chosen(&tally), strongWeight: options.strongWeight,
        mirrored: options.mirrored, files: files)
      if collector.battles.isMatrix, options.coding == nil,
        let error = MatrixColumns.doubt(settled.cells, files)
      {
        throw error
      }
      if tally.leftNothing { throw selection.nothingLeft(files, tally) }
      withoutVerdict = settled.withoutVerdict
      try requireVerdicts(settled, readings)
      warnings = readings.warnings + SimilarNames.warnings(settled.cells.roster.names)
      if withoutVerdict > 0, let other = collector.unused.first(where: { $0.looksLike == .outcome })
      {
        warnings.append(otherOutcome(other.heading, withoutVerdict))
      }
      if collector.battles.hasLooseGames, options.games != .keep {
        warnings.append(looseGames)
      }
      dataset = .battles(settled.cells)
      reading.labelColumns = settled.columns
      reading.outcomes = settled.outcomes
      reading.trimmedNames = collector.battles.names.trimmedNames
      reading.unusedColumns = collector.unused
      reading.times = times
    }
    reading.columns = collector.usedAsRead
    let setAside =
      tally.setAside
      + collector.board.setAside
      + (withoutVerdict > 0 ? [SetAside(.noVerdict, count: withoutVerdict)] : [])
    var report = ReadReport(
      files: files, rows: tally.rows, setAside: setAside,
      warnings: fileWarnings + tally.warnings + warnings, reading: reading)
    if !collector.isBoard { report.repeatedColumns = unnamedClusters }
    return ReadResult(
      dataset: dataset, report: report, unmetNames: selection.unmetNames,
      otherNames: selection.otherNames)
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
    if recoded.values > 0 {
      let values = recoded.values == 1 ? "1 value is" : "\(recoded.values) values are"
      warnings.append(
        Warning(
          .otherEncoding,
          "\(displayed(files: recoded.files)): \(values) not UTF-8 and read as ISO 8859-1, which is PGN's "
            + "own encoding. If names look wrong, convert the file with iconv."))
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
