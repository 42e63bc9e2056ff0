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
  var limit: Int
  private var source: ByteSource
  /// The input as UTF-8, where it is UTF-16.
  private var utf16: UTF16Input?
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
  var parts: ByteSource.Parts? { utf16 == nil ? source.parts : nil }

  /// Whether the input is UTF-16, and what the window has is made of it.
  var isUTF16: Bool { utf16 != nil }

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
      let count: Int
      if utf16 == nil {
        count = try source.read(into: &storage, at: end, space: capacity - end)
      } else {
        guard let taken = try takeUTF16(behind: unused) else { return true }
        count = taken
      }
      if count == 0 {
        isComplete = true
        break
      }
      end += count
    }
    return true
  }

  /// Reads on from the window's second byte as UTF-16; its first two bytes are the byte order mark.
  ///
  /// - Precondition: nothing of the input has been used.
  mutating func decodeUTF16(isBigEndian: Bool) throws(IngestError) {
    precondition(position == 0 && end >= 2, "a byte order mark is in the window")
    utf16 = UTF16Input(isBigEndian: isBigEndian, first: Array(storage[2..<end]))
    end = 0
    isComplete = false
    _ = try refill()
  }

  /// Takes what fits into the window.
  ///
  /// - Returns: how many bytes there were, or `nil` where what is behind `unused` bytes is to be used
  ///   before there is an error to tell of.
  private mutating func takeUTF16(behind unused: Int) throws(IngestError) -> Int? {
    try utf16?.prepare(&source)
    if let fault = utf16?.fault {
      guard end == unused else { return nil }
      throw .rows(
        Place(file: file, line: fault.line), what: fault.what,
        remedy: "check that the file is complete, and save it as UTF-8")
    }
    let space = capacity - end
    return utf16?.take(into: &storage, at: end, space: space) ?? 0
  }
}
