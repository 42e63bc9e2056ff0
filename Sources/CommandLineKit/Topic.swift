/// A page of help about something else than a command, such as the formats of input.
public struct Topic: Hashable, Sendable {
  /// The word behind `help`.
  public let name: String
  /// One sentence for the overview.
  public let summary: String
  /// The page: lines without indent are reflowed to the terminal, indented lines stay as they are.
  public let text: String

  /// A page of help.
  public init(_ name: String, summary: String, text: String) {
    self.name = name
    self.summary = summary
    self.text = text
  }
}
