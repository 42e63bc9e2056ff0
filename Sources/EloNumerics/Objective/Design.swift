/// The linear part of a paired objective: a row for each kind of battle, whose predictor is
/// η = θᵢ − θⱼ + γ·order + x·β.
///
/// Columns are the log-strengths by id, then the order effect, then the features.
struct Design: Sendable, Equatable {
  /// The number of models, K.
  let modelCount: Int
  /// The model i of each row.
  let first: [Int32]
  /// The model j of each row.
  let second: [Int32]
  /// 1 where the first model had the advantage of the order, −1 where the second one had it, and 0 where
  /// neither did; `nil` where there is no order effect.
  let order: [Int8]?
  /// Features, rows × `featureCount`, row by row.
  let features: [Double]
  /// The number of features, F.
  let featureCount: Int

  /// A design; `order` and `features` as the properties have them.
  init(
    modelCount: Int, first: [Int32], second: [Int32], order: [Int8]? = nil,
    features: [Double] = [], featureCount: Int = 0
  ) {
    precondition(first.count == second.count && order?.count ?? first.count == first.count)
    precondition(features.count == first.count * featureCount, "a value a row and feature")
    self.modelCount = modelCount
    self.first = first
    self.second = second
    self.order = order
    self.features = features
    self.featureCount = featureCount
  }

  /// The pairs of `counts`, in their order.
  init(_ counts: PairCounts) {
    self.init(modelCount: counts.modelCount, first: counts.first, second: counts.second)
  }

  /// The number of rows.
  var rowCount: Int { first.count }

  /// The number of columns.
  var columnCount: Int { modelCount + (order == nil ? 0 : 1) + featureCount }

  /// Whether the predictors are differences of log-strengths and nothing else.
  var isPlain: Bool { order == nil && featureCount == 0 }

  /// How many entries of a row may differ from 0.
  var entryCount: Int { 2 + columnCount - modelCount }

  /// The column of a row's entry.
  func column(_ row: Int, _ entry: Int) -> Int {
    switch entry {
    case 0: Int(first[row])
    case 1: Int(second[row])
    default: modelCount + entry - 2
    }
  }

  /// The value of a row's entry.
  func value(_ row: Int, _ entry: Int) -> Double {
    switch entry {
    case 0: return 1
    case 1: return -1
    default:
      guard let order else { return features[row * featureCount + entry - 2] }
      return entry == 2 ? Double(order[row]) : features[row * featureCount + entry - 3]
    }
  }

  /// The predictor of a row.
  ///
  /// - Parameter parameters: one a column; what follows is not looked at.
  func predictor(_ row: Int, _ parameters: [Double]) -> Double {
    var sum = parameters[Int(first[row])] - parameters[Int(second[row])]
    for entry in 2..<entryCount { sum += value(row, entry) * parameters[column(row, entry)] }
    return sum
  }

  /// Adds Xᵀ·`slopes` to `result`, whose first entries are those of the columns.
  func addTransposed(_ slopes: [Double], to result: inout [Double]) {
    for row in slopes.indices {
      result[Int(first[row])] += slopes[row]
      result[Int(second[row])] -= slopes[row]
      for entry in 2..<entryCount { result[column(row, entry)] += value(row, entry) * slopes[row] }
    }
  }

  /// Adds Xᵀ·diag(`weights`)·X to `matrix`, whose first rows are those of the columns.
  func addCross(_ weights: [Double], to matrix: inout SymmetricMatrix) {
    for row in weights.indices {
      matrix.addPair(Int(first[row]), Int(second[row]), weights[row])
      for entry in 2..<entryCount {
        let (i, own) = (column(row, entry), weights[row] * value(row, entry))
        for other in 0..<entry {
          let (j, term) = (column(row, other), own * value(row, other))
          matrix[i, j] += term
          matrix[j, i] += term
        }
        matrix[i, i] += own * value(row, entry)
      }
    }
  }

  /// The design of some of the rows.
  func restricted(to rows: [Int]) -> Design {
    Design(
      modelCount: modelCount, first: rows.map { first[$0] }, second: rows.map { second[$0] },
      order: order.map { order in rows.map { order[$0] } },
      features: rows.flatMap { features[$0 * featureCount..<($0 + 1) * featureCount] },
      featureCount: featureCount)
  }
}
