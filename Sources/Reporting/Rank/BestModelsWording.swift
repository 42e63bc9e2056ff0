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
    let count = best.models.count
    let size = CountFormat.text(best.size)
    let level = PercentFormat.level(report.leaderboard.test.level)
    let names = Prose(
      listing: best.models.prefix(Self.mostNames).map(report.name),
      andMore: max(0, count - Self.mostNames))
    if report.established.count <= best.size {
      let models = CountFormat.text(count, "model is", "models are")
      return Prose("Only \(models) ranked: any of them is among the best \(size).")
    }
    if count == best.size {
      return "The best \(size) are these and no others, at \(level) confidence: \(names)."
    }
    return """
      All of the best \(size) are among these \(CountFormat.text(count)), at \(level) confidence: \
      \(names).
      """
  }
}
