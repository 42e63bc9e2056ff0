internal import EloInference
internal import SafeText

/// Says in one line how results were come by: level, adjustment, family and critical value.
enum MethodWording {
  /// The method of a leaderboard that ranks `models` models.
  static func ranking(_ leaderboard: Leaderboard, models: Int) -> String {
    let parts = [
      basis(leaderboard.source),
      models > 0
        ? intervals(leaderboard.interval, leaderboard.source) : modelIntervals(leaderboard),
      ranges(leaderboard.test, models: models),
    ]
    return parts.compactMap { $0 }.joined(separator: "; ") + "."
      + replacement(leaderboard.test, models: models)
  }

  /// The method of a comparison of pairs.
  static func comparison(_ test: TestSummary, _ source: EstimateSource) -> String {
    let pairs = family(test)
    let level = PercentFormat.level(test.level)
    let adjusted =
      switch test.adjustment {
      case .none where test.pairs > 1:
        "p-values and \(level) intervals hold for each pair by itself, not adjusted for \(pairs)"
      case .bootstrapMaxT where test.pairs == 1:
        "the \(level) interval and the adjusted p-value are by the resamples\(critical(test))"
      case _ where test.pairs <= 1:
        "one pair, not adjusted\(critical(test))"
      case .benjaminiHochberg:
        """
        p-values adjusted over \(pairs) by \(adjustment(test)), which bounds the false discovery \
        rate; of the \(level) intervals of pairs that are apart as large a share misses its gap on \
        average
        """
      default:
        """
        adjusted p-values and \(level) intervals hold together over \(pairs), by \
        \(adjustment(test))\(critical(test))
        """
      }
    return "\(basis(source)); \(adjusted)\(choice(test)). p is two-sided\(distribution(test)): how "
      + "often chance would show a gap at least this large between equals, in one look at the data "
      + "(help statistics: repeated looks)."
      + replacement(test, models: test.others + 1)
  }

  /// That models which were picked by their ratings are to be compared with all others; "" for a family of
  /// all.
  private static func choice(_ test: TestSummary) -> String {
    let what: String
    switch test.family {
    case .all, .one: return ""
    case .asked: what = test.pairs > 1 ? "these models were" : "it was"
    case .against: what = "the model was"
    }
    return ": right if \(what) chosen before looking, else use --all-pairs"
  }

  /// Why Holm's method took the place of step-down maxima, as one more sentence; empty where it did not.
  private static func replacement(_ test: TestSummary, models: Int) -> String {
    switch test.replacement {
    case nil: ""
    case .unrankedModel:
      " Holm takes the place of max-T where a model takes part that is not ranked."
    case .fewEffectiveClusters:
      " Holm takes the place of max-T because clusters that are worth fewer than "
        + "\(JointReplacement.leastEffectiveClusters(of: models)) equal ones, twice the models, "
        + "do not tell how errors hang together."
    }
  }

  /// Whole ones, as there are at least so many; where they are so few that tenths matter, those.
  private static func degrees(_ freedom: Double) -> String {
    freedom < 3
      ? "\(DecimalFormat(decimals: 1).text((freedom * 10).rounded(.down) / 10)) degrees"
      : CountFormat.text(Int(freedom), "degree", "degrees")
  }

  /// What p is by, where that is not the normal distribution.
  private static func distribution(_ test: TestSummary) -> String {
    test.degreesOfFreedom.map {
      ", by Student’s t with \(degrees($0)) of freedom"
        + (test.pairs == 1 ? "" : " or more")
    } ?? ""
  }

  /// How sure verdicts are, in the terms of the adjustment.
  static func confidence(_ test: TestSummary) -> String {
    test.adjustment == .benjaminiHochberg && test.pairs > 1
      ? "at a false discovery rate of \(PercentFormat.level(1 - test.level))"
      : "at \(PercentFormat.level(test.level)) confidence"
  }

  /// The adjustment's name within a sentence.
  static func adjustment(_ test: TestSummary) -> String { adjustment(test.adjustment) }

  /// The adjustment's name within a sentence.
  static func adjustment(_ adjustment: Adjustment) -> String {
    switch adjustment {
    case .maxT: "step-down max-T"
    case .bootstrapMaxT: "step-down max-T on the resamples"
    case .holm: "Holm’s step-down"
    case .benjaminiHochberg: "Benjamini–Hochberg"
    case .none: "no adjustment"
    }
  }

  /// The pairs that are tested together, as an object of a sentence.
  static func family(_ test: TestSummary) -> String {
    let pairs = CountFormat.text(test.pairs, "pair", "pairs")
    return switch test.family {
    case .all: test.pairs == 1 ? "the one pair" : "all \(pairs)"
    case .one: "the \(CountFormat.text(test.others, "pair", "pairs")) of one model with the others"
    case .asked: "the \(pairs) asked for"
    case .against: "the \(pairs) of this model with the others"
    }
  }

  /// What ratings rest on, as the beginning of a sentence.
  static func basis(_ source: EstimateSource) -> String {
    switch source {
    case .board(let board):
      return
        "Published scores taken as independent, with standard errors as published or from their "
        + "\(PercentFormat.level(board.level)) intervals"
    case .battles(let fit):
      let count = CountFormat.text(fit.battles, "battle", "battles")
      let battles = "Bradley–Terry on \(count)\(fit.clusters.map(clusters) ?? "")"
      guard fit.prior > 0 else { return battles }
      let virtual = fit.prior == 1 ? "virtual battle" : "virtual battles"
      return "\(battles) and a prior of \(DecimalFormat.shortest(fit.prior)) \(virtual) a model"
    }
  }

  /// How the intervals of battles were made where no model is ranked: whatever was asked for, models
  /// without a rank have intervals from the model.
  private static func modelIntervals(_ leaderboard: Leaderboard) -> String? {
    guard case .battles = leaderboard.source else { return nil }
    let level = PercentFormat.level(leaderboard.interval.level)
    if leaderboard.findings.allSatisfy({ $0.provisionalReason == .fewEffectiveClusters }) {
      return "\(level) t intervals with cluster-robust standard errors; no model is ranked"
    }
    return "\(level) intervals with the model’s own standard errors, since no model is ranked"
  }

  /// How the intervals were made; `nil` for published ones, which the basis has told of.
  private static func intervals(_ interval: IntervalSummary, _ source: EstimateSource) -> String? {
    let level = PercentFormat.level(interval.level)
    let battles: FitSummary? = if case .battles(let fit) = source { fit } else { nil }
    let resamples = CountFormat.text(interval.resamples, "resample", "resamples")
    let clusters = battles?.clusters
    let whole = clusters == nil ? "" : " of whole clusters"
    let draws = "(\(resamples)\(whole), seed \(interval.seed))"
    let method: String? =
      switch interval.method {
      case .percentile: "intervals by percentile bootstrap \(draws)"
      case .basic: "intervals by basic bootstrap \(draws)"
      case .bca: "intervals by BCa bootstrap \(draws)"
      case .profile: "profile intervals, scaled by the sandwich variance"
      case .sandwich:
        interval.degreesOfFreedom.map {
          "t intervals (\(degrees($0)) of freedom or more) with "
            + "cluster-robust standard errors"
        } ?? "normal intervals with sandwich standard errors"
      case .wald: "normal intervals with model-based standard errors"
      case .published: nil
      }
    // The interval of one ranked model holds with no other, and has no critical value.
    guard interval.family == .simultaneous, let value = interval.criticalValue else {
      return method.map { "\(level) \($0)" }
    }
    return "\(method ?? "intervals from these"), which hold together for all ranked models at "
      + "\(level) (critical value \(DecimalFormat(decimals: 2).text(value)))"
  }

  /// The clusters that battles came in.
  private static func clusters(_ clusters: ClusterSummary) -> String {
    " in \(CountFormat.text(clusters.count, "cluster", "clusters")) of \(Mention.quoted(clusters.name))"
  }

  /// What the rank ranges hold for.
  static func ranges(_ test: TestSummary, models: Int) -> String? {
    guard models > 1 else { return nil }
    let level = PercentFormat.level(test.level)
    let others = CountFormat.text(models - 1, "other", "others")
    return switch (test.adjustment, test.family) {
    case (.none, _):
      "rank ranges compare each pair by itself at \(level) and do not hold together"
    case (.benjaminiHochberg, _):
      """
      rank ranges from pairs judged at a false discovery rate of \
      \(PercentFormat.level(1 - test.level)) (\(adjustment(test)), \(family(test))), which promises \
      nothing of the ranges
      """
    case (_, .one):
      """
      each rank range holds by itself at \(level) (\(adjustment(test)), one model against the \
      \(others)\(critical(test)))
      """
    default:
      """
      rank ranges hold together at \(level) (\(adjustment(test)), \(family(test))\
      \(critical(test)))
      """
    }
  }

  private static func critical(_ test: TestSummary) -> String {
    guard let value = test.criticalValue else { return "" }
    // Pairs with more degrees of freedom need not exceed as much.
    let most = test.degreesOfFreedom == nil || test.pairs == 1 ? "" : "at most "
    return ", critical value \(most)\(DecimalFormat(decimals: 2).text(value))"
  }
}
