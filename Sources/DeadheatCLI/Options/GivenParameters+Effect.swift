import Battles
import CommandLineKit
import EloInference
import Ingest

/// What is said of parameters that turn out to have no effect.
extension GivenParameters {
  /// Refuses options about reading, and others with `needs`, that have no effect on what the files turned
  /// out to hold.
  func requireEffect(on dataset: Dataset, and needs: Need...) throws(UsageError) {
    switch dataset {
    case .battles:
      for need in [Need.boardIntervals, .boardScores] {
        guard let option = needing(need).first else { continue }
        throw .conflict("\(option) is about \(need.rawValue), and these are battles; leave it out")
      }
    case .board:
      guard let option = needing([.rowsOfBattles] + needs).first else { return }
      throw .conflict(
        "\(option) needs battles, and this file is a published board of scores; leave it out")
    }
  }

  /// Refuses options about a fit for a board, which has none.
  func refuseFitOptions() throws(UsageError) {
    let options = needing(.battles)
    guard let first = options.first else { return }
    throw .conflict(
      "\(first) needs battles, and this file is a published board of scores; leave out "
        + options.joined(separator: ", "))
  }

  /// Refuses options about what Elo points are worth for scores that are none.
  func refuseScale(of scores: PublishedScores) throws(UsageError) {
    let options = needing(.elo)
    guard scores.unit != .elo, !options.isEmpty else { return }
    throw .conflict(
      "\(options.joined(separator: " and ")) \(options.count == 1 ? "says" : "say") what Elo points are worth, "
        + "and these scores are \(scores.unit.words); leave \(options.count == 1 ? "it" : "them") out"
        + (scores.unit == .points ? ", or take the points for Elo with --unit elo" : ""))
  }

  /// What to tell of options that shape errors where no model is ranked: models without a rank have
  /// the model's own, whatever was asked for.
  func unusedWarnings(of estimate: Estimate) -> [Warning] {
    let options = needing(.rankedModels)
    guard !options.isEmpty, !estimate.isProvisional.contains(false) else { return [] }
    return [
      Warning(
        .noEffect,
        "\(options.joined(separator: " and ")) \(options.count == 1 ? "has" : "have") no effect: no model is "
          + "ranked, and models without a rank have the model's own standard errors.")
    ]
  }
}
