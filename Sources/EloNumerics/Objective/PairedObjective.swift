/// The log-likelihood of battles between two sides, each row's by the same link from linear predictors, with
/// penalties: Bradley–Terry and its relatives.
///
/// Parameters are the columns of the design, then those of ties and then that of "both bad", where the link
/// has them. With ties as half wins it is Σ score·ln σ(η) + (battles − score)·ln σ(−η), which is no
/// likelihood where there are ties: its maximum is right, its curvature is not the inverse variance.
struct PairedObjective: ConcaveObjective, Equatable {
  let design: Design
  let outcomes: Outcomes
  let link: OutcomeLink
  /// Whether each model has a tie parameter of its own, the predictor of ties being the sum of both sides'.
  let hasTiesByModel: Bool
  var penalties: [Penalty]

  /// An objective; outcomes are those of the design's rows.
  init(
    _ design: Design, _ outcomes: Outcomes, link: OutcomeLink = .halfWin,
    hasTiesByModel: Bool = false, penalties: [Penalty] = []
  ) {
    precondition(design.rowCount == outcomes.rowCount, "outcomes of each row")
    self.design = design
    self.outcomes = link.isBothBadApart ? outcomes : outcomes.withBothBadTied
    self.link = link
    self.hasTiesByModel = hasTiesByModel
    self.penalties = penalties
  }

  /// Bradley–Terry with ties as half wins, and a phantom opponent of each model in `prior` virtual battles.
  init(_ counts: PairCounts, prior: Double) {
    self.init(Design(counts), Outcomes(counts), penalties: Self.penalties(prior: prior))
  }

  /// The penalty of a prior; none where it is 0.
  static func penalties(prior: Double) -> [Penalty] {
    prior > 0 ? [.phantom(weight: prior)] : []
  }

  /// What each parameter is.
  var parameters: [FitParameter] {
    let models = 0..<design.modelCount
    return models.map { .strength($0) } + (design.order == nil ? [] : [.orderEffect])
      + (0..<design.featureCount).map { .feature($0) }
      + (!link.ties.hasParameter ? [] : hasTiesByModel ? models.map { .tie($0) } : [.tie(nil)])
      + (link.isBothBadApart ? [.bothBad] : [])
  }

  var parameterCount: Int { bothBadPlace + (link.isBothBadApart ? 1 : 0) }

  /// Where the parameters of ties begin.
  private var tiePlace: Int { design.columnCount }
  /// How many of them a row has.
  private var tieEntryCount: Int { link.ties.hasParameter ? (hasTiesByModel ? 2 : 1) : 0 }
  /// Where that of "both bad" stands.
  private var bothBadPlace: Int {
    tiePlace + (link.ties.hasParameter ? (hasTiesByModel ? design.modelCount : 1) : 0)
  }

  /// The place of one of a row's tie parameters.
  private func tieColumn(_ row: Int, _ entry: Int) -> Int {
    guard hasTiesByModel else { return tiePlace }
    return tiePlace + Int(entry == 0 ? design.first[row] : design.second[row])
  }

  var flatDirection: [Double]? {
    guard !penalties.contains(where: { $0.grounds(strengths: design.modelCount) }) else {
      return nil
    }
    return (0..<parameterCount).map { $0 < design.modelCount ? 1 : 0 }
  }

  var hasBoundary: Bool { link.ties == .raoKupper }

  /// Equal models, whose ties, and "both bad", are as frequent as they are in all.
  ///
  /// - Precondition: where the link has a parameter for an outcome, some battles have it and some others do
  ///   not.
  var start: [Double] {
    let sums = outcomes.sums.reduce(SIMD4<Double>.zero, +)
    var start = [Double](repeating: 0, count: parameterCount)
    let decided = sums.x + sums.y
    if link.ties.hasParameter {
      let value = link.ties.parameter(atRate: sums.z / (decided + sums.z))
      for place in tiePlace..<bothBadPlace { start[place] = hasTiesByModel ? value / 2 : value }
    }
    if link.isBothBadApart {
      // Davidson's weights are beside those of two equal models, e⁰ each, and of ties.
      start[bothBadPlace] =
        link.ties == .davidson
        ? LibM.log(2 * sums.w / decided) : LibM.log(sums.w / (decided + sums.z))
    }
    return start
  }

  /// The predictors of a row.
  func predictors(_ row: Int, _ parameters: [Double]) -> Predictors {
    var tie = 0.0
    for entry in 0..<tieEntryCount { tie += parameters[tieColumn(row, entry)] }
    return Predictors(
      position: design.predictor(row, parameters), tie: tie,
      bothBad: link.isBothBadApart ? parameters[bothBadPlace] : 0)
  }

  func value(_ parameters: [Double]) -> Double {
    var sum = 0.0
    if link == .halfWin {
      for row in 0..<design.rowCount {
        let gap = design.predictor(row, parameters)
        let score = outcomes.score(row)
        sum += score * LogOdds.logProbability(gap)
        sum += (outcomes.weight(row) - score) * LogOdds.logProbability(-gap)
      }
    } else {
      for row in 0..<design.rowCount { sum += terms(row, parameters).value }
    }
    for penalty in penalties { penalty.add(to: &sum, parameters, strengths: design.modelCount) }
    return sum
  }

  func derivatives(_ parameters: [Double]) -> Derivatives {
    var derivatives = Derivatives(parameterCount: parameterCount)
    if link == .halfWin {
      let (slopes, curvatures) = positions(parameters)
      design.addTransposed(slopes, to: &derivatives.gradient)
      design.addCross(curvatures, to: &derivatives.information)
    } else {
      addLinked(parameters, &derivatives)
    }
    for penalty in penalties {
      penalty.add(to: &derivatives, parameters, strengths: design.modelCount)
    }
    return derivatives
  }

  /// What a row adds.
  private func terms(_ row: Int, _ parameters: [Double]) -> LinkTerms {
    link.terms(predictors(row, parameters), outcomes.sums[row])
  }

  /// The slope and the curvature of each row in its position.
  ///
  /// From gaps and not from exp(θ): a chain of models may be thousands of log-odds long, where exp(θ)
  /// overflows.
  func positions(_ parameters: [Double]) -> (slopes: [Double], curvatures: [Double]) {
    var slopes = [Double](repeating: 0, count: design.rowCount)
    var curvatures = slopes
    for row in 0..<design.rowCount {
      if link == .halfWin {
        let (p, q) = LogOdds.shares(design.predictor(row, parameters))
        let (battles, score) = (outcomes.weight(row), outcomes.score(row))
        slopes[row] = score * q - (battles - score) * p
        curvatures[row] = battles * (p * q)
      } else {
        let terms = terms(row, parameters)
        (slopes[row], curvatures[row]) = (terms.slope.x, terms.curvature.x)
      }
    }
    return (slopes, curvatures)
  }

  private func addLinked(_ parameters: [Double], _ derivatives: inout Derivatives) {
    let terms = (0..<design.rowCount).map { self.terms($0, parameters) }
    design.addTransposed(terms.map(\.slope.x), to: &derivatives.gradient)
    design.addCross(terms.map(\.curvature.x), to: &derivatives.information)
    for (row, terms) in terms.enumerated() {
      for entry in 0..<tieEntryCount {
        let place = tieColumn(row, entry)
        derivatives.gradient[place] += terms.slope.y
        addCross(row, terms.cross.x, place, &derivatives.information)
        for other in 0..<tieEntryCount {
          derivatives.information[place, tieColumn(row, other)] += terms.curvature.y
        }
        guard link.isBothBadApart else { continue }
        derivatives.information[place, bothBadPlace] += terms.cross.z
        derivatives.information[bothBadPlace, place] += terms.cross.z
      }
      guard link.isBothBadApart else { continue }
      derivatives.gradient[bothBadPlace] += terms.slope.z
      derivatives.information[bothBadPlace, bothBadPlace] += terms.curvature.z
      addCross(row, terms.cross.y, bothBadPlace, &derivatives.information)
    }
  }

  /// Adds a row's information of its position together with the parameter in `place`.
  private func addCross(
    _ row: Int, _ weight: Double, _ place: Int, _ information: inout SymmetricMatrix
  ) {
    for entry in 0..<design.entryCount {
      let column = design.column(row, entry)
      information[column, place] += weight * design.value(row, entry)
      information[place, column] += weight * design.value(row, entry)
    }
  }

  func scores(_ parameters: [Double]) -> ScoreMatrix {
    var scores = ScoreMatrix(columnCount: parameterCount)
    for row in 0..<design.rowCount {
      let predictors = predictors(row, parameters)
      for outcome in 0..<4 where outcomes.sums[row][outcome] != 0 {
        var one = SIMD4<Double>.zero
        one[outcome] = 1
        forEachEntry(row, link.slope(predictors, one)) { scores.append($1, in: $0) }
        let weight = outcomes.sums[row][outcome]
        scores.endRow(
          squares: outcomes.squares?[row][outcome] ?? weight,
          cubes: outcomes.cubes?[row][outcome] ?? weight)
      }
    }
    return scores
  }

  /// The scores of clusters, each with the battles of some rows.
  ///
  /// - Parameters:
  ///   - start: where each cluster's entries start; one more than there are clusters.
  ///   - row: the row of each entry.
  ///   - outcomes: of each entry.
  func scores(_ parameters: [Double], start: [Int32], row: [Int32], outcomes: Outcomes)
    -> ScoreMatrix
  {
    var scores = ScoreMatrix(columnCount: parameterCount)
    var sum = [Double](repeating: 0, count: parameterCount)
    var isIn = [Bool](repeating: false, count: parameterCount)
    var columns: [Int] = []
    let predictors = (0..<design.rowCount).map { self.predictors($0, parameters) }
    for cluster in 0..<start.count - 1 {
      for entry in Int(start[cluster])..<Int(start[cluster + 1]) {
        let own = Int(row[entry])
        forEachEntry(own, link.slope(predictors[own], outcomes.sums[entry])) { column, value in
          sum[column] += value
          guard !isIn[column] else { return }
          isIn[column] = true
          columns.append(column)
        }
      }
      for column in columns {
        scores.append(sum[column], in: column)
        (sum[column], isIn[column]) = (0, false)
      }
      scores.endRow(squares: 1, cubes: 1)
      columns.removeAll(keepingCapacity: true)
    }
    return scores
  }

  /// Calls `body` with each place of a row's score and its part of these slopes.
  private func forEachEntry(
    _ row: Int, _ slope: SIMD3<Double>, _ body: (_ place: Int, _ value: Double) -> Void
  ) {
    for entry in 0..<design.entryCount {
      body(design.column(row, entry), design.value(row, entry) * slope.x)
    }
    for entry in 0..<tieEntryCount { body(tieColumn(row, entry), slope.y) }
    if link.isBothBadApart { body(bothBadPlace, slope.z) }
  }
}
