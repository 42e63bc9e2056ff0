import Battles
import EloInference
import EloNumerics

/// Known strengths to simulate from.
struct Truth: Sendable {
  /// What tables call it.
  let name: String
  /// True natural log-odds, by model.
  let logStrength: [Double]

  /// Ten equal models: every gap that is found is a mistake.
  static let equal = Truth(name: "ten equal", gaps: [Double](repeating: 0, count: 10))
  /// Five pairs of equal models, 60 Elo from pair to pair.
  static let pairs = Truth(name: "five pairs", gaps: (0..<10).map { 60 * Double($0 / 2) })
  /// Ten models, each 25 Elo above the next.
  static let staircase = Truth(name: "staircase", gaps: (0..<10).map { 25 * Double($0) })
  /// Thirty models as on a board: close at the top and farther apart down the list.
  static let steep = Truth(
    name: "steep board",
    gaps: (0..<30).map { place in
      let depth = Double(place) / 29
      return 400 - 400 * depth * depth
    })

  /// All of them.
  static let all = [equal, pairs, staircase, steep]

  private init(name: String, gaps: [Double]) {
    self.name = name
    logStrength = gaps.map { $0 / EloScale.standard.pointsPerLogOdds }
  }

  /// A truth of other strengths.
  init(name: String, logStrength: [Double]) {
    self.name = name
    self.logStrength = logStrength
  }

  /// The number of models.
  var count: Int { logStrength.count }

  /// The names of the models, in the order of their ids.
  var modelNames: [String] { (0..<count).map { $0 < 10 ? "m0\($0)" : "m\($0)" } }

  /// The true strengths of the models of `roster`, which may lack some that never met anyone.
  func strengths(of roster: Roster) -> [Double] {
    let all = Roster(modelNames)
    return roster.names.map { name in all.id(of: name).map { logStrength[$0] } ?? .nan }
  }

  /// Battles of a data set, each model with `battlesEach` on average and opponents at random.
  func cells(battlesEach: Int, tieRate: Double, seed: UInt64) -> Cells {
    let battles = battlesEach * count / 2
    let simulation = BattleSimulation(
      logStrength: logStrength,
      options: SimulationOptions(battles: battles, tieRate: tieRate, skew: 0, seed: seed))
    return Cells((0..<battles).map(simulation.battle), names: modelNames)
  }

  /// The largest strength.
  var best: Double { logStrength.max() ?? .nan }
}

extension Study {
  /// `work` on data sets 0 ..< `count`, in order, on all threads; `nil` where the battles have no
  /// finite fit.
  func shares(
    _ count: Int, _ work: @Sendable (Int) throws(EstimateError) -> Double?
  ) -> [Double?] {
    inParallelChunks(count) { index in
      do throws(EstimateError) { return try work(index) } catch { return nil }
    }
  }

  /// Several shares of each data set, at most one list a data set.
  func lists(
    _ count: Int, _ work: @Sendable (Int) throws(EstimateError) -> [Double?]
  ) -> [[Double?]] {
    inParallelChunks(count) { index in
      do throws(EstimateError) { return try work(index) } catch { return [] }
    }
  }

  /// Results do not depend on how the data sets are divided.
  private func inParallelChunks<Result: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    let pieces = max(1, min(threads, count))
    return inParallel(pieces) { piece in
      (piece * count / pieces..<(piece + 1) * count / pieces).map(work)
    }.flatMap(\.self)
  }

  /// An estimate with the sandwich covariance and no resampling.
  func estimate(_ cells: Cells) throws(EstimateError) -> Estimate {
    var options = EstimateOptions()
    options.interval = .sandwich
    return try Estimate(battles: cells, options: options, kernels: kernels)
  }

  /// Test options of a data set; threads are used for data sets and not within them.
  func testOptions(_ adjustment: Adjustment) -> TestOptions {
    var options = TestOptions()
    options.adjustment = adjustment
    options.seed = seed
    return options
  }
}
