internal import EloInference

/// The sentence that a reader of a ranking came for.
extension RankReport {
  /// Who may be the best, and who too little is known of to say.
  var headline: Prose {
    guard !leaderboard.ranked.isEmpty else { return noneRanked }
    if leaderboard.ranked.count == 1, unjudged.count == leaderboard.unranked.count {
      return soleRanked(name(leaderboard.ranked[0].model))
    }
    let sentence = mayBeFirst.isEmpty ? firstOfRanked : firstOfAll
    return unjudged.isEmpty ? sentence : sentence + " " + tooLittleKnown
  }

  /// The models without a rank that may be the best.
  private var mayBeFirst: [UnrankedModel] { leaderboard.unranked.filter(\.isTiedForFirst) }

  /// The models whose battles say nothing of first place.
  var unjudged: [UnrankedModel] { leaderboard.unranked.filter { $0.standing == .notJudged } }

  private var level: String { PercentFormat.level(leaderboard.test.level) }

  /// The names of the ranked models that may be the best.
  private var firstNames: [String] {
    leaderboard.ranked.filter(\.isTiedForFirst).map { name($0.model) }
  }

  /// Who may be the best where it can only be ranked ones, as far as is known.
  private var firstOfRanked: Prose {
    let first = firstNames
    let ranked = leaderboard.ranked.count
    let number = CountFormat.text(ranked)
    let isOfRanked = !unjudged.isEmpty
    switch first.count {
    case 1:
      let scope = isOfRanked ? "Among the \(number) ranked models " : ""
      return "\(scope)\(name: first[0]) is alone in first place, at \(level) confidence."
    case 2...6:
      let all = ranked == 2 ? "Both" : "All \(number)"
      let tied = first.count == ranked ? "\(all) ranked models are tied" : "Tied"
      let scope = isOfRanked && first.count < ranked ? " among the \(number) ranked models" : ""
      return "\(tied) for first\(scope), at \(level) confidence: \(Prose(listing: first))."
    default:
      let count = CountFormat.text(first.count)
      let all =
        first.count == ranked
        ? "All \(count) ranked models"
        : isOfRanked ? "\(count) of the \(number) ranked models" : "\(count) models"
      let some = Prose(listing: Array(first.prefix(4)), andMore: first.count - 4)
      return "\(all) are tied for first, at \(level) confidence: \(some)."
    }
  }

  /// Who may be the best where models without a rank are among them.
  private var firstOfAll: Prose {
    let first = firstNames
    let open = mayBeFirst
    let isOfKnown = !unjudged.isEmpty
    if first.isEmpty, open.count == 1 {
      let scope = isOfKnown ? "Of the models that enough is known of, " : ""
      return """
        \(scope)\(name: open[0].name) is alone in first place, at \(level) confidence; \
        \(whyOpen(open[0])).
        """
    }
    let named = open.prefix(3)
    let ranked = first.prefix(first.count > 6 ? 4 : 6)
    let left = first.count - ranked.count
    var list = Prose("")
    for name in ranked { list = list + "\(name: name), " }
    if left > 0 { list = list + Prose("\(CountFormat.text(left)) more, ") }
    if !ranked.isEmpty { list = list + "and " }
    list =
      list + Prose(listing: named.map(\.name), andMore: open.count - named.count)
      + Prose(", whose \(open.count == 1 ? "rating is" : "ratings are") \(openness(open))")
    let scope = isOfKnown ? " of the models that enough is known of" : ""
    return "Tied for first\(scope), at \(level) confidence: \(list)."
  }

  private func openness(_ models: [UnrankedModel]) -> String {
    let kinds = Set(
      models.compactMap { model in
        if case .mayBeFirst(let openness, _) = model.standing { openness } else { nil }
      })
    return switch kinds {
    case [.upwards]: "open upwards"
    case [.downwards]: "open downwards"
    default: "known only roughly"
    }
  }

  /// Why a model that is alone in first place has no rank, and what is known of its rating.
  private func whyOpen(_ model: UnrankedModel) -> String {
    guard case .mayBeFirst(let openness, let least) = model.standing, let wins = model.wins,
      let ties = model.ties, let losses = model.losses
    else { return "" }
    let bound = least.map { " (\(format.text($0)) or more)" } ?? ""
    guard openness == .upwards else {
      return "too few battles link it to the others to give it a rank\(bound)"
    }
    let record = [
      CountFormat.text(wins, "win", "wins"),
      ties > 0 ? CountFormat.text(ties, "tie", "ties") : nil,
      losses > 0 ? CountFormat.text(losses, "loss", "losses") : "no loss",
    ].compactMap { $0 }
    let all = record.dropLast().joined(separator: ", ") + " and \(record[record.count - 1])"
    return "its \(all) leave its rating open\(bound)"
  }

  /// The models that nothing can be said of.
  private var tooLittleKnown: Prose {
    let models = unjudged
    let named = models.prefix(3)
    var list = Prose("")
    for (place, model) in named.enumerated() {
      let isLast = place == models.count - 1
      if place > 0 { list = list + Prose(isLast ? " and " : ", ") }
      let unit = leaderboard.source.board == nil ? ("battle", "battles") : ("vote", "votes")
      let battles = model.battles.map { " (\(CountFormat.text($0, unit.0, unit.1)))" } ?? ""
      list = list + "\(name: model.name)\(battles)"
    }
    if models.count > named.count {
      list = list + Prose(" and \(CountFormat.text(models.count - named.count)) more")
    }
    let others = CountFormat.text(models.count, "other", "others")
    let them = models.count == 1 ? "it" : "them"
    return "Too little is known of \(others) to rule \(them) out: \(list)."
  }
}
