/// Reads the games of one PGN file: the tags of the first ones, then all into a consumer, a game a row.
///
/// Where a game begins is told by its tags: behind moves, or where a tag is there once more, or is the
/// usual first one behind an empty line. So games without moves and files without empty lines are read
/// as they are meant.
struct PGNReader: ~Copyable {
  private(set) var buffer: InputBuffer
  private let file: String
  /// The line of the next byte.
  private(set) var line = 1

  /// A reader at the beginning of an input that begins with a tag.
  init(_ buffer: consuming InputBuffer) {
    file = buffer.file
    self.buffer = buffer
    self.buffer.start = InputForm.byteOrderMarkLength(
      self.buffer.storage.span, count: self.buffer.end)
  }

  /// A reader in the middle of an input, at the first tag of a game, which is on `line`.
  init(_ buffer: consuming InputBuffer, line: Int) {
    file = buffer.file
    self.buffer = buffer
    self.line = line
  }

  /// What reading games came to, besides rows.
  struct Account: Sendable {
    /// How many values were not UTF-8.
    var recoded = 0
    /// The slots whose tags were met.
    var met: Set<Int> = []

    /// Adds what reading games behind these came to.
    mutating func add(_ other: Account) {
      recoded += other.recoded
      met.formUnion(other.met)
    }
  }

  /// Reads all games that begin before a place in the input.
  ///
  /// - Parameters:
  ///   - stop: the place, `Int.max` for all games there are.
  ///   - consumer: takes the games that pass the selection.
  ///   - header: the names of the tags that are columns.
  ///   - columns: those to look at.
  ///   - selection: the filters.
  ///   - tally: counts what becomes of the games.
  /// - Throws: `IngestError` on a bad game where the tally's policy is to stop, and on a comment that is
  ///   never closed.
  mutating func readGames<Consumer: RowConsumer>(
    before stop: Int = .max, into consumer: inout Consumer, header: [String],
    columns: WantedColumns, selection: inout RowSelection, tally: inout RowTally
  ) throws(IngestError) -> Account {
    var account = Account()
    var tags = PGNTags(header, columns)
    var game = PGNGame(slots: columns.names.count)
    var scanner = PGNScanner(at: buffer.start, line: line)
    var isAtStop = false
    while !isAtStop {
      let step = scanner.next(
        buffer.storage.span, to: buffer.end, isComplete: buffer.isComplete)
      switch step {
      case .tag(let tag, let place, let behind):
        let id = tags.tag(tag.name, in: buffer.storage.span)
        if Self.isNewGame(game, id, behind, tags) {
          try finish(&game, into: &consumer, columns, &selection, &tally)
          isAtStop = begin(at: place, scanner.line, before: stop, &game, &tags)
        }
        guard !isAtStop, let id else { continue }
        let slot = tags.note(id)
        if slot >= 0, !game.take(tag, slot: slot, in: buffer.storage.span) {
          account.recoded += 1
        }
      case .brokenTag(let name, let place, let behind):
        let id = name.flatMap { tags.tag($0, in: buffer.storage.span) }
        if Self.isNewGame(game, id, behind, tags) {
          try finish(&game, into: &consumer, columns, &selection, &tally)
          isAtStop = begin(at: place, scanner.line, before: stop, &game, &tags)
        }
        guard !isAtStop else { continue }
        if let id { _ = tags.note(id) }
        if game.problem == nil { game.problem = brokenTag(at: place, scanner.line) }
      case .overrunComment(let line):
        throw .rows(
          Place(file: file, line: line),
          what:
            "the comment that begins here goes on over tags of games and the beginning of another "
            + "comment",
          remedy: "write the } that ends it")
      case .unclosedComment(let line):
        throw .rows(
          Place(file: file, line: line), what: "the comment that begins here is never closed",
          remedy: "write the } that ends it")
      case .usedUp:
        buffer.start = scanner.position
        line = scanner.line
        if buffer.isComplete {
          try finish(&game, into: &consumer, columns, &selection, &tally)
          isAtStop = true
        } else {
          try refill()
          scanner.position = buffer.start
        }
      }
    }
    for slot in columns.names.indices where tags.isMet(slot: slot) { account.met.insert(slot) }
    return account
  }

  /// Whether the tag that was found is the first one of another game than the one at work.
  private static func isNewGame(
    _ game: PGNGame, _ tag: Int?, _ behind: PGNScanner.Behind, _ tags: PGNTags
  ) -> Bool {
    guard game.isOpen, !behind.moves else { return true }
    guard let tag else { return false }
    return tags.isThere(tag) || behind.emptyLine && tags.isEvent(tag)
  }

  /// Begins a game, unless it is one to be left.
  ///
  /// - Returns: whether it is left; the next byte is then its first one.
  private mutating func begin(
    at place: Int, _ line: Int, before stop: Int, _ game: inout PGNGame, _ tags: inout PGNTags
  ) -> Bool {
    guard buffer.offset + place < stop else {
      buffer.start = place
      self.line = line
      return true
    }
    game.begin(line: line)
    tags.begin()
    return false
  }

  /// Hands the game at work on.
  private func finish<Consumer: RowConsumer>(
    _ game: inout PGNGame, into consumer: inout Consumer, _ columns: WantedColumns,
    _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) {
    guard game.isOpen else { return }
    game.close()
    tally.rows += 1
    if let problem = game.problem {
      try tally.setAside(problem)
      return
    }
    try consumer.filter(
      game.text.span, game.fields.span, at: Place(file: file, line: game.line), line: game.line,
      columns: columns.names, &selection, &tally)
  }

  private func brokenTag(at start: Int, _ line: Int) -> IngestError {
    var end = start
    while end < buffer.end, end < start + PGNScanner.mostShown,
      !ASCII.isLineEnd(buffer.storage[end])
    { end += 1 }
    let text = Field(start: start, end: end).bytes(in: buffer.storage.span)
    return .rows(
      Place(file: file, line: line),
      what: "\(quoted(bytes: text)) is no tag; expected [Name \"value\"]",
      remedy: RowProblem.skipRemedy)
  }

  /// Reads more into the window.
  mutating func refill() throws(IngestError) {
    let isLonger = try buffer.refill()
    guard isLonger || buffer.isComplete else {
      throw .rows(
        Place(file: file, line: line),
        what: "the tag that begins here is longer than \(buffer.limit >> 20) MiB",
        remedy: "check for a quote that is never closed")
    }
  }
}
