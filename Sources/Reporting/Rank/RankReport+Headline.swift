internal import EloInference

/// The sentence that a reader of a ranking came for.
extension RankReport {
  /// Who may be the best.
  var headline: Prose {
    let first = leaderboard.tiedForFirst.map(name)
    let level = PercentFormat.level(leaderboard.test.level)
    let ranked = established.count
    switch first.count {
    case 0: return noneRanked
    case 1 where ranked == 1: return soleRanked(first[0])
    case 1:
      return "\(name: first[0]) is alone in first place, at \(level) confidence."
    case 2...6:
      let all = ranked == 2 ? "Both" : "All \(ranked)"
      let tied = first.count == ranked ? "\(all) ranked models are tied" : "Tied"
      return "\(tied) for first, at \(level) confidence: \(Prose(listing: first))."
    default:
      let number = CountFormat.text(first.count)
      let all = first.count == ranked ? "All \(number) ranked models" : "\(number) models"
      let some = Prose(listing: Array(first.prefix(4)), andMore: first.count - 4)
      return "\(all) are tied for first, at \(level) confidence: \(some)."
    }
  }
}
