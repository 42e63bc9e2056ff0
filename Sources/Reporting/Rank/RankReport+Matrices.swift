internal import EloInference

/// What a leaderboard's matrices are for programs.
extension RankReport {
  /// The rows of the CSV and their headings: the models, or the view's own.
  var csvRows: (headings: [String], rows: [[Field]]) {
    switch view {
    case .ratings, .details, .record: (Self.modelKeys, modelFields)
    case .ranks(let probabilities): (Self.rankKeys, rankFields(probabilities))
    case .superiority(let matrix): (Self.superiorityKeys, superiorityFields(matrix))
    }
  }

  /// The headings of the CSV of rank probabilities.
  static let rankKeys = ["model", "rank", "probability"]

  /// The headings of the CSV of the likelihood of superiority.
  static let superiorityKeys = ["a", "b", "probability"]

  /// A row for each model and rank.
  private func rankFields(_ probabilities: RankProbabilities) -> [[Field]] {
    let models = probabilities.models
    return models.indices.flatMap { place in
      (1...models.count).map { rank in
        Self.fields(
          Self.rankKeys,
          [
            .string(name(models[place])), .integer(rank),
            .number(probabilities[place: place, rank: rank]),
          ])
      }
    }
  }

  /// A row for each model and each other one.
  private func superiorityFields(_ matrix: SuperiorityMatrix) -> [[Field]] {
    let models = matrix.models
    return models.indices.flatMap { i in
      models.indices.filter { $0 != i }.map { j in
        Self.fields(
          Self.superiorityKeys,
          [.string(name(models[i])), .string(name(models[j])), .optional(matrix[i, j])])
      }
    }
  }

  private static func fields(_ keys: [String], _ values: [JSONValue]) -> [Field] {
    zip(keys, values).map { Field($0, $1) }
  }

  /// The models that can be among the best few; null where that was not asked.
  var bestModels: JSONValue {
    guard let best = leaderboard.best else { return .null }
    return .object([
      Field("size", .integer(best.size)),
      Field("models", .array(namesAmongBest(best).map { .string($0) })),
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
