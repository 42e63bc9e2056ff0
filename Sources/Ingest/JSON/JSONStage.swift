/// The loop over the records of one window: scan, find the wanted values, filter, hand on.
struct JSONStage<Consumer: RecordConsumer> {
  /// What the records stand in.
  enum Enclosure: Sendable {
    /// One after the other, as in JSON Lines.
    case nothing
    /// In an array whose opening bracket is behind.
    case array
    /// In an object whose opening brace is behind, each under a key.
    case object
  }

  /// Why the loop came to an end.
  enum Step {
    /// The enclosure is closed, or the input has ended where there is none.
    case closed
    /// The window is used up.
    case usedUp
  }

  let file: String
  let enclosure: Enclosure
  /// How many objects and arrays are open around the records.
  let depth: Int
  /// The line of the next byte to be read.
  var line = 1
  /// The next byte to be read.
  var position = 0
  /// How many bytes of the input are no longer in the window.
  var offset = 0
  /// The place in the input from which on no record is read where none encloses them.
  var stop = Int.max
  /// The key under which the object of the records stands.
  var category: [UInt8] = []
  private var model: [UInt8] = []
  private var isFirst = true
  private var record: JSONRecord
  private var shapes: JSONShapes<Consumer>
  private var values = JSONValues()
  private let paths: ReadTuning.Paths
  private let notANumber: NotANumber
  private var template: JSONTemplate?
  private var templateValues: [Field] = []
  /// How many records in a row did not fit the template.
  private var misfits = 0

  /// A stage before the first record.
  init(
    file: String, enclosure: Enclosure, depth: Int, keys: JSONKeys,
    around: [JSONShape<Consumer.Columns>.Source], paths: ReadTuning.Paths = .fast,
    notANumber: NotANumber = .refuse
  ) {
    self.paths = paths
    self.notANumber = notANumber
    self.file = file
    self.enclosure = enclosure
    self.depth = depth
    record = JSONRecord(keys)
    shapes = JSONShapes(around: around)
  }

  /// The keys met so far.
  var keys: JSONKeys {
    get { record.keys }
    set { record.keys = newValue }
  }

  /// Makes ready for the next enclosure of the same kind.
  mutating func reopen(category: [UInt8]) {
    self.category = category
    isFirst = true
  }

  /// Reads the records that are complete in `window`.
  ///
  /// - Throws: `IngestError` where the text is no JSON, and on a bad row where reading is to stop.
  mutating func readWindow(
    _ window: Span<UInt8>, to end: Int, isComplete: Bool, _ consumer: inout Consumer,
    _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) -> Step {
    while true {
      var scanner = JSONScanner(
        at: position, end: end, isComplete: isComplete, notANumber: notANumber)
      let found: Found
      do throws(JSONStop) {
        found = try nextRecord(&scanner, window)
      } catch {
        if error.needsMore(end: end, isComplete: isComplete) { return .usedUp }
        throw JSONPlace(file: file, line: line, position: position, offset: offset).error(
          error, window, end: end)
      }
      switch found {
      case .nothing:
        line += scanner.lines
        position = scanner.position
        return isComplete || enclosure != .nothing || position < end ? .closed : .usedUp
      case .fitting(let lines):
        tally.rows += 1
        try hand(window, templateValues.span, line + lines, &consumer, &selection, &tally)
      case .record(let start, let lines):
        try take(window, lines, &consumer, &selection, &tally)
        learn(window, start..<scanner.position)
      case .value(let start, let lines):
        tally.rows += 1
        let value = Field(start: start, end: scanner.position).bytes(in: window)
        try tally.setAside(
          .rows(
            Place(file: file, line: line + lines),
            what: "the record is \(quoted(bytes: value)); expected an object",
            remedy: RowProblem.skipRemedy))
      }
      line += scanner.lines
      position = scanner.position
      isFirst = false
    }
  }

  private enum Found {
    /// There is no further record, or none to be read; a closing bracket is behind.
    case nothing
    /// A record that fits the template, so many lines down.
    case fitting(lines: Int)
    /// Another record, and where it begins.
    case record(start: Int, lines: Int)
    /// A value that is no record, and where it begins.
    case value(start: Int, lines: Int)
  }

  /// Passes over the next record and what stands before it.
  @inline(__always)
  private mutating func nextRecord(
    _ scanner: inout JSONScanner, _ window: Span<UInt8>
  ) throws(JSONStop) -> Found {
    scanner.skipSpace(window)
    switch enclosure {
    case .nothing:
      if scanner.position == scanner.end || scanner.position >= stop &- offset { return .nothing }
    case .array:
      if try scanner.closes(ASCII.closeBracket, isFirst: isFirst, window) { return .nothing }
    case .object:
      if try scanner.closes(ASCII.closeBrace, isFirst: isFirst, window) { return .nothing }
      model = try scanner.key(window)
    }
    let start = scanner.position
    let lines = scanner.lines
    if window[start] == ASCII.openBrace {
      if fits(&scanner, window) { return .fitting(lines: lines) }
      try record.scan(&scanner, window, depth: depth)
      return .record(start: start, lines: lines)
    }
    _ = try scanner.value(window, depth: depth)
    return .value(start: start, lines: lines)
  }

  /// Passes over the record that is next where it fits the template.
  @inline(__always)
  private mutating func fits(_ scanner: inout JSONScanner, _ window: Span<UInt8>) -> Bool {
    guard let template else { return false }
    let start = scanner
    var fields = templateValues.mutableSpan
    if template.scan(&scanner, window, into: &fields) { return true }
    scanner = start
    return false
  }

  /// Learns the template from the record just passed over, where that is of use.
  private mutating func learn(_ window: Span<UInt8>, _ range: Range<Int>) {
    guard paths == .fast else { return }
    // A record with other keys than the one before is no model for the next one, and a template
    // that fitted before will mostly fit again.
    guard record.isAsGuessed, shapes.shape != nil else {
      template = nil
      return
    }
    misfits += 1
    guard template == nil || misfits >= Self.mostMisfits else { return }
    misfits = 0
    template = JSONTemplate(record, shapes.memberOfSlot, window, range, depth: depth)
    templateValues = [Field](repeating: Field(), count: template?.slotCount ?? 0)
  }

  /// After so many records that do not fit, a template is learned anew.
  private static var mostMisfits: Int { 8 }

  /// Hands the record just passed over on.
  @inline(__always)
  private mutating func take(
    _ window: Span<UInt8>, _ lines: Int, _ consumer: inout Consumer,
    _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) {
    tally.rows += 1
    if !record.isAsGuessed || shapes.shape == nil {
      guard
        try settle(
          window, at: Place(file: file, line: line + lines), &consumer, &selection, &tally)
      else { return }
    }
    if values.fill(record.members, shapes.memberOfSlot) {
      try hand(window, values.fields.span, line + lines, &consumer, &selection, &tally)
      return
    }
    do throws(JSONValues.Unusable) {
      guard let shape = shapes.shape else { return }
      try values.compose(
        window, record.members, shapes.memberOfSlot, shape, category: category, model: model)
    } catch {
      let place = Place(file: file, line: line + lines)
      try tally.setAside(
        error.error(
          at: place, shapes.shape?.headings ?? [], window,
          JSONPlace(file: file, line: line, position: position, offset: offset)))
      return
    }
    try hand(values.text.span, values.fields.span, line + lines, &consumer, &selection, &tally)
  }

  @inline(__always)
  private func hand(
    _ window: Span<UInt8>, _ fields: Span<Field>, _ line: Int, _ consumer: inout Consumer,
    _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) {
    try consumer.filter(
      window, fields, at: Place(file: file, line: line), line: line,
      columns: shapes.shape?.headings ?? [], &selection, &tally)
  }

  @inline(never)
  private mutating func settle(
    _ window: Span<UInt8>, at place: Place, _ consumer: inout Consumer,
    _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) -> Bool {
    if record.keys.isFull {
      throw .rows(
        place, what: "the records have more than \(JSONKeys.most) different keys",
        remedy: "keep identifiers in values, not in keys")
    }
    record.learn(window)
    return try shapes.settle(record, window, at: place, &consumer, &selection, &tally)
  }
}
