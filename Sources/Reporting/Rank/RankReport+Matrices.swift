internal import EloInference

/// What a leaderboard's matrices are for programs.
extension RankReport {
  /// The models, or what the view asks for.
  package var records: RecordTable {
    switch view {
    case .ratings, .details, .record: models
    case .ranks(let probabilities): ranks(probabilities)
    case .superiority(let matrix): superiority(matrix)
    }
  }

  /// A row for each model and rank.
  private func ranks(_ probabilities: RankProbabilities) -> RecordTable {
    let models = probabilities.models
    let columns: [RecordColumn<(place: Int, rank: Int)>] = [
      RecordColumn("model") { .string(name(models[$0.place])) },
      RecordColumn("rank") { .integer($0.rank) },
      RecordColumn("probability") { .number(probabilities[place: $0.place, rank: $0.rank]) },
    ]
    return RecordTable(
      columns, of: models.indices.flatMap { place in models.indices.map { (place, $0 + 1) } })
  }

  /// A row for each model and each other one.
  private func superiority(_ matrix: SuperiorityMatrix) -> RecordTable {
    let models = matrix.models
    let columns: [RecordColumn<(a: Int, b: Int)>] = [
      RecordColumn("a") { .string(name(models[$0.a])) },
      RecordColumn("b") { .string(name(models[$0.b])) },
      RecordColumn("probability") { .optional(matrix[$0.a, $0.b]) },
    ]
    return RecordTable(
      columns,
      of: models.indices.flatMap { i in models.indices.filter { $0 != i }.map { (i, $0) } })
  }

  /// The models that can be among the best few; null where that was not asked.
  var bestModels: JSONValue {
    guard let best = leaderboard.best else { return .null }
    return .object([
      Field("size", .integer(best.size)),
      Field("models", .array(leaderboard.namesAmongBest.map { .string($0) })),
    ])
  }

  /// The probability of each rank, a row a model; null where that was not asked.
  var rankProbabilities: JSONValue {
    guard case .ranks(let probabilities) = view else { return .null }
    let models = probabilities.models
    return .object([
      Field("draws", .integer(probabilities.draws)),
      Field("seed", .unsigned(probabilities.seed)),
      Field("models", .array(models.map { .string(name($0)) })),
      Field(
        "probabilities",
        .array(
          models.indices.map { place in
            .array(
              models.indices.map { .number(probabilities[place: place, rank: $0 + 1]) })
          })),
    ])
  }

  /// The likelihood of superiority, a row a model; null where that was not asked.
  var superiority: JSONValue {
    guard case .superiority(let matrix) = view else { return .null }
    let models = matrix.models
    return .object([
      Field("models", .array(models.map { .string(name($0)) })),
      Field(
        "probabilities",
        .array(
          models.indices.map { i in
            .array(models.indices.map { .optional(matrix[i, $0]) })
          })),
    ])
  }
}
