internal import Battles
internal import EloInference

/// Plans for programs: JSON by the schema deadheat/plan/2, and CSV with its "pairs".
extension PlanReport {
  /// The headings of the CSV, which are the keys of `pairFields`.
  static let pairKeys = [
    "a", "b", "gap", "gap_source", "power", "level", "tie_rate", "battles_head_to_head",
    "battles_under_adjustment", "battles_at_present_mix",
    "battles_at_present_mix_under_adjustment", "times_present_data",
    "times_present_data_under_adjustment", "detectable_gap", "detectable_gap_under_adjustment",
    "battles_between", "dropped_share", "counted_head_to_head", "counted_under_adjustment",
    "counted_at_present_mix", "counted_at_present_mix_under_adjustment",
  ]

  /// The fields of each pair, in the order of the plan.
  var pairFields: [[Field]] {
    plan.findings.map { finding in
      let (alone, adjusted) = (finding.alone, finding.adjusted)
      let values: [JSONValue] = [
        finding.models.map { .string(name($0.a)) } ?? .null,
        finding.models.map { .string(name($0.b)) } ?? .null,
        .number(finding.gap), .string(plan.gapSource.rawValue), .number(plan.power),
        .number(plan.level), .number(finding.tieRate), .optional(alone.battlesHeadToHead),
        .optional(adjusted?.battlesHeadToHead), .optional(alone.battlesAtPresentMix),
        .optional(adjusted?.battlesAtPresentMix), .optional(alone.timesPresentData),
        .optional(adjusted?.timesPresentData), .optional(alone.detectableGap),
        .optional(adjusted?.detectableGap), .optional(finding.models?.battlesBetween),
        .number(plan.droppedShare), .optional(alone.countedHeadToHead),
        .optional(adjusted?.countedHeadToHead), .optional(alone.countedAtPresentMix),
        .optional(adjusted?.countedAtPresentMix),
      ]
      return zip(Self.pairKeys, values).map { Field($0, $1) }
    }
  }

  /// The document. No budget can be asked for yet, so "allocation" is empty.
  var json: JSONValue {
    .object([
      Field("schema", .string("deadheat/plan/2")),
      Field(
        "source",
        data.map {
          SummaryRecords.source($0.source, $0.report, plan.scale, models: $0.roster.count)
        }
          ?? .null),
      Field("test", plan.test.map { SummaryRecords.test($0) } ?? .null),
      Field("pairs", .array(pairFields.map { .object($0) })),
      Field("allocation", .array([])),
      SummaryRecords.program,
      Field(
        "warnings",
        SummaryRecords.warnings(
          data.map { $0.report.warnings + $0.warnings.map(Warning.init) } ?? [])),
    ])
  }
}
