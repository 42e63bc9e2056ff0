/// What the program's output is connected to.
public struct Terminal: Hashable, Sendable {
  /// Whether a person looks at standard output.
  public let isTerminal: Bool
  /// Whether a person looks at standard error, where progress may be drawn.
  public let isErrorTerminal: Bool
  /// The width in columns, 80 where nothing tells.
  public let width: Int
  /// How many lines the screen holds; `nil` where nobody looks at standard output or nothing tells.
  public let height: Int?
  /// Whether `ColorChoice.auto` means color.
  public let allowsColor: Bool

  /// An output with these properties.
  public init(
    isTerminal: Bool = false, isErrorTerminal: Bool = false, width: Int = 80,
    height: Int? = nil, allowsColor: Bool = false
  ) {
    self.isTerminal = isTerminal
    self.isErrorTerminal = isErrorTerminal
    self.width = width
    self.height = isTerminal ? height : nil
    self.allowsColor = allowsColor
  }

  /// Judges by the environment and by what the streams themselves say.
  ///
  /// `COLUMNS` and `LINES` go before the terminal's own size. Color needs a terminal whose `TERM` is set
  /// and not `dumb`, and no `NO_COLOR` (https://no-color.org; an empty value does not count).
  init(
    isTerminal: Bool, isErrorTerminal: Bool, columns: Int?, lines: Int? = nil,
    environment: (String) -> String?
  ) {
    func asked(_ name: String) -> Int? {
      environment(name).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }
    let type = environment("TERM") ?? ""
    let refusesColor = !(environment("NO_COLOR") ?? "").isEmpty
    self.init(
      isTerminal: isTerminal, isErrorTerminal: isErrorTerminal,
      width: asked("COLUMNS") ?? columns ?? 80, height: asked("LINES") ?? lines,
      allowsColor: isTerminal && !refusesColor && !type.isEmpty && type != "dumb")
  }
}
