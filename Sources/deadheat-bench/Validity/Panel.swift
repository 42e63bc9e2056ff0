import EloNumerics

/// Judges with tastes: each judge's view of each model differs from the crowd's by a normal amount.
struct Panel: Sendable {
  /// How many judges there are.
  let judges: Int
  /// The standard deviation of tastes, in natural log-odds.
  let taste: Double
  /// Where the verdicts of each judge end among all, as shares of them.
  private let ends: [Double]

  /// Judges whose tastes have this standard deviation in Elo.
  ///
  /// - Parameter isUneven: whether the r-th judge gives verdicts in proportion to 1/r, as in crowds, and not
  ///   all equally many.
  init(judges: Int, taste: Double, isUneven: Bool = false) {
    self.init(taste: taste, shares: (1...judges).map { isUneven ? 1 / Double($0) : 1 })
  }

  /// Judges of whom the first `heavy` give `times` as many verdicts as each of the others.
  init(heavy: Int, times: Double, light: Int, taste: Double) {
    self.init(
      taste: taste,
      shares: [Double](repeating: times, count: heavy) + [Double](repeating: 1, count: light))
  }

  /// Judges whose shares of all verdicts are in proportion to these.
  private init(taste: Double, shares: [Double]) {
    judges = shares.count
    self.taste = taste / EloScale.standard.pointsPerLogOdds
    let total = shares.reduce(0, +)
    var sum = 0.0
    ends = shares.map {
      sum += $0 / total
      return sum
    }
  }

  /// Who judges the battle at `index` of `count`.
  func judge(_ index: Int, of count: Int) -> Int {
    let place = (Double(index) + 0.5) / Double(count)
    return ends.firstIndex { place < $0 } ?? judges - 1
  }
}
