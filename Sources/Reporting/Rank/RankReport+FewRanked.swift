internal import EloInference

/// What a ranking says where there are no two ranked models to compare, and what can be done.
extension RankReport {
  /// Why no model is ranked.
  var noneRanked: Prose {
    if leaderboard.source.board != nil { return "The board ranks none of its models." }
    let ways = waysToRank
    let list = WayOutWording.list(ways).map { ": \($0)" } ?? ""
    if WayOutWording.keepsGroup(ways) {
      return Prose(
        "No model is ranked: too few battles link the models, but those of one group can be compared\(list)."
      )
    }
    let few = leaderboard.findings.allSatisfy { ($0.battles ?? .max) < provisionalBelow }
    guard few else { return "No model has enough data to be ranked." }
    let number = CountFormat.text(provisionalBelow)
    return ways.isEmpty
      ? "No model is ranked: none has \(number) battles, and too few link the models to lower that number."
      : "No model is ranked: none has \(number) battles (--provisional lowers that number)."
  }

  /// That one model is ranked alone.
  func soleRanked(_ name: String) -> Prose {
    let list = WayOutWording.list(waysToRank).map { " To rank more: \($0)." } ?? ""
    return """
      \(name: name) is the only model with enough data to be ranked, and there is nothing to compare its \
      rating with.\(list)
      """
  }

  private var waysToRank: [WayOut] {
    if case .battles(let fit) = leaderboard.source { fit.waysToRank } else { [] }
  }
}
