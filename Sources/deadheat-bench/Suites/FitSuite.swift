import Battles
import EloNumerics
import KernelTypes

/// The maximum of the likelihood and the sandwich covariance.
struct FitSuite: Suite {
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
    "\(Decimals.grouped(cells.battleCount)) battles in \(Decimals.grouped(cells.cellCount)) cells "
      + "among \(cells.roster.count) models, 1 thread"
  }

  func check() throws -> [String] {
    for table in setting.kernels { try checkClosedForm(table) }
    let fits = try setting.kernels.map { try fit(cells, $0) }
    for (table, fit) in zip(setting.kernels, fits) {
      let equations = LikelihoodEquations(cells, logStrength: fit.logStrength)
      try expect(
        equations.areSolved,
        "a score is off its expectation by \(equations.largestResidual) battles (\(table.name))")
      try expect(
        fit.logStrength == fits[0].logStrength
          && fit.covariance(.sandwich) == fits[0].covariance(.sandwich),
        "\(table.name) gives other bits than \(setting.kernels[0].name)")
    }
    return [
      "each model's score equals its expected score, summed apart from the fit",
      "two models: ln(wins/losses) and its variance",
    ] + (fits.count > 1 ? ["the same bits with all kernels"] : [])
  }

  func variants(_ rates: MachineRates) throws -> [Variant] {
    try setting.kernels.flatMap { table in
      let fit = try fit(cells, table)
      let cube = Double(cells.roster.count * cells.roster.count * cells.roster.count)
      let operations = (Double(fit.iterations) + 2) * cube / 3
      return [
        Variant("\(table.name): fit", floor: operations / rates.arithmetic(table)) {
          _ = try self.fit(cells, table)
        },
        Variant(
          "\(table.name): sandwich covariance", floor: 3 * cube / rates.arithmetic(table)
        ) {
          _ = fit.covariance(.sandwich)
        },
      ]
    }
  }

  func floorNotes(_ rates: MachineRates) -> [String] {
    [
      "floors: K³/3 operations for each Newton step's Cholesky factor and 2·K³/3 for the inverse;",
      "3·K³ for the covariance's two products, of which the second is symmetric",
    ]
  }

  /// The one place where battles are fitted.
  private func fit(_ cells: Cells, _ kernels: KernelTable) throws -> Fit {
    try fitBradleyTerry(cells, options: FitOptions(), kernels: kernels)
  }

  /// With w wins and l losses between two models the gap is ln(w/l), with variance 1/w + 1/l.
  private func checkClosedForm(_ kernels: KernelTable) throws {
    let fit = try fit(TwoModels.cells(wins: 70, losses: 30), kernels)
    let gap = fit.logStrength[0] - fit.logStrength[1]
    let variance = fit.covariance(.wald).varianceOfDifference(0, 1)
    // The gradient is below 1e-8 battles, and a battle moves the gap by 1/21.
    try expect((gap - LibM.log(70.0 / 30)).magnitude < 1e-9, "the gap of 70:30 is \(gap)")
    try expect(
      (variance - (1.0 / 70 + 1.0 / 30)).magnitude < 1e-9, "its variance is \(variance)")
  }
}

/// Battles between two models, for which all is known in closed form.
enum TwoModels {
  /// The first model wins and loses so many.
  static func cells(wins: Int, losses: Int) -> Cells {
    Cells(
      [
        Cell(a: 0, b: 1, outcome: .aWins, count: wins),
        Cell(a: 0, b: 1, outcome: .bWins, count: losses),
      ], names: ["first", "second"])
  }
}
