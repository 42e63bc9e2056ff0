import Synchronization

/// Collects what a command writes, so that a test can run one inside its own process.
public final class Transcript: Sendable {
  private let texts = Mutex((output: "", notes: ""))

  /// An empty transcript.
  public init() {}

  /// All data so far.
  public var output: String { texts.withLock { $0.output } }
  /// All notes so far.
  public var notes: String { texts.withLock { $0.notes } }

  /// A console that writes into this transcript and pretends to be connected to `terminal`.
  public func console(terminal: Terminal = Terminal()) -> Console {
    Console(
      terminal: terminal,
      out: { (text) throws(OutputError) in self.texts.withLock { $0.output += text } },
      note: { text in self.texts.withLock { $0.notes += text } })
  }
}
