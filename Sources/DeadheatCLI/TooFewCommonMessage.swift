import Battles
import EloInference
import SafeText

extension NameMatching {
  /// Why models in common are too few, and what to do: what did not match, on both sides, and what
  /// may be meant.
  func tooFewMessage(ranked: Int) -> String {
    let found =
      switch (pairs.count, ranked) {
      case (0, _): "no model is in both files"
      case (let all, let some) where some < all:
        "of \(all) models in both files \(some) \(some == 1 ? "has" : "have") enough battles"
      case (1, _): "one model is in both files (\(Mention.names(commonNames)))"
      case (let all, _): "\(all) models are in both files (\(Mention.names(commonNames)))"
      }
    var parts = ["\(found), and an agreement takes \(AgreementOptions.leastModels)"]
    if !onlyOnBoard.isEmpty {
      parts.append("only in BOARD: \(Mention.names(onlyOnBoard.map { board.names[$0] }))")
    }
    if !onlyInOther.isEmpty {
      parts.append("only in OTHER: \(Mention.names(onlyInOther.map { other.names[$0] }))")
    }
    let meant = suggestions.prefix(Mention.most).map { suggestion in
      "\(Mention.quoted(other.names[suggestion.other])) for \(Mention.choice(suggestion.board))"
    }
    let remedy =
      meant.isEmpty
      ? "if they go by other names, pair them with --match FILE"
      : "pair them with --match FILE where they are the same: \(meant.joined(separator: ", "))?"
    return (parts + [remedy]).joined(separator: "; ")
  }

  private var commonNames: [String] { pairs.map { board.names[$0.board] } }
}
