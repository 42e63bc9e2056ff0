internal import Battles

/// What a column says of whether a battle is a tie.
enum DrawFlag: Sendable {
  /// It is.
  case tie
  /// It is not.
  case noTie
  /// There was no battle that counts.
  case noVerdict

  /// What `text` says; `nil` where it is no word for yes or no, nor for a tie.
  init?(_ text: String) {
    guard text.utf8.count <= 64 else { return nil }
    let folded = FoldedLabel.of(text)
    if Self.no.contains(folded) {
      self = .noTie
      return
    }
    if Self.none.contains(folded) {
      self = .noVerdict
      return
    }
    guard
      Self.yes.contains(folded) || Vocabulary.common.meanings[folded] == .outcome(.tie)
        || folded.utf8.elementsEqual("1/2-1/2".utf8) || ResultText(folded: folded) == .same
    else { return nil }
    self = .tie
  }

  private static let yes: Set<String> = ["1", "true", "t", "yes", "y", "x"]
  private static let none: Set<String> = [
    "nc", "no_contest", "no_result", "abandoned", "cancelled", "canceled", "void", "walkover",
  ]
  private static let no: Set<String> = ["", "0", "false", "f", "no", "n"]
}
