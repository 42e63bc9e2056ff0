package import Battles
internal import EloInference
internal import EloNumerics

/// Rankings for programs: JSON by the schema deadheat/rank/2, and CSV with its "models".
extension RankReport {
  /// The models, in the order of the leaderboard.
  var models: RecordTable {
    /// Nothing for a rating that is the gauge and nothing else.
    func known(_ finding: RankFinding, _ value: Double) -> JSONValue {
      leaderboard.hasNothingToCompare(finding) ? .null : .number(value)
    }
    let columns: [RecordColumn<RankFinding>] = [
      RecordColumn("rank") { .optional($0.rank) },
      RecordColumn("rank_lower") { .integer($0.rankRange.lowerBound) },
      RecordColumn("rank_upper") { .integer($0.rankRange.upperBound) },
      RecordColumn("arena_rank") { .integer($0.arenaRank) },
      RecordColumn("arena_rank_upper") { .integer($0.arenaRankUpper) },
      RecordColumn("model") { .string(name($0.model)) },
      RecordColumn("rating") { .number($0.rating) },
      RecordColumn("lower") { known($0, $0.lower) },
      RecordColumn("upper") { known($0, $0.upper) },
      RecordColumn("standard_error") { known($0, $0.standardError) },
      RecordColumn("quasi_standard_error") { .optional($0.quasiStandardError) },
      RecordColumn("battles") { .optional($0.battles) },
      RecordColumn("wins") { .optional($0.wins) },
      RecordColumn("losses") { .optional($0.losses) },
      RecordColumn("ties") { .optional($0.ties) },
      RecordColumn("tied_for_first") { .bool($0.isTiedForFirst) },
      RecordColumn("provisional") { .bool($0.isProvisional) },
      RecordColumn("provisional_reason") { .optional($0.provisionalReason?.rawValue) },
      RecordColumn("letters") { .array($0.letters.map { .integer($0) }) },
      RecordColumn("detectable_gap") { .optional($0.detectableGap) },
      RecordColumn("among_best") { .optional($0.isAmongBest) },
      RecordColumn("preliminary") { .bool(isPreliminary($0)) },
      RecordColumn("level") { _ in .number(leaderboard.interval.level) },
      RecordColumn("unit") { _ in .string(format.unit.rawValue) },
    ]
    return RecordTable(columns, of: leaderboard.findings)
  }

  /// The leaderboard and what it rests on.
  package var fields: [Field] {
    [
      Field("source", provenance.record),
      Field("fit", fit),
      Field("interval", interval),
      Field("test", SummaryRecords.test(leaderboard.test)),
      Field("models", models.json),
      Field("tied_for_first", .array(leaderboard.namesTiedForFirst.map { .string($0) })),
      Field("unranked", .array(leaderboard.unranked.map(Self.unranked))),
      Field("best", bestModels),
      Field("rank_probabilities", rankProbabilities),
      Field("superiority", superiority),
    ]
  }

  /// Those of reading and of the estimate.
  package var allWarnings: [Warning] { provenance.allWarnings }

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
      Field("points", .number(pull.points(leaderboard.scale))),
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
