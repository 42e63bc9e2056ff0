/// Reads the records of a file of JSON Lines on several threads.
struct JSONChunks: Sendable {
  /// What one piece of the file came to.
  private struct Piece: ChunkPiece {
    let start: Int
    let end: Int
    let lines: Int
    let keys: JSONKeys
    let collector: DatasetCollector
    let selection: RowSelection
    let tally: RowTally
  }

  let parts: ByteSource.Parts
  let plan: ChunkPlan
  let keys: JSONKeys
  let tuning: ReadTuning
  let notANumber: NotANumber

  /// Reads all records from `start` on, which is on `line`.
  ///
  /// - Returns: how many pieces had to be read again.
  /// - Throws: what reading from front to back would throw.
  func read(
    line: Int, into collector: inout DatasetCollector, selection: inout RowSelection,
    tally: inout RowTally
  ) throws(IngestError) -> Int {
    let (none, noSelection, noTally) = (collector.emptied, selection.emptied, tally.emptied)
    var (all, allSelection, allTally, allKeys) = (collector, selection, tally, keys)
    defer { (collector, selection, tally) = (all, allSelection, allTally) }
    return try plan.read(line: line) { chunk in
      piece(chunk, none, noSelection, noTally)
    } add: { piece, line in
      var joined = allKeys
      joined.add(piece.keys)
      guard !joined.isFull, all.canAdd(piece.collector), allSelection.canAdd(piece.selection),
        allTally.add(piece.tally)
      else { return false }
      allKeys = joined
      all.add(piece.collector, lines: line)
      allSelection.add(piece.selection)
      return true
    } again: { (position, line, end) throws(IngestError) in
      var reader = JSONReader(
        buffer(at: position), line: line, paths: tuning.paths, notANumber: notANumber)
      allKeys = try reader.readValues(
        before: end, allKeys, into: &all, selection: &allSelection, tally: &allTally)
      return (reader.buffer.position, reader.line)
    }
  }

  private func piece(
    _ chunk: Range<Int>, _ collector: DatasetCollector, _ selection: RowSelection,
    _ tally: RowTally
  ) -> Piece? {
    var (collector, selection, tally) = (collector, selection, tally)
    do throws(IngestError) {
      let isFirst = chunk.lowerBound == plan.chunks[0].lowerBound
      let start = isFirst ? chunk.lowerBound : try likelyStart(at: chunk.lowerBound)
      var reader = JSONReader(
        buffer(at: start), line: 0, paths: tuning.paths, notANumber: notANumber)
      let keys = try reader.readValues(
        before: chunk.upperBound, keys, into: &collector, selection: &selection, tally: &tally)
      return Piece(
        start: start, end: reader.buffer.position, lines: reader.line, keys: keys,
        collector: collector, selection: selection, tally: tally)
    } catch {
      // It is thrown again where the piece is read with what is known about those before it.
      return nil
    }
  }

  private func buffer(at position: Int) -> InputBuffer {
    InputBuffer(
      ByteSource(parts, from: position), size: tuning.windowSize, offset: position)
  }

  /// Where the first record at or behind `cut` seems to begin: at the first character behind a line
  /// end.
  private func likelyStart(at cut: Int) throws(IngestError) -> Int {
    // A record begins at the cut itself where a line ends before it.
    var buffer = buffer(at: cut - 1)
    var isBehindLineEnd = false
    while try buffer.refill() {
      while buffer.start < buffer.end {
        let byte = buffer.storage[buffer.start]
        if byte == ASCII.lineFeed {
          isBehindLineEnd = true
        } else if isBehindLineEnd, !ASCII.isBlank(byte), byte != ASCII.carriageReturn {
          return buffer.position
        }
        buffer.start += 1
      }
    }
    return buffer.position
  }
}
