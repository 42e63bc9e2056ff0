internal import EloInference

/// Says which models can be among the best few.
struct BestModelsWording {
  private let report: RankReport
  /// How many names a sentence lists at most.
  private static let mostNames = 20

  init(_ report: RankReport) {
    self.report = report
  }

  /// The sentence; `nil` where it was not asked, or asked of the best one, whom the headline names.
  var sentence: Prose? {
    guard let best = report.leaderboard.best, !best.models.isEmpty, best.size > 1 else {
      return nil
    }
    let names = report.leaderboard.namesAmongBest
    let count = names.count
    let size = CountFormat.text(best.size)
    let level = PercentFormat.level(report.leaderboard.test.level)
    let list = Prose(
      listing: Array(names.prefix(Self.mostNames)),
      andMore: max(0, count - Self.mostNames))
    let isJudged = report.leaderboard.unranked.contains { $0.standing != .notJudged }
    if report.leaderboard.ranked.count <= best.size, !isJudged {
      let models = CountFormat.text(count, "model is", "models are")
      return Prose("Only \(models) ranked: any of them is among the best \(size).")
    }
    if count < best.size {
      let models = CountFormat.text(count, "model is", "models are")
      return Prose("Only \(models) known well enough: any of them may be among the best \(size).")
    }
    let isOfRanked = !report.unjudged.isEmpty
    if count == best.size {
      return
        "The best \(size)\(isOfRanked ? " of the ranked models" : "") are these and no others, at \(level) confidence: \(list)."
    }
    return """
      All of the best \(size)\(isOfRanked ? " of the ranked models" : "") are among these \(CountFormat.text(count)), at \(level) confidence: \
      \(list).
      """
  }
}
