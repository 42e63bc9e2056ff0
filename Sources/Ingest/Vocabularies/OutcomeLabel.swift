public import Battles

/// A text in the winner column and the outcome that it stands for.
public struct OutcomeLabel: Sendable, Equatable {
  /// The text; compared without regard to ASCII case and surrounding spaces.
  public let text: String
  /// What it stands for.
  public let outcome: Outcome

  /// A label.
  public init(text: String, outcome: Outcome) {
    self.text = text
    self.outcome = outcome
  }

  /// A label as the command line gives it, such as `WHITE=a`; it is split at the last `=`.
  ///
  /// - Throws: `IngestError.usage` where there is no `=`, no text, or no such outcome.
  public init(parsing argument: String) throws(IngestError) {
    let bytes = Array(argument.utf8)
    guard let split = bytes.lastIndex(of: ASCII.equals), split > 0 else {
      throw .usage(
        what: "\(quoted(argument)) is not a label; expected TEXT=OUTCOME",
        remedy: "write for example --label 'WHITE=a'")
    }
    let outcome = String(decoding: bytes[(split + 1)...], as: UTF8.self)
    guard let known = Self.builtIn.first(where: { $0.text == asciiLowercased(outcome) }) else {
      throw .usage(
        what: "\(quoted(outcome)) is not an outcome",
        remedy: "write one of a, b, tie, both_bad, as in --label 'WHITE=a'")
    }
    self.init(text: String(decoding: bytes[..<split], as: UTF8.self), outcome: known.outcome)
  }

  /// The labels that are understood without options, in lower case.
  static let builtIn: [OutcomeLabel] = [
    OutcomeLabel(text: "model_a", outcome: .aWins),
    OutcomeLabel(text: "model_b", outcome: .bWins),
    OutcomeLabel(text: "a", outcome: .aWins),
    OutcomeLabel(text: "b", outcome: .bWins),
    OutcomeLabel(text: "left", outcome: .aWins),
    OutcomeLabel(text: "right", outcome: .bWins),
    OutcomeLabel(text: "white", outcome: .aWins),
    OutcomeLabel(text: "black", outcome: .bWins),
    OutcomeLabel(text: "1-0", outcome: .aWins),
    OutcomeLabel(text: "0-1", outcome: .bWins),
    OutcomeLabel(text: "1/2-1/2", outcome: .tie),
    OutcomeLabel(text: "½-½", outcome: .tie),
    OutcomeLabel(text: "tie", outcome: .tie),
    OutcomeLabel(text: "draw", outcome: .tie),
    OutcomeLabel(text: "both_bad", outcome: .bothBad),
    OutcomeLabel(text: "tie (bothbad)", outcome: .bothBad),
  ]
}
