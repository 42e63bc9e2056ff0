/// The scores of an objective's independent parts, battles or clusters of them: what each adds to the
/// gradient.
///
/// Battles that are alike share a row, with how many they are. At the maximum the rows, taken so often, sum
/// to 0 but for what penalties add.
struct ScoreMatrix: Sendable, Equatable {
  /// The number of parameters.
  let columnCount: Int
  /// Where each row's entries start; one more than there are rows.
  private(set) var start: [Int] = [0]
  /// The column of each entry.
  private(set) var column: [Int32] = []
  /// The value of each entry.
  private(set) var value: [Double] = []
  /// Σ w² over the parts that share a row; their number where all weights are 1.
  private(set) var squares: [Double] = []
  /// Σ w³, likewise.
  private(set) var cubes: [Double] = []
  /// What sums of squares are multiplied by, to make up for what the fit takes of them.
  private(set) var factor = 1.0

  /// A matrix without rows.
  init(columnCount: Int) { self.columnCount = columnCount }

  /// The number of rows.
  var rowCount: Int { start.count - 1 }

  /// Appends an entry to the row that is not yet ended. What a row has in one column twice adds up.
  mutating func append(_ value: Double, in column: Int) {
    self.column.append(Int32(column))
    self.value.append(value)
  }

  /// Ends a row.
  mutating func endRow(squares: Double, cubes: Double) {
    start.append(column.count)
    self.squares.append(squares)
    self.cubes.append(cubes)
  }

  /// The same rows, as those of clusters, whose squares are multiplied by G/(G − 1) for G of them
  /// (Cameron and Miller, Journal of Human Resources 50 (2015) 317).
  var correctedForClusters: ScoreMatrix {
    var corrected = self
    let number = Double(rowCount)
    corrected.factor = number > 1 ? number / (number - 1) : 1
    return corrected
  }

  /// Σ w²·u·uᵀ over the parts, u their scores.
  ///
  /// - Complexity: O(Σ m²) for m entries in a row.
  func sumOfSquares() -> SymmetricMatrix {
    var sum = SymmetricMatrix(zeros: columnCount)
    for row in 0..<rowCount {
      for i in start[row]..<start[row + 1] {
        let own = squares[row] * value[i]
        let at = Int(column[i]) * columnCount
        for j in start[row]..<start[row + 1] {
          sum.storage[at + Int(column[j])] += own * value[j]
        }
      }
    }
    return factor == 1 ? sum : sum.scaled(by: factor)
  }

  /// Σ (c·u)³ / (6·(Σ (c·u)²)^1.5) for each row c of `influence`, u the scores of all parts: the
  /// acceleration of the BCa interval of a quantity whose influences are c·u (Efron, Journal of the
  /// American Statistical Association 82 (1987) 171, equations 6.6 and 7.3).
  ///
  /// - Parameter influence: row by row, an entry a parameter.
  /// - Returns: 0 for a row without influence.
  /// - Complexity: O(rows·entries).
  func accelerations(_ influence: [[Double]]) -> [Double] {
    influence.map { influence in
      var (second, third) = (0.0, 0.0)
      for row in 0..<rowCount {
        var reach = 0.0
        for entry in start[row]..<start[row + 1] {
          reach += influence[Int(column[entry])] * value[entry]
        }
        second += squares[row] * reach * reach
        third += cubes[row] * reach * reach * reach
      }
      return second > 0 ? third / (6 * second * second.squareRoot()) : 0
    }
  }
}
