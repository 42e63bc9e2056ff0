/// Reads the records of a file of JSON Lines on several threads.
struct JSONChunks: Sendable {
  /// What one piece of the file came to.
  private struct Piece: Sendable {
    /// Where its first record was taken to begin.
    let start: Int
    /// Where the first record behind it begins.
    let end: Int
    /// How many lines it has.
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

  /// Reads all records from `start` on, which is on `line`.
  ///
  /// - Returns: how many pieces had to be read again.
  /// - Throws: what reading from front to back would throw.
  func read(
    line: Int, into collector: inout DatasetCollector, selection: inout RowSelection,
    tally: inout RowTally
  ) throws(IngestError) -> Int {
    let (none, noSelection, noTally) = (collector.emptied, selection.emptied, tally.emptied)
    let pieces = plan.map { chunk in piece(chunk, none, noSelection, noTally) }
    var line = line
    var position = plan.chunks[0].lowerBound
    var again = 0
    var keys = keys
    for (chunk, piece) in zip(plan.chunks, pieces) {
      if let piece, piece.start == position {
        var allKeys = keys
        allKeys.add(piece.keys)
        if !allKeys.isFull, collector.canAdd(piece.collector),
          selection.canAdd(piece.selection), tally.add(piece.tally)
        {
          keys = allKeys
          collector.add(piece.collector)
          selection.add(piece.selection)
          position = piece.end
          line += piece.lines
          continue
        }
      }
      var reader = JSONReader(buffer(at: position), line: line, paths: tuning.paths)
      keys = try reader.readValues(
        before: chunk.upperBound, keys, into: &collector, selection: &selection, tally: &tally)
      position = reader.buffer.position
      line = reader.line
      again += 1
    }
    return again
  }

  private func piece(
    _ chunk: Range<Int>, _ collector: DatasetCollector, _ selection: RowSelection,
    _ tally: RowTally
  ) -> Piece? {
    var (collector, selection, tally) = (collector, selection, tally)
    do throws(IngestError) {
      let isFirst = chunk.lowerBound == plan.chunks[0].lowerBound
      let start = isFirst ? chunk.lowerBound : try likelyStart(at: chunk.lowerBound)
      var reader = JSONReader(buffer(at: start), line: 0, paths: tuning.paths)
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
