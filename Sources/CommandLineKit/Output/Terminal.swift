/// What the program's output is connected to.
public struct Terminal: Hashable, Sendable {
  /// Whether a person looks at standard output.
  public let isTerminal: Bool
  /// Whether a person looks at standard error, where progress may be drawn.
  public let isErrorTerminal: Bool
  /// The width in columns, 80 where nothing tells.
  public let width: Int
  /// Whether `ColorChoice.auto` means color.
  public let allowsColor: Bool

  /// An output with these properties.
  public init(
    isTerminal: Bool = false, isErrorTerminal: Bool = false, width: Int = 80,
    allowsColor: Bool = false
  ) {
    self.isTerminal = isTerminal
    self.isErrorTerminal = isErrorTerminal
    self.width = width
    self.allowsColor = allowsColor
  }

  /// Judges by the environment and by what the streams themselves say.
  ///
  /// `COLUMNS` goes before the terminal's own width. Color needs a terminal whose `TERM` is set
  /// and not `dumb`, and no `NO_COLOR` (https://no-color.org; an empty value does not count).
  init(
    isTerminal: Bool, isErrorTerminal: Bool, columns: Int?, environment: (String) -> String?
  ) {
    let asked = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let type = environment("TERM") ?? ""
    let refusesColor = !(environment("NO_COLOR") ?? "").isEmpty
    self.init(
      isTerminal: isTerminal, isErrorTerminal: isErrorTerminal, width: asked ?? columns ?? 80,
      allowsColor: isTerminal && !refusesColor && !type.isEmpty && type != "dumb")
  }
}
