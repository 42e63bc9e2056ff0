import Synchronization

extension Console {
  /// The console of the running process.
  ///
  /// On a terminal every piece of data appears at once, in step with the notes; elsewhere data
  /// are gathered into large writes. From here on a closed pipe and a file that grows past a limit are
  /// errors and no signals, and signals that end the process remove its temporary files.
  public static func standard() -> Console {
    StandardStreams.reserve()
    Signals.ignoreThoseOfWriting()
    Signals.removeTemporaryFilesAtEnd()
    let isTerminal = StandardStreams.isTerminal(StandardStreams.output)
    let output = SharedSink(
      ByteSink(target: "standard output", capacity: isTerminal ? 1 : 1 << 16) { bytes in
        StandardStreams.writeSome(bytes, to: StandardStreams.output)
      })
    let notes = SharedSink(
      ByteSink(target: "standard error", capacity: 1) { bytes in
        StandardStreams.writeSome(bytes, to: StandardStreams.error)
      })
    let size = StandardStreams.size(StandardStreams.output)
    let terminal = Terminal(
      isTerminal: isTerminal,
      isErrorTerminal: StandardStreams.isTerminal(StandardStreams.error),
      columns: size.columns ?? StandardStreams.size(StandardStreams.error).columns,
      lines: size.lines, environment: StandardStreams.environment)
    return Console(
      terminal: terminal,
      out: { (text) throws(OutputError) in try output.append(text) },
      // There is nobody left to tell that standard error is broken.
      note: { text in try? notes.append(text) },
      flush: { () throws(OutputError) in try output.flush() })
  }
}

/// A sink that several threads may write to, one text at a time.
private final class SharedSink: Sendable {
  private let sink: Mutex<ByteSink>

  init(_ sink: ByteSink) { self.sink = Mutex(sink) }

  func append(_ text: String) throws(OutputError) {
    try sink.withLock { (sink) throws(OutputError) in try sink.append(text) }
  }

  func flush() throws(OutputError) {
    try sink.withLock { (sink) throws(OutputError) in try sink.flush() }
  }
}
