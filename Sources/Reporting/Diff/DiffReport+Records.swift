internal import Battles
internal import EloInference

/// Moves for programs: JSON by the schema deadheat/diff/2, and CSV with its "moves".
extension DiffReport {
  /// The headings of the CSV, which are the keys of `moveFields`.
  static let moveKeys = [
    "model", "old_rating", "new_rating", "change", "standard_error", "z", "p", "p_adjusted",
    "significant", "old_rank", "new_rank", "places_gained", "rank_move",
  ]

  /// The fields of each model in both snapshots, from the highest new rating down.
  var moveFields: [[Field]] {
    comparison.moves.map { move in
      let values: [JSONValue] = [
        .string(move.name), .number(move.oldRating), .number(move.newRating),
        .number(move.change), .optional(move.standardError), .optional(move.z), .optional(move.p),
        .optional(move.adjustedP), .bool(move.isReal), .integer(move.oldRank),
        .integer(move.newRank), .integer(move.placesGained), .string(move.rankMove.rawValue),
      ]
      return zip(Self.moveKeys, values).map { Field($0, $1) }
    }
  }

  /// The document. A warning of the old snapshot that the new one has too stands once.
  var json: JSONValue {
    let test = comparison.test
    return .object([
      Field("schema", .string("deadheat/diff/2")),
      Field("old", snapshot(old)),
      Field("new", snapshot(new)),
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
      Field("moves", .array(moveFields.map { .object($0) })),
      Field("entered", places(comparison.entered)),
      Field("left", places(comparison.left)),
      Field("tied_for_first_old", .array(comparison.tiedForFirstOld.map { .string($0) })),
      Field("tied_for_first_new", .array(comparison.tiedForFirstNew.map { .string($0) })),
      Field("frozen", .bool(comparison.isFrozen)),
      SummaryRecords.program,
      Field(
        "warnings",
        SummaryRecords.warnings(
          [old, new].flatMap { $0.report.warnings + $0.warnings.map(Warning.init) }
            + comparison.warnings.map(Warning.init))),
    ])
  }

  private func snapshot(_ snapshot: Snapshot) -> JSONValue {
    SummaryRecords.source(
      snapshot.source, snapshot.report, comparison.scale, models: snapshot.models)
  }

  private func places(_ places: [SnapshotPlace]) -> JSONValue {
    .array(
      places.map {
        .object([
          Field("model", .string($0.name)), Field("rating", .number($0.rating)),
          Field("rank", .integer($0.rank)),
        ])
      })
  }
}
