package import Battles
internal import EloInference
internal import EloNumerics

/// Agreements for programs: JSON by the schema deadheat/agree/2, and CSV with its "disagreements".
extension AgreeReport {
  /// The models, those first whose places are farthest apart.
  package var records: RecordTable {
    let columns: [RecordColumn<PlaceFinding>] = [
      RecordColumn("model") { .string(name($0)) },
      RecordColumn("other_model") { .string(otherName($0)) },
      RecordColumn("rating") { .number($0.rating) },
      RecordColumn("value") { .number($0.value) },
      RecordColumn("rating_rank") { .number($0.ratingRank) },
      RecordColumn("rating_rank_lower") { .integer($0.rankRange.lowerBound) },
      RecordColumn("rating_rank_upper") { .integer($0.rankRange.upperBound) },
      RecordColumn("other_rank") { .number($0.otherRank) },
      RecordColumn("shift") { .number($0.difference) },
      RecordColumn("clear") { .bool($0.isClear) },
      RecordColumn("displaced") { .bool($0.isDisplaced) },
    ]
    return RecordTable(columns, of: agreement.places)
  }

  /// The agreement and what it rests on.
  package var fields: [Field] {
    let correlation = agreement.correlation
    let redraws = agreement.redraws
    return [
      Field("source", provenance.record),
      Field("other", otherRecord),
      Field("models", .integer(correlation.count)),
      Field("pairs", .integer(correlation.pairCount)),
      Field("concordant", .integer(correlation.concordant)),
      Field("discordant", .integer(correlation.discordant)),
      Field("level", .number(agreement.test.level)),
      Field("kendall_tau", .optional(correlation.kendall)),
      Field("kendall_lower", .optional(redraws?.kendall.lowerBound)),
      Field("kendall_upper", .optional(redraws?.kendall.upperBound)),
      Field("kendall_p", .optional(agreement.permutation?.kendallP)),
      Field("kendall_least_p", .optional(agreement.permutation?.leastKendallP)),
      Field("spearman_rho", .optional(correlation.spearman)),
      Field("spearman_lower", .optional(redraws?.spearman.lowerBound)),
      Field("spearman_upper", .optional(redraws?.spearman.upperBound)),
      Field("spearman_p", .optional(agreement.permutation?.spearmanP)),
      Field("permutation", permutation),
      Field("redraws", .integer(redraws?.count ?? 0)),
      Field("test", SummaryRecords.test(agreement.test)),
      Field("disagreements", records.json),
      Field("unmatched", .array(unmatched.map(record))),
    ]
  }

  /// Those of reading and of the estimate.
  package var allWarnings: [Warning] { provenance.allWarnings }

  private var otherRecord: JSONValue {
    .object([
      Field("file", .string(other.files.first ?? "")),
      Field("rows", .integer(other.rows)),
      Field("column", .string(agreement.label)),
      Field("first", .string(agreement.direction == .descending ? "largest" : "smallest")),
      Field("models", .integer(agreement.matching.other.count)),
      Field("set_aside", SummaryRecords.setAside(other)),
    ])
  }

  private var permutation: JSONValue {
    guard let test = agreement.permutation else { return .null }
    return .object([
      Field("method", .string(test.isExact ? "exact" : "sampled")),
      Field("permutations", .integer(test.permutations)),
      Field("seed", test.isExact ? .null : .unsigned(agreement.seed)),
    ])
  }

  private func record(_ model: UnmatchedModel) -> JSONValue {
    .object([
      Field("model", .string(model.name)), Field("reason", .string(model.reason.rawValue)),
      Field("suggestions", .array(model.suggestions.map { .string($0) })),
    ])
  }
}
