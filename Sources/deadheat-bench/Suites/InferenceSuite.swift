import Battles
import EloInference
import EloNumerics
import KernelTypes

/// Comparing all pairs of models: step-down maxima, rank ranges and who is tied for first.
struct InferenceSuite: Suite {
  private let setting: Setting
  /// An estimate for each number of models and each table of kernels.
  private let estimates: [[Estimate]]

  init(_ setting: Setting) throws {
    self.setting = setting
    estimates = try setting.workload.comparedModels.map { models in
      // Two thousand battles a model, so that about half the pairs are really apart.
      let cells = Arena(models: models, battles: 2000 * models, seed: Setting.seed).cells()
      var options = EstimateOptions()
      options.interval = .sandwich
      return try setting.kernels.map {
        try Estimate(battles: cells, options: options, kernels: $0)
      }
    }
  }

  var title: String {
    let models = setting.workload.comparedModels.map(Decimals.grouped).joined(separator: ", ")
    return "leaderboards of \(models) models from all pairs, "
      + "\(Decimals.grouped(Self.draws)) draws"
  }

  func check() throws -> [String] {
    let probabilities = try setting.kernels.map(checkStudentisedRange)
    for estimates in estimates {
      let first = try leaderboard(estimates[0], threads: 1)
      guard let critical = first.test.criticalValue else {
        throw BenchError.wrongResult("all pairs have no critical value")
      }
      // Between that of one pair and Bonferroni's for all of them.
      let pairs = Double(first.test.pairs)
      let single = NormalDistribution.quantile(0.975)
      let bonferroni = NormalDistribution.quantile(1 - 0.025 / pairs)
      try expect(
        single < critical && critical < bonferroni + 0.1, "the critical value is \(critical)")
      for (table, estimate) in zip(setting.kernels, estimates) {
        for threads in setting.threadCounts {
          let board = try leaderboard(estimate, threads: threads)
          try expect(
            board.findings == first.findings && board.test == first.test
              && board.tiedForFirst == first.tiedForFirst,
            "\(table.name) with \(threads) threads gives other bits")
        }
      }
    }
    return [
      "\(setting.workload.comparedModels[0]) equal variances: the critical value is the "
        + "studentised range's quantile at \(Decimals.text(probabilities[0], places: 4))",
      "critical values lie between one pair's and Bonferroni's for all",
      "the same bits with \(setting.threadCounts.map(String.init).joined(separator: " and ")) "
        + "threads and \(setting.kernels.map(\.name).joined(separator: " and ")) kernels",
    ]
  }

  func variants(_ rates: MachineRates) throws -> [Variant] {
    zip(setting.workload.comparedModels, estimates).flatMap { models, estimates in
      zip(setting.kernels, estimates).flatMap { table, estimate in
        setting.threadCounts.map { threads in
          let pairs = Double(models * (models - 1) / 2)
          let operations = (4 * pairs + Double(models * models)) * Double(Self.draws)
          // Twice as many Floats as Doubles fit a register.
          return Variant(
            "\(Decimals.grouped(models)) models, \(table.name), \(threads) "
              + (threads == 1 ? "thread" : "threads"),
            floor: operations / (2 * rates.arithmetic(table))
          ) {
            _ = try leaderboard(estimate, threads: threads)
          }
        }
      }
    }
  }

  func floorNotes(_ rates: MachineRates) -> [String] {
    [
      "floors: 4 operations a pair and draw (difference, scale, magnitude, maximum) and K² a draw,",
      "on Floats; work that passes over pairs which cannot matter may go below",
    ]
  }

  /// The draws that all pairs are compared with.
  private static let draws = 20_000

  /// The one place where models are compared.
  private func leaderboard(_ estimate: Estimate, threads: Int) throws -> Leaderboard {
    var options = TestOptions()
    options.seed = Setting.seed
    options.threads = threads
    return try estimate.leaderboard(options)
  }

  /// Where all variances are equal, √2 times the critical value is a quantile of the studentised
  /// range with infinitely many degrees of freedom; answers its probability.
  private func checkStudentisedRange(_ kernels: KernelTable) throws -> Double {
    let models = setting.workload.comparedModels[0]
    let names = Roster((0..<models).map { "model-\($0)" })
    let zeros = [Double](repeating: 0, count: models)
    let fives = zeros.map { $0 + 5 }
    let scores = PublishedScores(
      roster: names, rating: zeros, standardError: fives, lower: zeros.map { $0 - 10 },
      upper: zeros.map { $0 + 10 }, votes: nil, level: 0.95)
    let board = try leaderboard(
      Estimate(board: scores, scale: .standard, kernels: kernels), threads: 1)
    let critical = board.test.criticalValue ?? .nan
    let probability = StudentisedRange.probability(
      below: critical * 2.0.squareRoot(), models: models)
    // The quantile of 20,000 draws has the rank of a binomial number: five standard deviations.
    let width = 5 * (0.05 * 0.95 / Double(Self.draws)).squareRoot()
    try expect(
      (probability - 0.95).magnitude < width, "the critical value has probability \(probability)")
    return probability
  }
}
