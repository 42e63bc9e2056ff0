internal import Battles
internal import EloInference
internal import EloNumerics

/// Rankings for programs: JSON by the schema deadheat/rank/2, and CSV with its "models".
extension RankReport {
  /// The headings of the CSV, which are the keys of `modelFields`.
  static let modelKeys = [
    "rank", "rank_lower", "rank_upper", "arena_rank", "arena_rank_upper", "model", "rating",
    "lower", "upper", "standard_error", "quasi_standard_error", "battles", "wins", "losses",
    "ties", "tied_for_first", "provisional", "provisional_reason", "letters", "detectable_gap",
    "among_best", "preliminary", "level", "unit",
  ]

  /// The fields of each model, in the order of the leaderboard.
  var modelFields: [[Field]] {
    leaderboard.findings.map { finding in
      let isKnown = !leaderboard.hasNothingToCompare(finding)
      let values: [JSONValue] = [
        .optional(finding.rank), .integer(finding.rankRange.lowerBound),
        .integer(finding.rankRange.upperBound), .integer(finding.arenaRank),
        .integer(finding.arenaRankUpper), .string(name(finding.model)), .number(finding.rating),
        isKnown ? .number(finding.lower) : .null, isKnown ? .number(finding.upper) : .null,
        isKnown ? .number(finding.standardError) : .null,
        .optional(finding.quasiStandardError), .optional(finding.battles), .optional(finding.wins),
        .optional(finding.losses), .optional(finding.ties), .bool(finding.isTiedForFirst),
        .bool(finding.isProvisional),
        finding.provisionalReason.map { .string($0.rawValue) } ?? .null,
        .array(finding.letters.map { .integer($0) }),
        .optional(finding.detectableGap), finding.isAmongBest.map { .bool($0) } ?? .null,
        .bool(isPreliminary(finding)), .number(leaderboard.interval.level),
        .string(format.unit.rawValue),
      ]
      return zip(Self.modelKeys, values).map { Field($0, $1) }
    }
  }

  /// The document.
  var json: JSONValue {
    .object([
      Field("schema", .string("deadheat/rank/2")),
      Field(
        "source",
        SummaryRecords.source(
          leaderboard.source, report, leaderboard.scale, models: leaderboard.findings.count)),
      Field("fit", fit),
      Field("interval", interval),
      Field("test", SummaryRecords.test(leaderboard.test)),
      Field("models", .array(modelFields.map { .object($0) })),
      Field("tied_for_first", .array(namesTiedForFirst.map { .string($0) })),
      Field("unranked", .array(leaderboard.unranked.map(Self.unranked))),
      Field("best", bestModels),
      Field("rank_probabilities", rankProbabilities),
      Field("superiority", superiority),
      SummaryRecords.program,
      Field(
        "warnings",
        SummaryRecords.warnings(report.warnings + leaderboard.warnings.map(Warning.init))),
    ])
  }

  /// The ranked models that may be the best, then those without a rank, and those outside of the fit.
  private var namesTiedForFirst: [String] {
    leaderboard.tiedForFirst.map(name)
      + leaderboard.unranked.filter { $0.isTiedForFirst && $0.id == nil }.map(\.name)
  }

  /// What is known of first place for a model without a rank.
  private static func unranked(_ model: UnrankedModel) -> JSONValue {
    let (standing, open, least): (String, JSONValue, Double?) =
      switch model.standing {
      case .notJudged: ("not_judged", .null, nil)
      case .behind: ("behind", .null, nil)
      case .mayBeFirst(let openness, let least):
        ("may_be_first", .string(openness.rawValue), least)
      }
    return .object([
      Field("model", .string(model.name)), Field("in_fit", .bool(model.id != nil)),
      Field("battles", .optional(model.battles)), Field("wins", .optional(model.wins)),
      Field("losses", .optional(model.losses)), Field("ties", .optional(model.ties)),
      Field("standing", .string(standing)), Field("open", open),
      Field("at_least", .optional(least)),
      Field("among_best", model.isAmongBest.map { .bool($0) } ?? .null),
    ])
  }

  /// What was fitted; null for a board. "gauge" is "models" or "battles", as `--center` takes them,
  /// or "anchor".
  private var fit: JSONValue {
    guard case .battles(let fit) = leaderboard.source else { return .null }
    let gauge =
      switch fit.gauge {
      case .meanOfEstablished: "models"
      case .meanOfBattles: "battles"
      case .anchored: "anchor"
      }
    return .object([
      Field("model", .string("bradley-terry")),
      Field("ties", .string(fit.ties.rawValue)),
      Field("scale", .number(leaderboard.scale.scale)),
      Field("base", .number(leaderboard.scale.base)),
      Field("origin", .number(leaderboard.scale.origin)),
      Field("gauge", .string(gauge)),
      Field("objective", .number(fit.objective)),
      Field("iterations", .integer(fit.iterations)),
      Field("gradient_norm", .number(fit.gradientNorm)),
      Field("parameters", .array([])),
      Field("clusters", SummaryRecords.clusters(fit.clusters)),
      Field("prior", .number(fit.prior)),
      Field("prior_pull", priorPull(fit.priorPull)),
    ])
  }

  /// How far the prior pulls the rating that it pulls most; null without a prior.
  private func priorPull(_ pull: PriorPull?) -> JSONValue {
    guard let pull else { return .null }
    return .object([
      Field("model", .string(name(pull.model))),
      Field("points", .number(leaderboard.scale.pointsPerLogOdds * pull.logOdds)),
      Field("standard_errors", .number(pull.standardErrors)),
      Field("spread_kept", .number(pull.spreadKept)),
      Field("held", .array(pull.held.map { .string(name($0)) })),
    ])
  }

  /// How the intervals were made. Nothing is drawn for a board's intervals, so it has no seed.
  private var interval: JSONValue {
    let summary = leaderboard.interval
    let isBoard = leaderboard.source.board != nil
    return .object([
      Field("method", .string(summary.method.rawValue)),
      Field("level", .number(summary.level)),
      Field("resamples", .integer(summary.resamples)),
      Field("seed", isBoard ? .null : .unsigned(summary.seed)),
      Field("degenerate_resamples", .integer(summary.degenerateResamples)),
      Field("family", .string(summary.family.rawValue)),
      Field("critical_value", .optional(summary.criticalValue)),
    ])
  }
}
