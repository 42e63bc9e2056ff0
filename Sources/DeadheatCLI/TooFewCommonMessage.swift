import Battles
import EloInference

extension NameMatching {
  /// Why models in common are too few, and what to do: what did not match, on both sides, and what
  /// may be meant.
  func tooFewMessage(ranked: Int) -> String {
    let found =
      switch (pairs.count, ranked) {
      case (0, _): "no model is in both files"
      case (let all, let some) where some < all:
        "of \(all) models in both files \(some) \(some == 1 ? "has" : "have") enough battles"
      case (1, _): "one model is in both files (\(Self.listed(commonNames)))"
      case (let all, _): "\(all) models are in both files (\(Self.listed(commonNames)))"
      }
    var parts = ["\(found), and an agreement takes \(AgreementOptions.leastModels)"]
    if !onlyOnBoard.isEmpty {
      parts.append("only in BOARD: \(Self.listed(onlyOnBoard.map { board.names[$0] }))")
    }
    if !onlyInOther.isEmpty {
      parts.append("only in OTHER: \(Self.listed(onlyInOther.map { other.names[$0] }))")
    }
    let meant = suggestions.prefix(3).map { suggestion in
      let names = suggestion.board.map { "'\($0)'" }.joined(separator: " or ")
      return "'\(other.names[suggestion.other])' for \(names)"
    }
    let remedy =
      meant.isEmpty
      ? "if they go by other names, pair them with --match FILE"
      : "pair them with --match FILE where they are the same: \(meant.joined(separator: ", "))?"
    return (parts + [remedy]).joined(separator: "; ")
  }

  private var commonNames: [String] { pairs.map { board.names[$0.board] } }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
  }
}
