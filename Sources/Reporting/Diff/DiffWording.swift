internal import Battles
internal import EloInference
internal import EloNumerics

/// Says what changed between two snapshots, to someone who reads the news of a leaderboard.
struct DiffWording {
  private let report: DiffReport
  private let comparison: SnapshotComparison
  private let format: RatingFormat

  /// The wording of `report`.
  init(_ report: DiffReport) {
    self.report = report
    comparison = report.comparison
    format = report.format
  }

  /// Which models really moved.
  var headline: Prose {
    guard comparison.hasStableReference else { return movedAgainstEachOther }
    let real = comparison.realMoves
    guard comparison.test.models > 0 else {
      let models = CountFormat.text(comparison.moves.count)
      let few = comparison.withoutNewData.count == comparison.moves.count ? "None" : "Only one"
      return
        "\(few) of the \(models) models in both snapshots has \(newData), so that no move can be judged."
    }
    let count = CountFormat.text(comparison.test.models)
    let which = comparison.withoutNewData.isEmpty ? "" : " that have \(newData)"
    guard !real.isEmpty else {
      return """
        Of \(count) models in both snapshots\(which) none is shown to have a \(format.noun) that moved, \
        \(confidence).
        """
    }
    let named = real.prefix(Self.mostNamed).map { $0.name }
    let list = Prose(listing: Array(named), andMore: real.count - named.count)
    let verb = real.count == 1 ? "has a \(format.noun)" : "have \(format.noun)s"
    return """
      Of \(count) models in both snapshots\(which) \(CountFormat.text(real.count)) \(verb) that really \
      moved, \(confidence): \(list).
      """
  }

  /// Whether the models that are tied for first are the same.
  var top: Prose {
    let now = comparison.tiedForFirstNew
    let level = PercentFormat.level(comparison.test.level)
    if comparison.isFrozen {
      return now.count == 1
        ? "The top is frozen: \(list(now)) is alone in first place, as before, at \(level) confidence."
        : "The top is frozen: \(list(now)) are tied for first, as before, at \(level) confidence."
    }
    let (gained, lost) = (comparison.joinedFirst, comparison.leftFirst)
    let caution =
      if comparison.changedFirstWithoutMove {
        comparison.test.models > 0
          ? " None of these is shown to have moved; the set also narrows as data grow."
          : " No move of these can be judged; the set also depends on the errors of the others."
      } else {
        ""
      }
    let changes = [
      gained.isEmpty ? nil : "\(list(gained)) joined" as Prose,
      lost.isEmpty ? nil : "\(list(lost)) dropped out" as Prose,
    ].compactMap { $0 }
    let what = changes.count == 2 ? changes[0] + ", " + changes[1] : changes[0]
    return
      "The top changed: of the models tied for first at \(level) confidence, \(what).\(caution)"
  }

  /// What the changes of rank come to.
  var rankMoves: [Prose] {
    let moved = comparison.moves.filter { $0.rankMove != .none }
    guard !moved.isEmpty else { return [] }
    let kinds: [(RankMove, String)] = [
      (.real, "Real, with the rating"), (.passed, "By models that really moved past them"),
      (.noise, "Not shown to be more than chance"), (.unknown, "Nothing tells why"),
      (.displaced, "Pushed by others that entered or left"),
    ]
    let sentences = kinds.compactMap { kind, head -> Prose? in
      let named = moved.filter { $0.rankMove == kind }
      return named.isEmpty ? nil : Prose(" \(head): ") + moves(named) + "."
    }
    let head = CountFormat.text(moved.count, "model has", "models have")
    return [sentences.reduce("\(head) another rank.") { $0 + $1 }]
  }

  /// Who entered and who left.
  var comings: [Prose] {
    [("Entered the ranking", comparison.entered), ("Left the ranking", comparison.left)]
      .filter { !$0.1.isEmpty }.map { head, places in
        let shown = places.prefix(Self.mostNamed)
        let parts = shown.map { place -> Prose in
          "\(name: place.name) (\(format.rating(place.rating)), rank \("\(place.rank)"))"
        }
        let rest = places.count - shown.count
        let more = rest > 0 ? " and \(CountFormat.text(rest)) more" : ""
        return Prose("\(head): ") + joined(parts) + Prose(more + ".")
      }
  }

  /// That a shorter list does not hold models that may be there still; `nil` where it holds no fewer.
  var cutOff: String? {
    guard case .board = report.old.source, case .board = report.new.source,
      report.old.roster.count > report.new.roster.count,
      comparison.left.contains(where: { $0.rank > report.new.roster.count })
    else { return nil }
    return """
      The old snapshot lists \(CountFormat.text(report.old.roster.count)) models and the new one \
      \(CountFormat.text(report.new.roster.count)): models low on the list may have been cut off, and not \
      have left.
      """
  }

  /// What was taken out of all changes, and what they may mean; `nil` where nothing can have changed.
  var shift: Prose? {
    guard comparison.overlapReason != .same else { return nil }
    let decimals = format.decimals + 1
    let size = DecimalFormat(decimals: decimals).text(comparison.shift)
    let sign = comparison.shift > 0 && !size.allSatisfy { $0 == "0" || $0 == "." } ? "+" : ""
    return against + Prose(" moved by \(format.withUnit(sign + size)) and is taken out.") + meaning
  }

  /// What changes are against.
  private var against: Prose {
    if let reference = comparison.reference {
      return "Changes are against \(name: reference), whose \(format.noun) is exact both times: it"
    }
    guard comparison.test.models > 0 else {
      return "Changes are against the plain mean of all models in both, which"
    }
    let judged =
      comparison.withoutNewData.isEmpty ? "all models in both" : "all models with \(newData)"
    let others = hasReal ? "the models that are not shown to have moved" : judged
    return "Changes are against the mean of \(others), each weighted by its precision, which"
  }

  /// What a change may mean.
  private var meaning: Prose {
    let caution =
      hasReal && comparison.reference == nil
      ? " Models that moved and are not found take that mean along." : ""
    return """
      \(caution) A \(format.noun) that moved \
      need not mean a model that changed: another mix of opponents or prompts moves \(format.noun)s, too (help \
      statistics: change).
      """
  }

  private var hasReal: Bool { !comparison.realMoves.isEmpty }

  /// What scores are, and what is special about some of them; a reference of both was told of.
  var ofScores: [Prose] {
    let scores = BoardWording.scores(report.new.source).map { [$0] } ?? []
    return scores
      + [("Old snapshot: ", report.old), ("New snapshot: ", report.new)].flatMap { head, snapshot in
        BoardWording.notes(snapshot.source, knowsReference: comparison.reference != nil).map {
          Prose(head) + $0
        }
      }
  }

  /// How the two snapshots hang together.
  var overlap: Prose {
    switch (comparison.overlap, comparison.overlapReason) {
    case (_, .same):
      return "The two snapshots are the same: there is nothing that could have moved."
    case (.nested, .sameRows):
      return """
        The old snapshot’s rows are rows of the new one, so the errors of their battles cancel and \
        those of the added ones are left.
        """
    case (.nested, _):
      guard !comparison.notNested.isEmpty else {
        return "The old snapshot’s data are taken to be among the new one’s, as asked for."
      }
      let some = Prose(
        listing: Array(comparison.notNested.prefix(Self.mostNamed)),
        andMore: max(0, comparison.notNested.count - Self.mostNamed))
      let verb = comparison.notNested.count == 1 ? "is" : "are"
      return """
        The old snapshot’s data are taken to be among the new one’s, as asked for; but \(some) lost \
        votes or gained no precision, which more votes cannot do, and \(verb) compared as if independent.
        """
    case (.independent, .noRows):
      return "The snapshots share no row, so they are independent."
    case (.independent, .someRows):
      return """
        The snapshots share some of their rows and are taken as independent, which errs on the \
        safe side.
        """
    case (.independent, .possible):
      return """
        The snapshots are taken as independent, which errs on the safe side where they share \
        battles; --overlap nested if the new one holds all of the old one’s, as it can by its counts.
        """
    case (.independent, .swapped):
      return """
        The snapshots are taken as independent. The new one’s battles can all be among the old \
        one’s: were the two named in the wrong order?
        """
    case (.independent, .notContained):
      return """
        Not all old battles are among the new ones, so the snapshots are taken as independent, \
        which errs on the safe side where they share battles.
        """
    case (.independent, .unknown):
      return """
        The snapshots are taken as independent, which errs on the safe side where they share votes; \
        --overlap nested if the new one holds all of the old one’s.
        """
    case (.independent, _): return "The snapshots are taken as independent, as asked for."
    }
  }

  /// Which models have nothing new behind their change; `nil` where all have.
  var idle: Prose? {
    let names = comparison.withoutNewData
    guard !names.isEmpty, comparison.overlapReason != .same else { return nil }
    let count = CountFormat.text(names.count, "model has", "models have")
    let their = names.count == 1 ? "its" : "their"
    let them = names.count == 1 ? "it" : "them"
    return """
      \(count) no \(newData), so nothing of \(their) own can have moved \(them), and \(their) moves are not \
      judged: \(list(names)).
      """
  }

  /// What stands in place of a verdict for a model that is not judged.
  var noVerdict: String { "no \(newData)" }

  /// What a move rests on.
  private var newData: String {
    if case .board = report.new.source { "new votes" } else { "new battles" }
  }

  /// How the moves were tested; `nil` where none was.
  var method: String? {
    guard comparison.overlapReason != .same, comparison.test.models > 0 else { return nil }
    return tested
      + " Each later look is one more chance of a false alarm (help statistics: repeated looks)."
  }

  private var tested: String {
    let test = comparison.test
    let models = CountFormat.text(test.models, "model", "models")
    let value = test.criticalValue.map {
      ", critical value \(DecimalFormat(decimals: 2).text($0))"
    }
    let level = PercentFormat.level(test.level)
    return
      switch test.adjustment
    {
    case .none:
      "Each model tested by itself at \(level) confidence, not adjusted for \(models)."
    case .benjaminiHochberg:
      """
      Moves adjusted over \(models) by \(adjustment), at a false discovery rate of \
      \(PercentFormat.level(1 - test.level)).
      """
    default:
      "Verdicts hold together over \(models) at \(level) confidence, by \(adjustment)\(value ?? "")."
    }
  }

  /// What ratings rest on, in either snapshot.
  var basis: String {
    let (before, now) = (
      MethodWording.basis(report.old.source), MethodWording.basis(report.new.source)
    )
    return before == now ? "\(now), both times." : "Old: \(before). New: \(now)."
  }

  /// Where as many models moved one way as the other way.
  private var movedAgainstEachOther: Prose {
    let count = CountFormat.text(comparison.test.models)
    guard comparison.test.models > 2 else {
      return """
        The gap between the two models in both snapshots has really changed, \(confidence); which \
        of them moved cannot be told.
        """
    }
    return """
      Of \(count) models in both snapshots so many have moved against the others, \(confidence), \
      that it cannot be told which ones moved and which stayed.
      """
  }

  private static let mostNamed = 6

  private var adjustment: String { MethodWording.adjustment(comparison.test.adjustment) }

  private var confidence: String {
    let test = comparison.test
    return test.adjustment == .benjaminiHochberg
      ? "at a false discovery rate of \(PercentFormat.level(1 - test.level))"
      : "at \(PercentFormat.level(test.level)) confidence"
  }

  private func list(_ names: [String]) -> Prose {
    Prose(
      listing: Array(names.prefix(Self.mostNamed)),
      andMore: max(0, names.count - Self.mostNamed))
  }

  /// Models with their ranks before and now.
  private func moves(_ moves: [MoveFinding]) -> Prose {
    let shown = moves.prefix(Self.mostNamed).map { move -> Prose in
      let aside =
        move.movesAgainstRank
        ? ", though \(move.placesGained.magnitude) \(move.placesGained > 0 ? "up" : "down") among the models in both"
        : ""
      return "\(name: move.name) (\("\(move.oldRank)") to \("\(move.newRank)")\(aside))"
    }
    let rest = moves.count - shown.count
    return joined(shown) + Prose(rest > 0 ? " and \(CountFormat.text(rest)) more" : "")
  }

  private func joined(_ parts: [Prose]) -> Prose {
    parts.dropFirst().reduce(parts.first ?? "") { $0 + ", " + $1 }
  }
}
