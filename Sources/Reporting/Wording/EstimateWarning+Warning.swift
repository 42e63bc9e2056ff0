package import Battles
package import EloInference
import SafeText

extension Warning {
  /// What an estimate warns of, in words.
  package init(_ warning: EstimateWarning) {
    self =
      switch warning {
      case .provisionalModels(let groups, let all): .provisional(groups, of: all)
      case .fewClusters(let clusters, let limit):
        .clusters(
          "There are only \(clusters.count) clusters of \(Mention.quoted(clusters.name))", limit)
      case .unevenClusters(let clusters, let worth, let limit):
        .clusters(
          "The \(clusters.count) clusters of \(Mention.quoted(clusters.name)) tell no more of the typical model than about "
            + "\(worth < 2 ? "one alone" : "\(Int(worth)) equal ones") would", limit)
      case .degenerateReplicates(let count, let resamples, let models):
        .degenerate(count, of: resamples, models)
      case .nothingToCompare(let name):
        Warning(
          .nothingToCompare,
          "\(name) is the only ranked model: there is nothing to compare its rating "
            + "with, and so it has no interval.")
      case .priorPull(let most, let held): .priorPull(most, held)
      }
  }

  /// Who is not ranked, and why.
  private static func provisional(_ groups: [ProvisionalGroup], of all: Int) -> Warning {
    let count = groups.reduce(0) { $0 + $1.models.count }
    return Warning(
      .provisionalModels,
      "\(count) of \(all) models \(count == 1 ? "is" : "are") not ranked, "
        + groups.map { "\(words($0.rule)): \(list($0.models))" }.joined(separator: "; ") + ".")
  }

  private static func list(_ models: [ProvisionalGroup.Model]) -> String {
    let names = models.prefix(Mention.most).map { model in
      let count = model.battles.map { " (\($0) \($0 == 1 ? "battle" : "battles"))" } ?? ""
      return Mention.name(model.name) + count
    }
    return Mention.list(names, of: models.count)
  }

  private static func words(_ rule: ProvisionalGroup.Rule) -> String {
    switch rule {
    case .fewBattles(let least): "for fewer than \(least) battles"
    case .weakLinks(let least):
      "for fewer than \(least) battles that link them to the others both ways, won and lost"
    case .hardlyDecided(let least): "for fewer than \(least) battles that are no ties"
    case .fewClusters(let least, let name):
      "for battles in fewer than \(least) clusters of \(Mention.quoted(name))"
    case .equalClusters(let name):
      "for verdicts that cancel in every cluster of \(Mention.quoted(name)), so that no error shows"
    case .fewEffectiveClusters(let least, let name):
      "for fewer than \(Int(least)) effective clusters of \(Mention.quoted(name))"
    case .unrankedOnBoard: "as on the board"
    }
  }

  private static func clusters(_ head: String, _ limit: Int) -> Warning {
    Warning(
      .fewClusters,
      "\(head), and how much clusters differ is known only roughly from fewer than \(limit). "
        + "Intervals and p-values allow for that by Student's t, and may be too narrow all the same."
    )
  }

  /// Which models lost touch with the others in resamples.
  private static func degenerate(
    _ count: Int, of resamples: Int, _ models: [EstimateWarning.LostModel]
  ) -> Warning {
    let names = Mention.list(
      models.prefix(Mention.most).map { "\($0.name) in \($0.replicates)" }, of: models.count)
    let it = models.count == 1 ? "it was" : "those models alone were"
    return Warning(
      .degenerateReplicates,
      "In \(count) of \(resamples) resamples models lost touch with the "
        + "others, having won or lost nothing against them (\(names)); "
        + "\(it) given half a virtual battle there.")
  }

  private static func priorPull(_ most: EstimateWarning.PulledModel?, _ held: [String]) -> Warning {
    var parts: [String] = []
    if let most {
      let share = 100 * (1 - most.spreadKept)
      parts.append(
        "The prior pulls \(most.name) most, \(most.points < 0 ? "down" : "up") by "
          + "\(text(most.points.magnitude)) points, \(text(most.standardErrors)) of its standard errors"
          + (share >= 0.5 ? ", and takes \(text(share))% off the distance from first to last" : "")
          + ".")
    }
    if !held.isEmpty {
      parts.append(
        "Without the prior \(Mention.list(held.prefix(Mention.most), of: held.count)) would have no finite "
          + (held.count == 1 ? "rating." : "ratings."))
    }
    parts.append(
      "Intervals of ratings allow for the pull as far as the battles tell it; gaps come out too small, and "
        + "models look closer than they are. Use a smaller --prior, or collect more battles.")
    return Warning(.priorPull, parts.joined(separator: " "))
  }

  /// A number with as many decimals as readers need.
  private static func text(_ value: Double) -> String {
    guard value < 10 else { return "\(Int(min(value, 1e15).rounded()))" }
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }
}
