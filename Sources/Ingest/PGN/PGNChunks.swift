/// Reads the games of a PGN file on several threads.
struct PGNChunks: Sendable {
  /// What one piece of the file came to.
  struct Piece: ChunkPiece {
    let start: Int
    let end: Int
    let lines: Int
    let battles: BattleCollector
    let selection: RowSelection
    let tally: RowTally
    let account: PGNReader.Account
  }

  let parts: ByteSource.Parts
  let plan: ChunkPlan
  let header: [String]
  let columns: WantedColumns
  let tuning: ReadTuning

  /// Reads all games from `start` on, which is on `line`.
  ///
  /// - Returns: how many pieces had to be read again, and what reading came to besides rows.
  /// - Throws: what reading from front to back would throw.
  func read(
    line: Int, into battles: inout BattleCollector, selection: inout RowSelection,
    tally: inout RowTally
  ) throws(IngestError) -> (readAgain: Int, account: PGNReader.Account) {
    let (noBattles, noSelection, noTally) = (battles.emptied, selection.emptied, tally.emptied)
    var (all, allSelection, allTally) = (battles, selection, tally)
    var account = PGNReader.Account()
    defer { (battles, selection, tally) = (all, allSelection, allTally) }
    let readAgain = try plan.read(line: line) { chunk in
      piece(chunk, noBattles, noSelection, noTally)
    } add: { piece, line in
      guard all.canAdd(piece.battles), allSelection.canAdd(piece.selection),
        allTally.add(piece.tally)
      else { return false }
      all.add(piece.battles, lines: line)
      allSelection.add(piece.selection)
      account.add(piece.account)
      return true
    } again: { (position, line, end) throws(IngestError) in
      var reader = PGNReader(buffer(at: position), line: line)
      account.add(
        try reader.readGames(
          before: end, into: &all, header: header, columns: columns, selection: &allSelection,
          tally: &allTally))
      return (reader.buffer.position, reader.line)
    }
    return (readAgain, account)
  }

  private func piece(
    _ chunk: Range<Int>, _ battles: BattleCollector, _ selection: RowSelection, _ tally: RowTally
  ) -> Piece? {
    var (battles, selection, tally) = (battles, selection, tally)
    do throws(IngestError) {
      let isFirst = chunk.lowerBound == plan.chunks[0].lowerBound
      let start = isFirst ? chunk.lowerBound : try likelyStart(at: chunk.lowerBound)
      var reader = PGNReader(buffer(at: start), line: 0)
      let account = try reader.readGames(
        before: chunk.upperBound, into: &battles, header: header, columns: columns,
        selection: &selection, tally: &tally)
      return Piece(
        start: start, end: reader.buffer.position, lines: reader.line, battles: battles,
        selection: selection, tally: tally, account: account)
    } catch {
      // It is thrown again where the piece is read with what is known about those before it.
      return nil
    }
  }

  private func buffer(at position: Int) -> InputBuffer {
    InputBuffer(
      ByteSource(parts, from: position), size: tuning.windowSize, offset: position)
  }

  /// Where the first game at or behind `cut` seems to begin: at a tag behind an empty line, or at an
  /// event's.
  private func likelyStart(at cut: Int) throws(IngestError) -> Int {
    let event = Array("[Event ".utf8)
    // A game begins at the cut itself where a line ends before it.
    var buffer = buffer(at: cut - 1)
    var isLineStart = false
    var isBehindEmptyLine = false
    while try buffer.refill() {
      while buffer.start < buffer.end {
        guard buffer.end - buffer.start >= event.count || buffer.isComplete else { break }
        let byte = buffer.storage[buffer.start]
        if byte == ASCII.lineFeed {
          isBehindEmptyLine = isLineStart
          isLineStart = true
        } else if byte != ASCII.carriageReturn {
          if isLineStart, byte == ASCII.openBracket,
            isBehindEmptyLine || begins(buffer.storage, at: buffer.start, buffer.end, event)
          {
            return buffer.position
          }
          isLineStart = false
        }
        buffer.start += 1
      }
    }
    return buffer.position
  }

  private func begins(
    _ bytes: [UInt8], at start: Int, _ end: Int, _ text: [UInt8]
  ) -> Bool {
    end - start >= text.count && text.indices.allSatisfy { bytes[start + $0] == text[$0] }
  }
}
