/// Where a command writes, and what it may assume about who reads.
public struct Console: Sendable {
  /// Takes data, for a file or the next program. It may hold them back until `flush`.
  public let out: @Sendable (String) throws(OutputError) -> Void
  /// Takes progress, warnings and errors, for a person; it never fails.
  public let note: @Sendable (String) -> Void
  /// Writes the data that `out` held back.
  public let flush: @Sendable () throws(OutputError) -> Void
  /// What the output is connected to.
  public let terminal: Terminal
  /// When to write in color; a command sets it from its option.
  public var color = ColorChoice.auto

  /// A console that hands its texts to closures, which a test can collect.
  public init(
    terminal: Terminal = Terminal(),
    out: @escaping @Sendable (String) throws(OutputError) -> Void,
    note: @escaping @Sendable (String) -> Void,
    flush: @escaping @Sendable () throws(OutputError) -> Void = { () throws(OutputError) in }
  ) {
    self.out = out
    self.note = note
    self.flush = flush
    self.terminal = terminal
  }

  /// Whether a person looks at the data.
  public var isTerminal: Bool { terminal.isTerminal }
  /// Whether a person looks at the notes.
  public var isErrorTerminal: Bool { terminal.isErrorTerminal }
  /// The width of the output in columns.
  public var width: Int { terminal.width }

  /// Notes one message: on a terminal broken between words at its width, further lines indented by two,
  /// and elsewhere as the one line that programs look for.
  public func message(_ text: String) {
    let lines =
      terminal.isErrorTerminal
      ? wrapped(words: text.split(separator: " ", omittingEmptySubsequences: false), width, "  ")
      : [text]
    note(lines.joined(separator: "\n") + "\n")
  }

  /// Whether the data should be in color: the user's word first, then the terminal's abilities.
  public var isColorful: Bool {
    switch color {
    case .auto: terminal.allowsColor
    case .always: true
    case .never: false
    }
  }
}
