import Synchronization
import Threads

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
