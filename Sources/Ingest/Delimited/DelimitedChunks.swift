/// Reads the rows of a delimited file of battles on several threads.
struct DelimitedChunks: Sendable {
  /// What one piece of the file came to.
  struct Piece: ChunkPiece {
    let start: Int
    let end: Int
    let lines: Int
    let battles: BattleCollector
    let selection: RowSelection
    let tally: RowTally
  }

  let parts: ByteSource.Parts
  let plan: ChunkPlan
  let delimiter: UInt8
  let columns: WantedColumns
  let tuning: ReadTuning

  /// Reads all rows from `start` on, which is on `line`.
  ///
  /// - Returns: how many pieces had to be read again.
  /// - Throws: what reading from front to back would throw.
  func read(
    line: Int, into battles: inout BattleCollector, selection: inout RowSelection,
    tally: inout RowTally
  ) throws(IngestError) -> Int {
    let (noBattles, noSelection, noTally) = (battles.emptied, selection.emptied, tally.emptied)
    var (all, allSelection, allTally) = (battles, selection, tally)
    defer { (battles, selection, tally) = (all, allSelection, allTally) }
    return try plan.read(line: line) { chunk in
      piece(chunk, noBattles, noSelection, noTally)
    } add: { piece, line in
      guard all.canAdd(piece.battles), allSelection.canAdd(piece.selection),
        allTally.add(piece.tally)
      else { return false }
      all.add(piece.battles, lines: line)
      allSelection.add(piece.selection)
      return true
    } again: { (position, line, end) throws(IngestError) in
      var reader = reader(at: position, line: line)
      try reader.readRows(
        before: end, into: &all, columns: columns, selection: &allSelection, tally: &allTally)
      return (reader.buffer.position, reader.line)
    }
  }

  private func piece(
    _ chunk: Range<Int>, _ battles: BattleCollector, _ selection: RowSelection, _ tally: RowTally
  ) -> Piece? {
    var (battles, selection, tally) = (battles, selection, tally)
    do throws(IngestError) {
      let isFirst = chunk.lowerBound == plan.chunks[0].lowerBound
      let start = isFirst ? chunk.lowerBound : try likelyStart(at: chunk.lowerBound)
      var reader = reader(at: start, line: 0)
      try reader.readRows(
        before: chunk.upperBound, into: &battles, columns: columns, selection: &selection,
        tally: &tally)
      return Piece(
        start: start, end: reader.buffer.position, lines: reader.line, battles: battles,
        selection: selection, tally: tally)
    } catch {
      // It is thrown again where the piece is read with what is known about those before it.
      return nil
    }
  }

  private func reader(at position: Int, line: Int) -> DelimitedReader {
    DelimitedReader(buffer(at: position), delimiter: delimiter, line: line, paths: tuning.paths)
  }

  private func buffer(at position: Int) -> InputBuffer {
    InputBuffer(
      ByteSource(parts, from: position), size: tuning.windowSize, offset: position)
  }

  /// Where the first record at or behind `cut` seems to begin: behind a line end after which two
  /// records have as many fields as they should, else behind the first line end.
  private func likelyStart(at cut: Int) throws(IngestError) -> Int {
    // A record begins at the cut itself where a line ends before it.
    var buffer = buffer(at: cut - 1)
    _ = try buffer.refill()
    var first: Int?
    var scanner = RecordScanner(delimiter: delimiter, slotOfColumn: [])
    while true {
      for index in buffer.start..<buffer.end where buffer.storage[index] == ASCII.lineFeed {
        let start = index + 1
        if first == nil { first = buffer.offset + start }
        if isLikely(start, buffer, &scanner) { return buffer.offset + start }
      }
      if let first { return first }
      buffer.start = buffer.end
      guard try buffer.refill(), buffer.end > buffer.start else { return buffer.position }
    }
  }

  private func isLikely(
    _ start: Int, _ buffer: borrowing InputBuffer, _ scanner: inout RecordScanner
  ) -> Bool {
    var none: [Field] = []
    var noFields = none.mutableSpan
    var position = start
    for _ in 0..<2 where position < buffer.end {
      let step = scanner.scan(
        buffer.storage.span, from: position, to: buffer.end, isComplete: buffer.isComplete,
        into: &noFields)
      guard case .record = step, scanner.columns == columns.slotOfColumn.count else {
        return false
      }
      position = scanner.next
    }
    return true
  }
}
