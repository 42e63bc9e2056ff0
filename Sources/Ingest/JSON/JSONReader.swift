/// Reads one JSON file: finds out how its records lie in it, then hands them to a consumer.
struct JSONReader: ~Copyable {
  var buffer: InputBuffer
  let file: String
  var line = 1
  private let longestLook: Int
  private let paths: ReadTuning.Paths
  /// What NaN and infinities are.
  let notANumber: NotANumber
  /// The size past which a file is not read whose rows are not written as records.
  let largestTable: Int

  /// A reader at the beginning of an input that begins with a bracket or a brace.
  ///
  /// - Parameter longestLook: the size past which the object at the front is judged by its first
  ///   part.
  init(
    _ buffer: consuming InputBuffer, longestLook: Int = 8 << 20, paths: ReadTuning.Paths = .fast,
    notANumber: NotANumber = .refuse, largestTable: Int = 256 << 20
  ) {
    self.largestTable = largestTable
    self.longestLook = longestLook
    self.paths = paths
    self.notANumber = notANumber
    file = buffer.file
    self.buffer = buffer
    self.buffer.start = InputForm.byteOrderMarkLength(
      self.buffer.storage.span, count: self.buffer.end)
  }

  /// A reader in the middle of an input, on `line`.
  init(
    _ buffer: consuming InputBuffer, line: Int, paths: ReadTuning.Paths, notANumber: NotANumber
  ) {
    longestLook = 0
    largestTable = 0
    self.paths = paths
    self.notANumber = notANumber
    file = buffer.file
    self.line = line
    self.buffer = buffer
  }

  /// Reads the records that stand one after the other and begin before a place in the input.
  ///
  /// - Parameter keys: the keys met before.
  /// - Returns: the keys met so far.
  mutating func readValues<Consumer: RecordConsumer>(
    before stop: Int, _ keys: JSONKeys, into consumer: inout Consumer,
    selection: inout RowSelection, tally: inout RowTally
  ) throws(IngestError) -> JSONKeys {
    var stage = JSONStage<Consumer>(
      file: file, enclosure: .nothing, depth: 0, keys: keys, around: [], paths: paths,
      notANumber: notANumber)
    stage.stop = stop
    try read(&stage, &consumer, &selection, &tally)
    return stage.keys
  }

  /// Finds out how the records lie in the input, and looks for names that options give too.
  mutating func settleRoot<Consumer: RecordConsumer>(
    _ consumer: Consumer, wanted: [String]
  ) throws(IngestError) -> (root: JSONRoot, keys: JSONKeys) {
    let keys = JSONKeys(
      known: consumer.knownNames, wanted: wanted, mayMatter: consumer.mayMatter)
    return (try root(consumer, keys), keys)
  }

  /// Reads all records.
  ///
  /// - Parameters:
  ///   - consumer: takes the rows that pass the selection.
  ///   - wanted: the names that options give, of which some may be dotted paths.
  ///   - selection: the filters.
  ///   - tally: counts what becomes of the rows.
  /// - Throws: `IngestError` where the text is no JSON, and on a bad row where reading is to stop.
  mutating func readRecords<Consumer: RecordConsumer>(
    into consumer: inout Consumer, wanted: [String], selection: inout RowSelection,
    tally: inout RowTally
  ) throws(IngestError) {
    let (root, keys) = try settleRoot(consumer, wanted: wanted)
    try readRecords(root, keys, into: &consumer, selection: &selection, tally: &tally)
  }

  /// Reads all records, which lie in the input as `root` says.
  mutating func readRecords<Consumer: RecordConsumer>(
    _ root: JSONRoot, _ keys: JSONKeys, into consumer: inout Consumer,
    selection: inout RowSelection, tally: inout RowTally
  ) throws(IngestError) {
    switch root {
    case .columns, .split, .rows:
      try readTable(root, into: &consumer, selection: &selection, tally: &tally)
      return
    case .values:
      _ = try readValues(
        before: .max, keys, into: &consumer, selection: &selection, tally: &tally)
      return
    case .array:
      var stage = JSONStage<Consumer>(
        file: file, enclosure: .array, depth: 1, keys: keys, around: [], paths: paths,
        notANumber: notANumber)
      try scan { scanner, _ throws(JSONStop) in try scanner.open(depth: 1) }
      try read(&stage, &consumer, &selection, &tally)
    case .wrapped, .ranking:
      var stage = JSONStage<Consumer>(
        file: file, enclosure: .array, depth: 2, keys: keys, around: [], paths: paths,
        notANumber: notANumber)
      var (key, isAmongOthers) = (Array("models".utf8), true)
      if case .wrapped(let found, let others) = root { (key, isAmongOthers) = (found, others) }
      try readWrapped(
        under: key, isAmongOthers: isAmongOthers, &stage, &consumer, &selection, &tally)
    case .models:
      var stage = JSONStage<Consumer>(
        file: file, enclosure: .object, depth: 1, keys: keys, around: [.model], paths: paths,
        notANumber: notANumber)
      try scan { scanner, _ throws(JSONStop) in try scanner.open(depth: 1) }
      try read(&stage, &consumer, &selection, &tally)
    case .categories:
      var stage = JSONStage<Consumer>(
        file: file, enclosure: .object, depth: 2, keys: keys, around: [.category, .model],
        paths: paths, notANumber: notANumber)
      try readCategories(&stage, &consumer, &selection, &tally)
    }
    try scan { scanner, bytes throws(JSONStop) in
      scanner.skipSpace(bytes)
      if scanner.position < scanner.end { throw .fault(.expectedEnd, at: scanner.position) }
      if !scanner.isComplete { throw .incomplete }
    }
  }

  private mutating func root<Consumer: RecordConsumer>(
    _ consumer: Consumer, _ keys: JSONKeys
  ) throws(IngestError) -> JSONRoot {
    let first = try scan { scanner, bytes throws(JSONStop) in try scanner.peek(bytes) }
    if first == ASCII.openBracket {
      let inner = try scan { scanner, bytes throws(JSONStop) in
        var inner = scanner
        inner.position += 1
        return try inner.peek(bytes)
      }
      return inner == ASCII.openBracket ? .rows : .array
    }
    let search = JSONRootSearch(
      longest: longestLook, consumer: consumer, keys: keys, notANumber: notANumber)
    while true {
      do throws(JSONStop) {
        let root = try search.root(
          buffer.storage.span, from: buffer.start, to: buffer.end, isComplete: buffer.isComplete)
        if let root { return root }
      } catch {
        throw place.error(error, buffer.storage.span, end: buffer.end)
      }
      try refill()
    }
  }

  /// Reads the array under `key` of the object that is next, and passes over its other values.
  ///
  /// - Parameter isAmongOthers: whether other arrays of objects are passed over, too.
  private mutating func readWrapped<Consumer: RecordConsumer>(
    under key: [UInt8], isAmongOthers: Bool, _ stage: inout JSONStage<Consumer>,
    _ consumer: inout Consumer,
    _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) {
    try scan { scanner, _ throws(JSONStop) in try scanner.open(depth: 1) }
    var isFirst = true
    var wasRead = false
    while let found = try nextKey(isFirst: isFirst) {
      isFirst = false
      let holdsObjects = try scan { scanner, bytes throws(JSONStop) in
        let inner = JSONScanner(
          at: scanner.position, end: scanner.end, isComplete: scanner.isComplete)
        return try inner.beginsWithObjects(bytes)
      }
      guard holdsObjects, found == key || !isAmongOthers else {
        let value = try scan { scanner, bytes throws(JSONStop) in
          let start = scanner.position
          _ = try scanner.value(bytes, depth: 1)
          return isAmongOthers ? Field(start: start, end: scanner.position).bytes(in: bytes) : []
        }
        if isAmongOthers { consumer.note(key: found, value: value.span) }
        continue
      }
      guard found == key, !wasRead else {
        throw .rows(
          Place(file: file, line: line),
          what: "both \(quoted(bytes: key)) and \(quoted(bytes: found)) hold an array of objects",
          remedy: "give one of them: jq .KEY FILE | deadheat COMMAND -")
      }
      wasRead = true
      try scan { scanner, _ throws(JSONStop) in try scanner.open(depth: 2) }
      try read(&stage, &consumer, &selection, &tally)
    }
  }

  private mutating func readCategories<Consumer: RecordConsumer>(
    _ stage: inout JSONStage<Consumer>, _ consumer: inout Consumer,
    _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) {
    try scan { scanner, _ throws(JSONStop) in try scanner.open(depth: 1) }
    var isFirst = true
    while let category = try nextKey(isFirst: isFirst) {
      isFirst = false
      guard buffer.storage[buffer.start] == ASCII.openBrace else {
        // What stands beside the categories, such as a date, is none of them.
        let isScalar = try scan { scanner, bytes throws(JSONStop) in
          switch try scanner.value(bytes, depth: 1) {
          case .text, .escapedText, .number, .boolean: true
          case .object, .array, .null: false
          }
        }
        if isScalar { continue }
        throw .rows(
          Place(file: file, line: line),
          what: "the category \(quoted(bytes: category)) is no object of models",
          remedy: "leave it out")
      }
      try scan { scanner, _ throws(JSONStop) in try scanner.open(depth: 2) }
      stage.reopen(category: category)
      try read(&stage, &consumer, &selection, &tally)
    }
  }

  /// Reads the records of one enclosure.
  private mutating func read<Consumer: RecordConsumer>(
    _ stage: inout JSONStage<Consumer>, _ consumer: inout Consumer,
    _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) {
    stage.line = line
    while true {
      stage.position = buffer.start
      stage.offset = buffer.offset
      let step = try stage.readWindow(
        buffer.storage.span, to: buffer.end, isComplete: buffer.isComplete, &consumer,
        &selection, &tally)
      line = stage.line
      buffer.start = stage.position
      if step == .closed { return }
      try refill()
    }
  }
}
