import Synchronization
import Threads

/// What a piece of an input came to.
protocol ChunkPiece: Sendable {
  /// Where its first record was taken to begin.
  var start: Int { get }
  /// Where the first record behind it begins.
  var end: Int { get }
  /// How many lines it has.
  var lines: Int { get }
}

/// The pieces of an input that are read at the same time.
///
/// Where a record begins behind a cut is only known when all before the cut has been read: a line
/// end may stand in quotes. So each piece is read from where a record seems to begin, up to the
/// first record that begins behind the next cut. Then the pieces are added up in their order, and
/// one that did not begin where the one before it ended is read again, from there. That the first
/// piece begins where it does is certain; so is then every other one's beginning, by induction.
///
/// A piece that has something to be told of, with a line or in an order that it cannot know, is read
/// again too. So the result and every message are those of reading from front to back.
struct ChunkPlan: Sendable {
  /// Where each piece nominally begins and ends; together they are all of the input behind the
  /// first one's beginning, the last one as far as it goes.
  let chunks: [Range<Int>]
  private let threads: Int

  /// More threads than these read no faster than memory and disk deliver, and each piece holds counts
  /// of its own until all are added up.
  private static let mostThreads = 16

  /// Pieces of an input of `size` bytes from `start` on, or `nil` where it is not worth dividing.
  init?(from start: Int, size: Int, threads: Int, _ tuning: ReadTuning) {
    let threads = min(threads, Self.mostThreads)
    let count = min(threads * tuning.chunksPerThread, (size - start) / tuning.chunkSize)
    guard threads > 1, count > 1 else { return nil }
    self.threads = min(threads, count)
    let length = (size - start + count - 1) / count
    chunks = (0..<count).map { index in
      let lower = start + index * length
      return lower..<(index == count - 1 ? .max : lower + length)
    }
  }

  /// Reads every piece and adds them up in their order.
  ///
  /// - Parameters:
  ///   - line: the line on which the first piece begins.
  ///   - read: reads a piece and says what it came to; `nil` where that is of no use.
  ///   - add: adds what a piece came to, of which the first line is given; false where it cannot be added.
  ///   - again: reads from a place and line on up to the end of a piece, and says how far it came.
  /// - Returns: how many pieces had to be read again.
  /// - Throws: what reading from front to back would throw.
  func read<Piece: ChunkPiece>(
    line: Int, _ read: @Sendable (Range<Int>) -> Piece?, add: (Piece, Int) -> Bool,
    again: (Int, Int, Int) throws(IngestError) -> (position: Int, line: Int)
  ) throws(IngestError) -> Int {
    var line = line
    var position = chunks[0].lowerBound
    var readAgain = 0
    for (chunk, piece) in zip(chunks, map(read)) {
      if let piece, piece.start == position, add(piece, line) {
        position = piece.end
        line += piece.lines
        continue
      }
      (position, line) = try again(position, line, chunk.upperBound)
      readAgain += 1
    }
    return readAgain
  }

  /// Reads every piece.
  ///
  /// - Parameter read: reads a piece and says what it came to; `nil` where that is of no use.
  /// - Returns: what each piece came to, `nil` too for those behind a useless one that were not
  ///   begun.
  func map<Piece: Sendable>(_ read: @Sendable (Range<Int>) -> Piece?) -> [Piece?] {
    let isUseless = Atomic(false)
    return inParallel(over: chunks.count, threads: threads) { index in
      guard !isUseless.load(ordering: .relaxed) else { return nil }
      let piece = read(chunks[index])
      if piece == nil { isUseless.store(true, ordering: .relaxed) }
      return piece
    }
  }
}
