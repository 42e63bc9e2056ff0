import EloNumerics

/// Matrices as rows, multiplied and solved as in a textbook: the twin of the code under test.
typealias Rows = [[Double]]

func rows(_ matrix: SymmetricMatrix) -> Rows {
  (0..<matrix.order).map { i in (0..<matrix.order).map { matrix[i, $0] } }
}

func symmetric(_ rows: Rows) -> SymmetricMatrix {
  var matrix = SymmetricMatrix(zeros: rows.count)
  for i in rows.indices { for j in rows.indices { matrix[i, j] = rows[i][j] } }
  return matrix
}

func product(_ x: Rows, _ y: Rows) -> Rows {
  x.map { row in
    y[0].indices.map { j in row.indices.reduce(0) { $0 + row[$1] * y[$1][j] } }
  }
}

func identity(_ order: Int) -> Rows {
  (0..<order).map { i in (0..<order).map { $0 == i ? 1 : 0 } }
}

/// The inverse by Gauss–Jordan elimination with partial pivoting.
func inverse(_ matrix: Rows) -> Rows {
  let order = matrix.count
  var work = zip(matrix, identity(order)).map { $0 + $1 }
  for column in 0..<order {
    let best = (column..<order).max { work[$0][column].magnitude < work[$1][column].magnitude }
    work.swapAt(column, best ?? column)
    let pivot = work[column][column]
    for k in 0..<2 * order { work[column][k] /= pivot }
    for row in 0..<order where row != column {
      let factor = work[row][column]
      for k in 0..<2 * order { work[row][k] -= factor * work[column][k] }
    }
  }
  return work.map { Array($0[order...]) }
}

/// The largest difference of two matrices' entries.
func distance(_ x: Rows, _ y: Rows) -> Double {
  zip(x, y).reduce(0) { worst, pair in
    zip(pair.0, pair.1).reduce(worst) { max($0, ($1.0 - $1.1).magnitude) }
  }
}
