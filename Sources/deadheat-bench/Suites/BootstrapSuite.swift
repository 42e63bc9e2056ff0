import Battles
import EloNumerics
import KernelTypes

/// Resampling the battles and refitting each replicate to convergence.
struct BootstrapSuite: Suite {
  private let setting: Setting
  private let cells: Cells

  init(_ setting: Setting) throws {
    self.setting = setting
    cells = Arena(
      models: setting.workload.cellModels, battles: setting.workload.cellBattles, pairShare: 0.6,
      seed: Setting.seed
    ).cells()
  }

  var title: String {
    let pairs = PairCounts(cells).pairCount
    return "\(Decimals.grouped(setting.workload.resamples)) resamples of "
      + "\(Decimals.grouped(cells.battleCount)) battles, \(cells.roster.count) models, "
      + "\(Decimals.grouped(pairs)) pairs"
  }

  func check() throws -> [String] {
    for table in setting.kernels { try checkClosedForm(table) }
    let first = try fit(cells, setting.kernels[0])
    let replicates = try bootstrap(first, threads: 1)
    for table in setting.kernels {
      let fit = try fit(cells, table)
      for threads in setting.threadCounts {
        try expect(
          try bootstrap(fit, threads: threads).values == replicates.values,
          "\(table.name) with \(threads) threads gives other bits")
      }
    }
    let ratios = standardErrorRatios(first, replicates)
    let mean = ratios.reduce(0, +) / Double(ratios.count)
    let spread = (ratios.min() ?? .nan, ratios.max() ?? .nan)
    // A standard error from B replicates is itself off by 1/√(2B), and five such are allowed to
    // each model. The mean over models has less noise and shows a bias, of which 3% is allowed.
    let width = 5 / (2 * Double(setting.workload.resamples)).squareRoot()
    try expect(
      spread.0 > 1 - width - 0.03 && spread.1 < 1 + width + 0.03
        && (mean - 1).magnitude < 0.03 + width / 5,
      "standard errors are \(mean) (\(spread.0) to \(spread.1)) times the sandwich's")
    let range = [spread.0, spread.1].map { Decimals.text($0, places: 2) }
    return [
      "standard errors are \(Decimals.text(mean, places: 3)) (\(range[0]) to \(range[1])) times "
        + "the sandwich's",
      "two models: every replicate has a whole number of wins, with the binomial's variance",
      "the same bits with \(setting.threadCounts.map(String.init).joined(separator: " and ")) "
        + "threads and \(setting.kernels.map(\.name).joined(separator: " and ")) kernels",
    ]
  }

  func variants(_ rates: MachineRates) throws -> [Variant] {
    try setting.kernels.flatMap { table in
      let fit = try fit(cells, table)
      let floor = try floor(table, rates)
      return setting.threadCounts.map { threads in
        Variant(
          "\(table.name), \(threads) \(threads == 1 ? "thread" : "threads")", floor: floor.total
        ) {
          _ = try bootstrap(fit, threads: threads)
        }
      }
    }
  }

  func floorNotes(_ rates: MachineRates) -> [String] {
    guard let floors = try? setting.kernels.map({ try floor($0, rates) }) else { return [] }
    return zip(setting.kernels, floors).flatMap { table, floor in
      [
        "floor of \(table.name): \(Decimals.milliseconds(floor.draws)) ms for "
          + "\(Decimals.grouped(floor.drawCount)) look-ups of draws,",
        "\(Decimals.milliseconds(floor.divisions)) ms for "
          + "\(Decimals.grouped(floor.divisionCount)) divisions of gradients, each for two pairs, "
          + "and \(Decimals.milliseconds(floor.solves)) ms for the solves",
      ]
    }
  }

  /// The processor time that the parts of the work cannot go below.
  private struct Floor {
    let drawCount, divisionCount: Int
    let draws, divisions, solves: Double

    var total: Double { draws + divisions + solves }
  }

  /// Counts in one run what the replicates take.
  private func floor(_ kernels: KernelTable, _ rates: MachineRates) throws -> Floor {
    let counter = CountingKernels()
    let fit = try fit(cells, counter.counting(kernels))
    _ = try bootstrap(fit, threads: 1)
    let counts = fit.counts
    let drawn = (0..<counts.pairCount).reduce(0) { sum, pair in
      sum + [counts.firstWins[pair], counts.secondWins[pair], counts.ties[pair]].count { $0 > 0 }
    }
    let models = cells.roster.count
    let divisions = (0..<models).reduce(0) { sum, model in
      sum + Int(counts.start[model + 1] - counts.start[model] + 1) / 2
    }
    let blocks = (setting.workload.resamples + 7) / 8
    let drawCount = 8 * blocks * drawn
    let divisionCount = 8 * counter.gradients * divisions
    let solves = 8 * counter.solves
    return Floor(
      drawCount: drawCount, divisionCount: divisionCount,
      draws: Double(drawCount) / rates.lookUps,
      divisions: Double(divisionCount) / rates.divisions,
      solves: 2 * Double(solves * models * models) / rates.arithmetic(kernels))
  }

  /// Bootstrap over sandwich, for each model, both about the models' mean.
  private func standardErrorRatios(_ fit: Fit, _ replicates: Replicates) -> [Double] {
    let models = fit.logStrength.count
    let weights = [Double](repeating: 1 / Double(models), count: models)
    let covariance = fit.covariance(.sandwich).centred(by: weights)
    let centred = replicates.centred(by: weights, target: 0)
    return (0..<models).map {
      centred.standardDeviation(ofModel: $0) / covariance.variance($0).squareRoot()
    }
  }

  /// A replicate of two models is a binomial number of wins, which its gap gives back.
  private func checkClosedForm(_ kernels: KernelTable) throws {
    let (wins, losses) = (7_000, 3_000)
    let battles = Double(wins + losses)
    let fit = try fit(TwoModels.cells(wins: wins, losses: losses), kernels)
    let replicates = try fit.bootstrap(
      BootstrapOptions(resamples: setting.workload.resamples, seed: Setting.seed))
    var squares = 0.0
    for replicate in 0..<replicates.count {
      let values = replicates.values[2 * replicate...2 * replicate + 1]
      let gap = values[2 * replicate] - values[2 * replicate + 1]
      let won = battles / (1 + LibM.exp(-gap))
      // The gradient, which is what is missing of a whole number, is below 1e-8.
      try expect((won - won.rounded()).magnitude < 1e-7, "a replicate has \(won) wins")
      squares += (won - Double(wins)) * (won - Double(wins))
    }
    let ratio = squares / Double(replicates.count) / (battles * 0.7 * 0.3)
    // A variance from B numbers is off by √(2/B); five such are allowed.
    let width = 5 * (2 / Double(replicates.count)).squareRoot()
    try expect(
      (ratio - 1).magnitude < width, "the variance is \(ratio) times the binomial's")
  }

  /// The one place where battles are fitted.
  private func fit(_ cells: Cells, _ kernels: KernelTable) throws -> Fit {
    try fitBradleyTerry(cells, options: FitOptions(), kernels: kernels)
  }

  /// The one place where they are resampled.
  private func bootstrap(_ fit: Fit, threads: Int) throws -> Replicates {
    try fit.bootstrap(
      BootstrapOptions(
        resamples: setting.workload.resamples, seed: Setting.seed, threads: threads))
  }
}
