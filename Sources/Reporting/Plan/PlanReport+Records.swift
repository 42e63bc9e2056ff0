package import Battles
internal import EloInference

/// Plans for programs: JSON by the schema deadheat/plan/2, and CSV with its "pairs".
extension PlanReport {
  /// The pairs, in the order of the plan.
  package var records: RecordTable {
    let columns: [RecordColumn<PlanFinding>] = [
      RecordColumn("a") { .optional($0.models.map { name($0.a) }) },
      RecordColumn("b") { .optional($0.models.map { name($0.b) }) },
      RecordColumn("gap") { .number($0.gap) },
      RecordColumn("gap_source") { _ in .string(plan.gapSource.rawValue) },
      RecordColumn("power") { _ in .number(plan.power) },
      RecordColumn("level") { _ in .number(plan.level) },
      RecordColumn("tie_rate") { .number($0.tieRate) },
      RecordColumn("battles_head_to_head") { .optional($0.alone.battlesHeadToHead) },
      RecordColumn("battles_under_adjustment") { .optional($0.adjusted?.battlesHeadToHead) },
      RecordColumn("battles_at_present_mix") { .optional($0.alone.battlesAtPresentMix) },
      RecordColumn("battles_at_present_mix_under_adjustment") {
        .optional($0.adjusted?.battlesAtPresentMix)
      },
      RecordColumn("times_present_data") { .optional($0.alone.timesPresentData) },
      RecordColumn("times_present_data_under_adjustment") {
        .optional($0.adjusted?.timesPresentData)
      },
      RecordColumn("detectable_gap") { .optional($0.alone.detectableGap) },
      RecordColumn("detectable_gap_under_adjustment") { .optional($0.adjusted?.detectableGap) },
      RecordColumn("battles_between") { .optional($0.models?.battlesBetween) },
      RecordColumn("dropped_share") { _ in .number(plan.droppedShare) },
      RecordColumn("counted_head_to_head") { .optional($0.alone.countedHeadToHead) },
      RecordColumn("counted_under_adjustment") { .optional($0.adjusted?.countedHeadToHead) },
      RecordColumn("counted_at_present_mix") { .optional($0.alone.countedAtPresentMix) },
      RecordColumn("counted_at_present_mix_under_adjustment") {
        .optional($0.adjusted?.countedAtPresentMix)
      },
    ]
    return RecordTable(columns, of: plan.findings)
  }

  /// The plan. No budget can be asked for yet, so "allocation" is empty.
  package var fields: [Field] {
    [
      Field("source", provenance?.record ?? .null),
      Field("test", plan.test.map { SummaryRecords.test($0) } ?? .null),
      Field("pairs", records.json),
      Field("allocation", .array([])),
    ]
  }

  /// Those of reading and of the estimate.
  package var allWarnings: [Warning] { provenance?.allWarnings ?? [] }
}
