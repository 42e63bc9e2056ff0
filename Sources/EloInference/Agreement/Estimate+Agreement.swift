public import Battles
import EloNumerics
import KernelTypes
import Threads

extension Estimate {
  /// Tells how far the order by rating agrees with the order by another column.
  ///
  /// Ranked models that occur in both take part; their places are counted among themselves.
  ///
  /// - Parameters:
  ///   - column: the other column, a value a model.
  ///   - byHand: models that go by another name in the other file.
  ///   - options: the direction, the permutations and the test.
  /// - Throws: `EstimateError.tooFewCommon` under three models, `.tooManyOnBoard`,
  ///   `.tooFewReplicates` and `.tooFewClusters`.
  /// - Complexity: O(redraws · K² + permutations · K log K) for K models that both have, and that of
  ///   comparing all pairs of them.
  public func agreement(
    with column: ValueColumn, byHand: [NamePair] = [],
    _ options: AgreementOptions = AgreementOptions()
  ) throws(EstimateError) -> Agreement {
    let matching = NameMatching(board: roster, other: column.roster, byHand: byHand)
    let provisional = matching.pairs.map(\.board).filter { isProvisional[$0] }
    let pairs = matching.pairs.filter { !isProvisional[$0.board] }.sorted {
      (logStrength[$1.board], $0.board) < (logStrength[$0.board], $1.board)
    }
    guard pairs.count >= AgreementOptions.leastModels else {
      throw .tooFewCommon(matching, ranked: pairs.count)
    }
    let models = pairs.map(\.board)
    try checkSize(models)
    try checkClusters(models.count)
    let ratings = MidRanks(models.map { rating($0) })
    let values = MidRanks(pairs.map { column.values[$0.other] }, options.direction)
    let correlation = RankCorrelation(ratings, values)
    let isDefined = correlation.kendall != nil
    let (matrix, test) = try separation(models, options.test)
    let clear = ClearPlaces(
      ratings: models.map { rating($0) }, values: pairs.map { column.values[$0.other] },
      options.direction, matrix)
    let places = pairs.indices.map { place in
      PlaceFinding(
        model: models[place], other: pairs[place].other, rating: rating(models[place]),
        value: column.values[pairs[place].other], ratingRank: ratings.place(place),
        rankRange: matrix.rankRange(place), otherRank: values.place(place),
        otherSpan: values.span(place), isClear: clear.isClear[place],
        isDisplaced: clear.isDisplaced[place])
    }
    return Agreement(
      matching: matching, provisional: provisional, label: column.label,
      direction: options.direction, correlation: correlation,
      permutation: isDefined
        ? PermutationTest(
          ratings, values, samples: options.permutations, seed: options.test.seed) : nil,
      redraws: isDefined ? redraws(models, values, options) : nil, seed: options.test.seed,
      test: test,
      places: Self.farthestFirst(places),
      source: source, scale: scale, warnings: warnings)
  }

  /// Which of `models`, from the highest rating down, are separated from which, judged among themselves.
  private func separation(_ models: [Int], _ options: TestOptions) throws(EstimateError)
    -> (SeparationMatrix, TestSummary)
  {
    let report = try comparison(.named(models.map { roster.names[$0] }), options)
    var matrix = SeparationMatrix(count: models.count)
    var next = 0
    for i in models.indices {
      for j in i + 1..<max(models.count, i + 1) {
        if report.findings[next].verdict.isDifferent { matrix.separate(i, j) }
        next += 1
      }
    }
    // Nobody named these pairs: they are all that the models in both files have.
    let test = TestSummary(
      adjustment: report.test.adjustment, family: .all, level: report.test.level,
      criticalValue: report.test.criticalValue, pairs: report.test.pairs,
      degreesOfFreedom: report.test.degreesOfFreedom, replacement: report.test.replacement)
    return (matrix, test)
  }

  /// Models equally far apart stay in the order of the board.
  private static func farthestFirst(_ places: [PlaceFinding]) -> [PlaceFinding] {
    places.enumerated().sorted {
      ($1.element.difference.magnitude, $0.offset) < ($0.element.difference.magnitude, $1.offset)
    }.map(\.element)
  }

  /// Correlates ratings that are drawn again from their errors with the other column.
  private func redraws(
    _ models: [Int], _ values: MidRanks, _ options: AgreementOptions
  ) -> Redraws {
    let draws = GaussianDraws(
      covariance, models: models, count: options.redraws, seed: options.test.seed,
      kernels: kernels)
    let blocks = draws.count / 16
    let workers = max(1, min(options.test.threads, blocks))
    let parts = inParallel(over: workers, threads: workers) { worker -> [RankCorrelation] in
      let start = blocks * worker / workers
      let end = blocks * (worker + 1) / workers
      return redrawn(models, values, draws, start..<end)
    }
    let correlations = Array(parts.joined())
    let kendall = correlations.compactMap(\.kendall).sorted()
    let spearman = correlations.compactMap(\.spearman).sorted()
    let tail = (1 - options.test.level) / 2
    func interval(_ ascending: [Double]) -> ClosedRange<Double> {
      quantile(ofAscending: ascending, tail)...quantile(ofAscending: ascending, 1 - tail)
    }
    return Redraws(
      count: draws.count, kendall: interval(kendall), spearman: interval(spearman))
  }

  /// The correlations of the ratings as some blocks of draws have them.
  private func redrawn(
    _ models: [Int], _ values: MidRanks, _ draws: GaussianDraws, _ blocks: Range<Int>
  ) -> [RankCorrelation] {
    var normals = [DrawLanes](repeating: .zero, count: models.count)
    var block = normals
    return blocks.flatMap { index in
      draws.draw(block: index, &normals, into: &block)
      return (0..<16).map { lane in
        let ratings = zip(models, block).map { logStrength[$0] + Double($1[lane]) }
        return RankCorrelation(MidRanks(ratings), values)
      }
    }
  }
}
