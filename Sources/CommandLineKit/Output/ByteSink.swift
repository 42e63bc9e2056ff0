/// What became of one attempt to write.
enum WriteAttempt: Equatable {
  /// The first so many bytes were taken, at least one.
  case wrote(Int)
  /// A signal came first; nothing was taken.
  case interrupted
  /// The system refused, with this error number.
  case failed(errno: Int32)
}

/// Gathers text and hands it to the system in large pieces, until all of it is taken.
struct ByteSink {
  /// What is being written, for the message of an error.
  let target: String
  /// How many bytes are gathered before they are written.
  let capacity: Int
  /// Tries to write some bytes, which are never none.
  let attempt: @Sendable (ArraySlice<UInt8>) -> WriteAttempt
  private var pending: [UInt8] = []

  init(
    target: String, capacity: Int = 1 << 16,
    attempt: @escaping @Sendable (ArraySlice<UInt8>) -> WriteAttempt
  ) {
    self.target = target
    self.capacity = capacity
    self.attempt = attempt
  }

  /// Takes `text` and writes when enough has gathered.
  mutating func append(_ text: String) throws(OutputError) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= capacity { try flush() }
  }

  /// Writes all that has gathered. After an error nothing is kept, so that the error is not met
  /// again at the end of the program.
  mutating func flush() throws(OutputError) {
    defer { pending.removeAll(keepingCapacity: true) }
    var written = 0
    while written < pending.count {
      switch attempt(pending[written...]) {
      case .wrote(let count): written += count
      case .interrupted: continue
      case .failed(let errno): throw OutputError(.write, target, errno: errno)
      }
    }
  }
}
