package import Battles
internal import EloInference

/// Moves for programs: JSON by the schema deadheat/diff/2, and CSV with its "moves".
extension DiffReport {
  /// The models in both snapshots, from the highest new rating down.
  package var records: RecordTable {
    let columns: [RecordColumn<MoveFinding>] = [
      RecordColumn("model") { .string($0.name) },
      RecordColumn("old_rating") { .number($0.oldRating) },
      RecordColumn("new_rating") { .number($0.newRating) },
      RecordColumn("change") { .number($0.change) },
      RecordColumn("standard_error") { .optional($0.standardError) },
      RecordColumn("z") { .optional($0.z) },
      RecordColumn("p") { .optional($0.p) },
      RecordColumn("p_adjusted") { .optional($0.adjustedP) },
      RecordColumn("significant") { .bool($0.isReal) },
      RecordColumn("old_rank") { .integer($0.oldRank) },
      RecordColumn("new_rank") { .integer($0.newRank) },
      RecordColumn("places_gained") { .integer($0.placesGained) },
      RecordColumn("rank_move") { .string($0.rankMove.rawValue) },
    ]
    return RecordTable(columns, of: comparison.moves)
  }

  /// What was compared, and what came of it.
  package var fields: [Field] {
    let test = comparison.test
    return [
      Field("old", old.record),
      Field("new", new.record),
      Field("overlap", .string(comparison.overlap.rawValue)),
      Field("overlap_reason", .string(comparison.overlapReason.rawValue)),
      Field("not_nested", .array(comparison.notNested.map { .string($0) })),
      Field("no_new_votes", .array(comparison.withoutNewData.map { .string($0) })),
      Field("shift", .number(comparison.shift)),
      Field("stable_reference", .bool(comparison.hasStableReference)),
      Field(
        "test",
        .object([
          Field("adjust", .string(test.adjustment.rawValue)),
          Field("family", .string("models")),
          Field("level", .number(test.level)),
          Field("critical_value", .optional(test.criticalValue)),
          Field("models", .integer(test.models)),
        ])),
      Field("moves", records.json),
      Field("entered", places(comparison.entered)),
      Field("left", places(comparison.left)),
      Field("tied_for_first_old", .array(comparison.tiedForFirstOld.map { .string($0) })),
      Field("tied_for_first_new", .array(comparison.tiedForFirstNew.map { .string($0) })),
      Field("frozen", .bool(comparison.isFrozen)),
    ]
  }

  /// Those of the old snapshot, of the new one, and of the two.
  package var allWarnings: [Warning] {
    old.allWarnings + new.allWarnings + comparison.warnings.map(Warning.init)
  }

  private func places(_ places: [SnapshotPlace]) -> JSONValue {
    let columns: [RecordColumn<SnapshotPlace>] = [
      RecordColumn("model") { .string($0.name) },
      RecordColumn("rating") { .number($0.rating) },
      RecordColumn("rank") { .integer($0.rank) },
    ]
    return RecordTable(columns, of: places).json
  }
}
