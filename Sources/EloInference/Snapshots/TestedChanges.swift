import EloNumerics

/// Changes less their common shift, and what testing them together came to.
struct TestedChanges {
  /// The models that were tested, by their places among the common ones.
  let models: [Int]
  /// What was taken out.
  let shift: Double
  /// What is left of the models tested, against no change.
  let statistics: [Statistic]
  /// How they were tested; `nil` where none was.
  let comparison: MultipleComparison?
  /// Whether none of the models that the shift is the mean of is shown to have moved.
  var isStable = true
}

extension SnapshotPair {
  /// Tests the changes of the models that can be judged.
  ///
  /// Where as many as half of the models would have to be left out of the mean, the changes against the
  /// mean of all are told, and are those of an unstable reference. A score that is exact on both boards is
  /// what all changes are against, whoever moved.
  func tested(_ known: ChangeKnowledge, _ options: TestOptions) -> TestedChanges {
    let all = changes
    let models = known.judged
    guard !models.isEmpty else {
      return TestedChanges(
        models: [], shift: exact.map { all[$0] } ?? all.reduce(0, +) / Double(all.count),
        statistics: [], comparison: nil)
    }
    let changes = models.map { all[$0] }
    let covariance = known.covariance(of: models)
    var isLeftOut = [Bool](repeating: false, count: changes.count)
    var first: TestedChanges?
    while true {
      let shift = CommonShift(covariance, isIndependent: isOfBoards, without: isLeftOut)
      let comparison = comparison(changes, shift, options)
      let tested = TestedChanges(
        models: models, shift: shift.mean(changes), statistics: comparison.statistics,
        comparison: comparison.result)
      let moved = changes.indices.filter {
        !isLeftOut[$0] && comparison.result.adjustedP[$0] <= 1 - options.level
      }
      let clearest = moved.max {
        comparison.statistics[$0].z.magnitude < comparison.statistics[$1].z.magnitude
      }
      guard let clearest, exact == nil else { return tested }
      var unstable = first ?? tested
      unstable.isStable = false
      let leavesHalf = 2 * (isLeftOut.count { $0 } + 1) < changes.count
      guard leavesHalf else { return unstable }
      first = first ?? tested
      isLeftOut[clearest] = true
    }
  }

  /// What is left of the changes without their shift, and how it was tested.
  private func comparison(_ changes: [Double], _ shift: CommonShift, _ options: TestOptions)
    -> (statistics: [Statistic], result: MultipleComparison)
  {
    let mean = shift.mean(changes)
    let points = new.scale.pointsPerLogOdds
    let statistics = changes.indices.map { index in
      Statistic(
        a: index, b: changes.count, difference: (changes[index] - mean) / points,
        standardError: max(0, shift.covariance[index, index]).squareRoot())
    }
    let comparison = MultipleComparison(
      statistics, options.adjustment, level: options.level
    ) {
      ReferenceDraws(
        covariance: shift.covariance.withZero, kernels: new.kernels, seed: options.seed,
        threads: options.threads
      ).stepDown(statistics, level: options.level)
    }
    return (statistics, comparison)
  }

  /// Whether both are boards, whose errors are independent.
  private var isOfBoards: Bool {
    if case .published = old.origin, case .published = new.origin { true } else { false }
  }
}

extension SymmetricMatrix {
  /// The covariance with one more value, which is always 0: draws tell differences only, and a
  /// change is its difference from no change.
  fileprivate var withZero: Covariance {
    var result = SymmetricMatrix(zeros: order + 1)
    for i in 0..<order {
      for j in 0..<order { result[i, j] = self[i, j] }
    }
    return .dense(result)
  }
}
