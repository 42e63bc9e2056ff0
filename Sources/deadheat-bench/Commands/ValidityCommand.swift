import CommandLineKit
import DeadheatCLI
import KernelDispatch

/// `deadheat-bench validity`: does each procedure keep its promise?
struct ValidityCommand: Command {
  static let name = "validity"
  static let summary = "Hold what each procedure promises against simulations with known truth."
  static let examples = [
    Example("deadheat-bench validity --size quick", "A minute: gross faults show"),
    Example("deadheat-bench validity --seed 7", "The full study with other data"),
  ]

  /// How much is simulated.
  enum Extent: String, ArgumentValue, CaseIterable {
    /// Under a minute.
    case quick
    /// Under an hour.
    case full
  }

  var extent = Extent.full
  var seed = Setting.seed
  var threads: Int?
  var kernels = KernelChoice.auto

  static let parameters: [Parameter<ValidityCommand>] = [
    .option("size", \.extent, "SIZE", help: "How many data sets are simulated."),
    .option("seed", \.seed, "N", help: "The seed of all data sets."),
    .option("threads", \.threads, "N", default: "all cores", help: "The most threads to use."),
    .option("kernels", \.kernels, "WHICH", help: "The inner loops to use."),
  ]

  func validate() throws(UsageError) {
    if let threads, threads < 1 {
      throw .invalidValue("\(threads)", option: "--threads", expected: "1 or more")
    }
  }

  func run(_ console: inout Console) throws -> ExitCode {
    let study = Study(
      dataSets: extent == .quick ? 200 : 4000, resampledSets: extent == .quick ? 60 : 2000,
      resamples: 1000, seed: seed, threads: threads ?? Processors.count, kernels: kernels.table)
    try console.out(
      "validity: seed \(seed), \(Decimals.grouped(study.resampledSets)) data sets where they are "
        + "resampled and \(Decimals.grouped(study.dataSets)) elsewhere\n")
    var short = 0
    for procedure in ValidityProcedures.all {
      let rows = try procedure.rows(study)
      short += rows.count { !$0.isKept }
      try console.out("\n\(procedure.title)\n" + ValidityTable.text(rows))
      try console.flush()
    }
    try console.out(
      "\n± MC is one Monte Carlo standard error; a bar is missed by more than two of them in "
        + "\(short) rows.\n")
    return .success
  }
}
