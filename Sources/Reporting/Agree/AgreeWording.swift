internal import Battles
internal import EloInference
internal import EloNumerics

/// Says what an agreement comes to, for someone who wants to know whether one order tells the other.
struct AgreeWording {
  private let agreement: Agreement
  private let pFormat: PValueFormat
  private let format = DecimalFormat(decimals: 2)

  /// The wording for `agreement`.
  init(_ agreement: Agreement) {
    self.agreement = agreement
    pFormat = PValueFormat(level: agreement.test.level)
  }

  /// The verdict in one sentence.
  var verdict: Prose {
    let correlation = agreement.correlation
    guard let rises = agreement.risesWithValues else {
      return """
        There is no order to compare: all \(number(correlation.count)) models have the same \
        \(flatSide).
        """
    }
    guard agreement.isShown else {
      return "Rating and \(column) are not shown to go together, \(confidence)."
    }
    let direction = rises ? "higher" : "lower"
    let values: Prose =
      isNamedAlike ? "a \(direction) rating in the other file" : "\(direction) \(column)"
    return "Models rated higher tend to have \(values), \(confidence)."
  }

  /// What the verdict rests on; `nil` where there is no order to compare.
  var evidence: Prose? {
    guard let tau = agreement.correlation.kendall, let permutation = agreement.permutation else {
      return nil
    }
    let p = permutation.kendallP
    let chance = pFormat.frequency(p, of: "such comparisons")
    let evidence: Prose = """
      Of \(pairs(tau)); if they had nothing to do with each other, chance alone would make them \
      agree or disagree at least this much \(chance) (\(pFormat.relation(p))).
      """
    return agreement.isShown ? evidence : evidence + limit
  }

  /// The figures behind the verdict.
  var figures: [String] {
    guard let tau = agreement.correlation.kendall, let rho = agreement.correlation.spearman,
      let permutation = agreement.permutation, let redraws = agreement.redraws
    else { return [] }
    return [
      "Kendall’s τ-b \(format.text(tau))", pFormat.relation(permutation.kendallP),
      "redrawn \(interval(redraws.kendall, "to"))",
      "Spearman’s ρ \(format.text(rho))", pFormat.relation(permutation.spearmanP),
      "redrawn \(interval(redraws.spearman, "to"))",
    ]
  }

  /// What the interval is and is not; `nil` without one.
  var noise: Prose? {
    guard let redraws = agreement.redraws else { return nil }
    let level = PercentFormat.level(agreement.test.level)
    guard redraws.kendall.lowerBound < redraws.kendall.upperBound else {
      return """
        Noise in the ratings does not change this order: τ-b is the same in \(level) of redraws. It \
        is about these models and says nothing of others.
        """
    }
    let ends = [redraws.kendall.lowerBound, redraws.kendall.upperBound].map(format.text)
    let moves =
      ends[0] == ends[1]
      ? "leaves τ-b at \(ends[0]), to two decimals," : "moves τ-b between \(ends[0]) and \(ends[1])"
    return """
      Noise in the ratings alone \(moves) in \(level) of redraws. A redraw adds noise to ratings that have some already, and noise weakens any \
      agreement: this interval is attenuated, it leans towards 0, and the true strengths may agree \
      more closely than it shows. It is about these models and says nothing of others.
      """
  }

  /// How many models stand where the ratings cannot put them.
  var clearPlaces: Prose {
    let clear = agreement.places.filter(\.isClear).map { agreement.matching.board.names[$0.model] }
    let test = agreement.test
    guard !clear.isEmpty else {
      return """
        No model’s place by \(column) lies outside the places that the ratings leave open to it, \
        \(MethodWording.confidence(test)).
        """
    }
    let some = Prose(listing: Array(clear.prefix(5)), andMore: max(0, clear.count - 5))
    let displaced = agreement.places.count(where: \.isDisplaced)
    let others =
      displaced == 0
      ? ""
      : "; \(CountFormat.text(displaced, "other gives", "others give")) way to \(clear.count == 1 ? "it" : "them")"
    return """
      By \(column), \(CountFormat.text(clear.count, "model has a place", "models have places")) \
      outside all that the ratings leave open to \(clear.count == 1 ? "it" : "them"), \
      \(MethodWording.confidence(test)): \(some)\(others).
      """
  }

  /// How the figures came about.
  var method: Prose {
    guard let permutation = agreement.permutation, let redraws = agreement.redraws else {
      return "\(MethodWording.basis(agreement.source))."
    }
    let permutations = number(permutation.permutations)
    let how =
      permutation.isExact
      ? "all \(permutations) permutations of the values"
      : "\(permutations) random permutations of the values, seed \(agreement.seed)"
    let first = agreement.direction == .descending ? "largest" : "smallest"
    return """
      \(MethodWording.basis(agreement.source)). Places are among the \
      \(number(agreement.correlation.count)) models in both files, the \(first) value first; p is \
      two-sided, from \(how); \(number(redraws.count)) redraws of the ratings from their normal \
      errors, seed \(String(agreement.seed)); \
      \(MethodWording.ranges(agreement.test, models: agreement.correlation.count) ?? "").
      """
  }

  /// What the other column tells, which is not mistaken for the board's rating.
  private var column: Prose {
    isNamedAlike ? "the other file’s rating" : "\(name: agreement.label)"
  }

  /// Whether the other column is headed as ratings are, such as that of another board.
  private var isNamedAlike: Bool {
    ["rating", "ratings"].contains(agreement.label.lowercased())
  }

  /// What is the same for all models.
  private var flatSide: Prose {
    guard isNamedAlike else { return agreement.isFlatByRating ? "rating" : column }
    return agreement.isFlatByRating ? "rating on the board" : "rating in the other file"
  }

  private var confidence: String { "at \(PercentFormat.level(agreement.test.level)) confidence" }

  /// How many pairs of models both order alike, or oppositely.
  private func pairs(_ tau: Double) -> Prose {
    let correlation = agreement.correlation
    let isAlike = tau >= 0
    let some = number(isAlike ? correlation.concordant : correlation.discordant)
    let all = CountFormat.text(correlation.pairCount, "pair", "pairs")
    let tied = agreement.tiedPairs
    let rest = tied == 0 ? "" : ", and \(number(tied)) \(tied == 1 ? "is" : "are") tied"
    return """
      \(all) of models the two put \(some) \(isAlike ? "the same way round" : "opposite ways round")\
      \(rest)
      """
  }

  /// That so few models can show nothing, where that is so.
  private var limit: Prose {
    guard let least = agreement.leastPTooLarge else { return "" }
    return """
       \(number(agreement.correlation.count)) models cannot show more: even full agreement would \
      have \(pFormat.relation(least)).
      """
  }

  private func interval(_ range: ClosedRange<Double>, _ word: String) -> String {
    "\(format.text(range.lowerBound)) \(word) \(format.text(range.upperBound))"
  }

  private func number(_ count: Int) -> String { CountFormat.text(count) }
}
