public import Battles

/// A text in the winner column and what it stands for, as an option gives it.
public struct OutcomeLabel: Sendable, Equatable {
  /// The text; compared without regard to ASCII case and surrounding blanks, numbers by their value.
  public let text: String
  /// What it stands for.
  public let meaning: LabelMeaning

  /// A label.
  public init(text: String, meaning: LabelMeaning) {
    self.text = text
    self.meaning = meaning
  }

  /// A label for an outcome.
  public init(text: String, outcome: Outcome) { self.init(text: text, meaning: .outcome(outcome)) }

  /// A label as the command line gives it, such as `WHITE=a`; it is split at the last `=`. `=tie` is
  /// about verdicts that are empty.
  ///
  /// - Throws: `IngestError.usage` where there is no `=`, or no such outcome.
  public init(parsing argument: String) throws(IngestError) {
    let bytes = Array(argument.utf8)
    guard let split = bytes.lastIndex(of: ASCII.equals) else {
      throw .usage(
        what: "\(quoted(argument)) is not a label; expected TEXT=OUTCOME",
        remedy: "write for example --label 'WHITE=a'")
    }
    let name = String(decoding: bytes[(split + 1)...], as: UTF8.self)
    guard let meaning = Self.meanings[asciiLowercased(trimmed(name))] else {
      throw .usage(
        what: "\(quoted(name)) is not an outcome",
        remedy: "write one of a, b, tie, both_bad, skip, as in --label 'WHITE=a'")
    }
    self.init(text: String(decoding: bytes[..<split], as: UTF8.self), meaning: meaning)
  }

  /// The names of meanings, in lower case.
  private static let meanings: [String: LabelMeaning] = [
    "a": .outcome(.aWins), "model_a": .outcome(.aWins), "b": .outcome(.bWins),
    "model_b": .outcome(.bWins), "tie": .outcome(.tie), "draw": .outcome(.tie),
    "both_bad": .outcome(.bothBad), "skip": .noVerdict,
  ]
}
