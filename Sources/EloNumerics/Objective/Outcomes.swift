/// How the battles of each row of a design came out: sums over them of their weights and of powers of these.
///
/// The first sums make an objective, the second ones the variance of its scores, the third ones their
/// skewness.
struct Outcomes: Sendable, Equatable {
  /// Σ w over a row's battles: those that the first model won, that the second one won, that were tied,
  /// and in which both sides were called bad.
  let sums: [SIMD4<Double>]
  /// Σ w², likewise; `nil` where every weight is 1.
  let squares: [SIMD4<Double>]?
  /// Σ w³, likewise.
  let cubes: [SIMD4<Double>]?

  /// Battles of weight 1.
  init(_ numbers: [SIMD4<Double>]) {
    sums = numbers
    (squares, cubes) = (nil, nil)
  }

  /// Weighted battles.
  init(sums: [SIMD4<Double>], squares: [SIMD4<Double>], cubes: [SIMD4<Double>]) {
    precondition(sums.count == squares.count && sums.count == cubes.count, "three sums a row")
    self.sums = sums
    self.squares = squares
    self.cubes = cubes
  }

  /// The battles of each pair of `counts`, "both bad" among the ties.
  init(_ counts: PairCounts) {
    self.init(
      (0..<counts.pairCount).map {
        SIMD4(
          Double(counts.firstWins[$0]), Double(counts.secondWins[$0]), Double(counts.ties[$0]), 0)
      })
  }

  /// Battles of which only the points are known: a tie then is half a battle won and half a one lost.
  init(battles: [Int], halfWins: [Int]) {
    self.init(
      zip(battles, halfWins).map { SIMD4(0.5 * Double($1), Double($0) - 0.5 * Double($1), 0, 0) })
  }

  /// The number of rows.
  var rowCount: Int { sums.count }

  /// The weight of a row's battles.
  func weight(_ row: Int) -> Double { sums[row].sum() }

  /// What the first model of a row scored, half a battle for a tie.
  func score(_ row: Int) -> Double { sums[row].x + 0.5 * (sums[row].z + sums[row].w) }

  /// Whether every weight is 1.
  var hasUnitWeights: Bool { squares == nil }

  /// "Both bad" taken for a tie.
  var withBothBadTied: Outcomes {
    func tied(_ values: [SIMD4<Double>]) -> [SIMD4<Double>] {
      values.map { SIMD4($0.x, $0.y, $0.z + $0.w, 0) }
    }
    guard let squares, let cubes else { return Outcomes(tied(sums)) }
    return Outcomes(sums: tied(sums), squares: tied(squares), cubes: tied(cubes))
  }

  /// The outcomes of some of the rows.
  func restricted(to rows: [Int]) -> Outcomes {
    func part(_ values: [SIMD4<Double>]) -> [SIMD4<Double>] { rows.map { values[$0] } }
    guard let squares, let cubes else { return Outcomes(part(sums)) }
    return Outcomes(sums: part(sums), squares: part(squares), cubes: part(cubes))
  }
}
