/// A window that slides over the input: what has been read and not yet used.
///
/// Memory does not grow with the input: the window grows only where one record does not fit it.
struct InputBuffer: ~Copyable {
  /// The window's size at first, and the room it is read into.
  ///
  /// So small that the bytes that were just read are still in the processor's second cache when
  /// they are looked at. Mapping the file instead took as long on warm files, and would end the
  /// process where another one shortens the file meanwhile.
  static let usualSize = 1 << 18
  /// The size past which a record is taken for a mistake, such as a quote that is never closed.
  static let usualLimit = 64 << 20

  /// The size that the window does not outgrow.
  let limit: Int
  private var source: ByteSource
  /// The bytes; only those in `start..<end` are input that is still to be used, and `Block.count`
  /// bytes at the very end never are.
  var storage: [UInt8]
  /// Where the bytes that are still to be used begin.
  var start = 0
  /// Where they end.
  private(set) var end = 0
  /// How many bytes of the input are no longer in the window.
  private(set) var offset: Int
  /// Whether the input has no bytes beyond `end`.
  private(set) var isComplete = false

  /// A window over `source` that is at first `size` bytes and never more than `limit`.
  ///
  /// - Parameter offset: how many bytes of the input are before those of the source.
  init(
    _ source: consuming ByteSource, size: Int = usualSize, limit: Int = usualLimit, offset: Int = 0
  ) {
    self.offset = offset
    precondition(size > 0 && size <= limit, "a window has room")
    self.limit = limit
    self.source = source
    storage = [UInt8](repeating: 0, count: size + Block.count)
  }

  /// The name under which messages and reports show the input.
  var file: String { source.file }

  /// The input as one that can be read in several places, or `nil` where it cannot.
  var parts: ByteSource.Parts? { source.parts }

  /// The place of the first unused byte in the input.
  var position: Int { offset + start }

  /// How many bytes of input the window has room for.
  private var capacity: Int { storage.count - Block.count }

  /// Moves the unused bytes to the front, makes room where they fill the window, and reads until
  /// the window is full or the input ends.
  ///
  /// - Returns: whether there is now more than there was; `false` where the limit is reached.
  mutating func refill() throws(IngestError) -> Bool {
    guard !isComplete else { return false }
    let unused = end - start
    if start > 0 {
      for index in 0..<unused { storage[index] = storage[start + index] }
      offset += start
      start = 0
      end = unused
    }
    if end == capacity {
      guard end < limit else { return false }
      storage.append(contentsOf: repeatElement(0, count: min(end, limit - end)))
    }
    while end < capacity {
      let count = try source.read(into: &storage, at: end, space: capacity - end)
      if count == 0 {
        isComplete = true
        break
      }
      end += count
    }
    return true
  }
}
