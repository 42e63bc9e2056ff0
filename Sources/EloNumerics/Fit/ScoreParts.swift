/// The score of a fit in its independent parts: battles, or clusters of them.
///
/// A part's score is what its battles add to the gradient of the objective, the residuals y − p on the
/// side of the first model and against the second. They sum to zero at the maximum.
struct ScoreParts {
  private let counts: PairCounts
  private let clusters: ClusterCounts?
  /// The first model's share of each pair's battles that the fit expects.
  private let share: [Double]

  init(_ fit: Fit) {
    counts = fit.counts
    clusters = fit.clusters
    share = (0..<fit.counts.pairCount).map {
      let (i, j) = (Int(fit.counts.first[$0]), Int(fit.counts.second[$0]))
      return 1 / (1 + LibM.exp(fit.logStrength[j] - fit.logStrength[i]))
    }
  }

  /// Σ u·uᵀ over battles, u their scores.
  func squaresOfBattles() -> SymmetricMatrix {
    var sum = SymmetricMatrix(zeros: counts.modelCount)
    for pair in 0..<counts.pairCount {
      let squares = residuals(pair).reduce(0) { $0 + $1.number * $1.residual * $1.residual }
      sum.addPair(Int(counts.first[pair]), Int(counts.second[pair]), squares)
    }
    return sum
  }

  /// G/(G − 1)·Σ u·uᵀ over the G clusters (Liang and Zeger, Biometrika 73 (1986) 13; the factor as in
  /// Cameron and Miller, Journal of Human Resources 50 (2015) 317).
  ///
  /// - Complexity: O(Σ m²) for m models in a cluster.
  func squaresOfClusters(_ clusters: ClusterCounts) -> SymmetricMatrix {
    var sum = SymmetricMatrix(zeros: counts.modelCount)
    forEachCluster(clusters) { score, models in
      for i in models { for j in models { sum[i, j] += score[i] * score[j] } }
    }
    let number = Double(clusters.clusterCount)
    return sum.scaled(by: number > 1 ? number / (number - 1) : 1)
  }

  /// Σ (row·u)³ / (6·(Σ (row·u)²)^1.5) for each row of `influence`, u the scores of all parts: the
  /// acceleration of the BCa interval of a quantity whose influences are row·u (Efron, Journal of the
  /// American Statistical Association 82 (1987) 171, equations 6.6 and 7.3).
  ///
  /// - Parameter influence: row by row, K entries each; 0 for a row without influence.
  /// - Complexity: O(rows·entries), entries those of pairs or of models in clusters.
  func accelerations(_ influence: [[Double]]) -> [Double] {
    var squares = [Double](repeating: 0, count: influence.count)
    var cubes = squares
    if let clusters {
      forEachCluster(clusters) { score, models in
        for row in influence.indices {
          let value = models.reduce(0) { $0 + influence[row][$1] * score[$1] }
          squares[row] += value * value
          cubes[row] += value * value * value
        }
      }
    } else {
      for pair in 0..<counts.pairCount {
        let (i, j) = (Int(counts.first[pair]), Int(counts.second[pair]))
        let residuals = residuals(pair)
        let second = residuals.reduce(0) { $0 + $1.number * $1.residual * $1.residual }
        let third = residuals.reduce(0) {
          $0 + $1.number * $1.residual * $1.residual * $1.residual
        }
        for row in influence.indices {
          let reach = influence[row][i] - influence[row][j]
          squares[row] += reach * reach * second
          cubes[row] += reach * reach * reach * third
        }
      }
    }
    return zip(squares, cubes).map { $0 > 0 ? $1 / (6 * $0 * $0.squareRoot()) : 0 }
  }

  /// How many battles of a pair left which residual.
  private func residuals(_ pair: Int) -> [(number: Double, residual: Double)] {
    [
      (Double(counts.firstWins[pair]), 1 - share[pair]),
      (Double(counts.secondWins[pair]), -share[pair]),
      (Double(counts.ties[pair]), 0.5 - share[pair]),
    ]
  }

  /// Calls `body` with each cluster's score, an entry a model, and the models that it is of.
  private func forEachCluster(
    _ clusters: ClusterCounts, _ body: (_ score: [Double], _ models: [Int]) -> Void
  ) {
    var score = [Double](repeating: 0, count: counts.modelCount)
    var isIn = [Bool](repeating: false, count: counts.modelCount)
    var models: [Int] = []
    for cluster in 0..<clusters.clusterCount {
      for entry in clusters.entries(cluster) {
        let pair = Int(clusters.pair[entry])
        let (i, j) = (Int(counts.first[pair]), Int(counts.second[pair]))
        let residual =
          0.5 * Double(clusters.halfWins[entry]) - Double(clusters.battles[entry]) * share[pair]
        score[i] += residual
        score[j] -= residual
        for model in [i, j] where !isIn[model] {
          isIn[model] = true
          models.append(model)
        }
      }
      body(score, models)
      for model in models { (score[model], isIn[model]) = (0, false) }
      models.removeAll(keepingCapacity: true)
    }
  }
}
