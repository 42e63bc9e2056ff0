internal import Battles

/// Takes the rows of a published board, over all files.
struct BoardCollector: RowConsumer, Sendable {
  /// What options say of boards.
  struct Options: Sendable {
    /// The coverage of intervals, where it was said.
    var level: Double?
    /// The standard normal quantile for that level, or for 0.95.
    var quantile: Double
    /// What scores are, where it was said.
    var unit: ScoreUnit?
  }

  /// What options say.
  let options: Options
  /// The names, by order of occurrence, each with its row in `rows`.
  private(set) var names = RowsByName()
  /// The rows, of which some may still be found to be bad.
  private(set) var rows: [BoardRow] = []
  /// What headings say of the unit.
  private(set) var unit = BoardUnit()
  /// The level of the intervals.
  private(set) var level: BoardLevel?
  /// How many rows have no score.
  private(set) var withoutScore = 0
  /// How many rows have a score, and no error where others have one.
  var withoutError = 0
  /// How many rows sum up others.
  private(set) var summaries = 0
  /// How many more models tables of this program do not show.
  var hiddenModels = 0
  /// The level that cells claim for their intervals, with the first of them.
  private(set) var cellLevel: (level: Double, place: Place)?
  /// The first number of votes that cannot be read.
  private(set) var unreadableVotes: (place: Place, heading: String, value: String)?
  /// Whether the rows are of a table that this program printed for readers.
  private(set) var isOwnTable = false
  /// Whether a comma may stand before decimals, as in files with semicolons between fields.
  var mayHaveDecimalCommas = false
  /// What pairs of numbers were taken for, when all rows had been read.
  var pairReading: IntervalReading?
  /// Whether texts of intervals tell how far these reach.
  private var sawReaches = false
  /// The columns of the rows at work.
  private(set) var columns: BoardColumns?
  /// The names of the columns, by slot.
  private(set) var headings: [String] = []
  private var identity = BoardIdentity()
  private var file = ""

  /// No row yet.
  init(_ options: Options) { self.options = options }

  /// Makes ready for a file whose columns have `headings`, by slot.
  ///
  /// - Throws: where the headings claim another level than options, or than those before.
  mutating func begin(
    _ place: Place, columns: BoardColumns, headings: [String]
  ) throws(IngestError) {
    let level = try BoardLevel.of(
      claimed: columns.level, given: options.level, quantile: options.quantile, at: place)
    if let known = self.level, known != level {
      throw .header(
        place,
        what:
          "the intervals here are said to cover \(BoardLevel.text(level.level)), and those before "
          + BoardLevel.text(known.level),
        remedy: "give boards of one level")
    }
    self.level = level
    file = place.file
    unit.note(columns.scoreHeading)
    if columns.own?.isOfBattles == true { unit.isOfOwnBattles = true }
    if columns.own?.rank != nil { isOwnTable = true }
    self.columns = columns
    self.headings = headings
  }

  /// How many models there are.
  var modelCount: Int { rows.count }

  mutating func take(_ window: Span<UInt8>, _ fields: Span<Field>, line: Int) throws(RowProblem) {
    guard let columns else { return }
    if mayHaveDecimalCommas {
      for slot in [columns.rating] + columns.uncertainty.slots
      where CellText(fields[slot].text(in: window)).mayHaveDecimalComma {
        throw .value(
          slot: slot, expected: "a number with a point before its decimals",
          remedy: RowProblem.skipRemedy)
      }
    }
    guard let score = try score(columns.rating, window, fields) else {
      withoutScore += 1
      return
    }
    let hasPercent = try noteLevel(columns, score.number.isPercent, window, fields, line)
    let spread = try columns.uncertainty.spread(
      around: score.number.value, inScore: score.interval, window, fields)
    // A row of totals has no error; one that has may be of a model.
    if case .none = spread, columns.own == nil,
      SummaryRow.isOne(fields[columns.name].text(in: window))
    {
      summaries += 1
      return
    }
    noteReaches(columns.uncertainty, score.interval, window, fields)
    let identity = try identity.adding(file, columns.others, headings, window, fields)
    let place = Place(file: file, line: line)
    try names.add(
      columns.name, others: columns.others, columns: headings, window, fields, at: place)
    self.identity = identity
    rows.append(
      BoardRow(
        place: place, rating: score.number.value, isPercent: score.number.isPercent,
        isErrorPercent: hasPercent,
        mayBeThousands: CellText.mayBeThousands(fields[columns.rating].text(in: window)),
        spread: spread,
        votes: votes(columns.votes, window, fields, at: place),
        isPreliminary: columns.preliminary.map { isTrue($0, window, fields) } ?? false,
        isUnranked: isUnranked(columns.own, window, fields)))
    if case .printed = columns.uncertainty { noteOwn(columns.others, window, fields) }
    if let wins = columns.own?.wins, !CellText.isBlank(fields[wins].text(in: window)) {
      unit.isOfOwnBattles = true
    }
  }

  /// Takes the level that the cells of an interval claim.
  ///
  /// - Returns: whether they have a percent sign beside that of the level and that of the score.
  /// - Throws: where headings, or rows before, claim another level.
  private mutating func noteLevel(
    _ columns: BoardColumns, _ isPercent: Bool, _ window: Span<UInt8>, _ fields: Span<Field>,
    _ line: Int
  ) throws(RowProblem) -> Bool {
    let inScore = columns.uncertainty.slots.isEmpty
    let slots = inScore ? [columns.rating] : columns.uncertainty.slots
    var hasPercent = false
    for slot in slots {
      let field = fields[slot]
      var isMarked = false
      for index in field.start..<field.end where window[index] == UInt8(ascii: "%") {
        isMarked = true
      }
      guard isMarked else { continue }
      let cell = CellText(field.text(in: window))
      if cell.percentSigns > (inScore && isPercent ? 1 : 0) { hasPercent = true }
      guard let level = cell.level, columns.own == nil else { continue }
      if let known = columns.level ?? cellLevel?.level, abs(known - level) > 1e-9 {
        throw .value(
          slot: slot,
          expected: "an interval of \(BoardLevel.text(known)), as "
            + (columns.level == nil ? "in rows before" : "the headings say"),
          remedy: RowProblem.skipRemedy)
      }
      if cellLevel == nil { cellLevel = (level, Place(file: file, line: line)) }
    }
    return hasPercent
  }

  /// Takes what the columns of this program's own CSV say of the level and the unit.
  private mutating func noteOwn(
    _ others: [Int], _ window: Span<UInt8>, _ fields: Span<Field>
  ) {
    for slot in others {
      switch headings[slot] {
      case "unit":
        ownUnit = ScoreUnit(rawValue: fields[slot].content(in: window).text(in: window)) ?? ownUnit
      case "level":
        let level = Numbers.number(fields[slot], in: window)
        if let level, (0.5..<1).contains(level) { ownLevel = level }
      default: break
      }
    }
  }

  /// The error where the rows are of several boards.
  func mixture(_ files: [String]) -> IngestError? { identity.mixture(files) }

  /// Takes what a document of this program says beside its models.
  mutating func note(key: [UInt8], value: Span<UInt8>) {
    let document = OwnDocument(key: key, value: value)
    if document.isOfBattles { unit.isOfOwnBattles = true }
    if let level = document.level { ownLevel = level }
    if let unit = document.unit { ownUnit = unit }
  }

  /// What a document of this program says of its level and unit.
  private(set) var ownLevel: Double?
  private(set) var ownUnit: ScoreUnit?

  /// The names of the rows that are left, when all had been read.
  private(set) var modelNames: [String] = []

  /// Makes ready for what can be told when all rows are there.
  mutating func finish() { modelNames = names.names.names }

  /// Takes rows away that were found to be bad.
  mutating func remove(_ bad: Set<Int>) {
    guard !bad.isEmpty else { return }
    let kept = rows.indices.filter { !bad.contains($0) }
    modelNames = kept.map { modelNames[$0] }
    rows = kept.map { rows[$0] }
  }

  /// Counts rows that sum up others by where they stand.
  mutating func addSummaries(_ count: Int) { summaries += count }

  /// Replaces what a row tells of its uncertainty.
  mutating func settle(_ spread: Spread, of row: Int) { rows[row].spread = spread }

  /// A warning where only dates differ.
  var identityWarning: Warning? { identity.warning }

  /// The score, or `nil` where the row has none.
  private func score(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> (number: CellText.Number, interval: CellText.Interval?)? {
    let found: (number: CellText.Number, interval: CellText.Interval?)
    if let number = Numbers.number(fields[slot], in: window) {
      found = (CellText.Number(value: number), nil)
    } else {
      let text = fields[slot].text(in: window)
      if CellText.isBlank(text) { return nil }
      let cell = CellText(text)
      guard let score = cell.score() else {
        throw .value(
          slot: slot,
          expected: cell.mayHaveDecimalComma
            ? "a number with a point before its decimals" : "a number",
          remedy: RowProblem.skipRemedy)
      }
      found = score
    }
    guard found.number.value.magnitude <= Uncertainty.largest else {
      throw .value(
        slot: slot, expected: "a number from -1e9 to 1e9", remedy: RowProblem.skipRemedy)
    }
    return found
  }

  /// What intervals were taken for, where headings do not say it.
  var intervalReading: IntervalReading? { pairReading ?? (sawReaches ? .reaches : nil) }

  private mutating func noteReaches(
    _ uncertainty: Uncertainty, _ inScore: CellText.Interval?, _ window: Span<UInt8>,
    _ fields: Span<Field>
  ) {
    let interval: CellText.Interval? =
      switch uncertainty {
      case .text(let slot): CellText(fields[slot].text(in: window)).interval()
      case .inScore: inScore
      default: nil
      }
    if case .reaches = interval { sawReaches = true }
  }

  /// The number of votes in `slot`; `nil` where it is blank or cannot be read, which is noted.
  private mutating func votes(
    _ slot: Int?, _ window: Span<UInt8>, _ fields: Span<Field>, at place: Place
  ) -> Int? {
    guard let slot else { return nil }
    if let count = Numbers.count(fields[slot], in: window) { return count }
    let text = fields[slot].text(in: window)
    if CellText.isBlank(text) { return nil }
    if let count = CellText(text).count() { return count }
    if unreadableVotes == nil { unreadableVotes = (place, headings[slot], text) }
    return nil
  }

  private func isTrue(_ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>) -> Bool {
    let text = FoldedLabel.of(fields[slot].text(in: window))
    return ["true", "1", "yes", "y", "preliminary"].contains(text)
  }

  private func isUnranked(
    _ own: OwnColumns?, _ window: Span<UInt8>, _ fields: Span<Field>
  ) -> Bool {
    if let provisional = own?.provisional { return isTrue(provisional, window, fields) }
    guard let rank = own?.rank else { return false }
    return !fields[rank].bytes(in: window).contains { $0 >= ASCII.zero && $0 <= ASCII.nine }
  }
}
