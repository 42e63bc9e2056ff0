import Battles
import CommandLineKit
import DeadheatCLI
import Ingest
import KernelDispatch

/// `deadheat-bench validity`: does each procedure keep its promise?
struct ValidityCommand: Command {
  static let name = "validity"
  static let summary = "Hold what each procedure promises against simulations with known truth."
  static let examples = [
    Example("deadheat-bench validity --size quick", "A minute: gross faults show"),
    Example("deadheat-bench validity --procedure plans", "One procedure in full"),
    Example(
      "deadheat-bench validity --board board.csv --where category=overall",
      "A published board's scores as a further truth"),
  ]

  /// How much is simulated.
  enum Extent: String, ArgumentValue, CaseIterable {
    /// A minute or so.
    case quick
    /// Under an hour on two processors.
    case full
  }

  var procedures: [ProcedureName] = []
  var extent = Extent.full
  var board: String?
  var filters: [String] = []
  var seed = Setting.seed
  var threads: Int?
  var kernels = KernelChoice.auto
  var given = GivenParameters()

  static let parameters: [Parameter<ValidityCommand>] = [
    .options(
      "procedure", \.procedures, "NAME", default: "all",
      help: "Study this procedure, and others that are named likewise."),
    .option("size", \.extent, "SIZE", help: "How many data sets are simulated."),
    .option(
      "board", \.board, "FILE", default: "none",
      help: "Take the scores of this published board as the truth of further rows."),
    .options(
      "where", \.filters, "'COLUMN OP VALUE'", default: "all rows",
      help: "Rows of the board that are meant."),
    .option("seed", \.seed, "N", help: "The seed of all data sets."),
    .option("threads", \.threads, "N", default: "all cores", help: "The most threads to use."),
    .option("kernels", \.kernels, "WHICH", help: "The inner loops to use."),
  ]

  func validate() throws(UsageError) {
    if let threads, !(1...1024).contains(threads) {
      throw .invalidValue("\(threads)", option: "--threads", expected: "from 1 to 1024")
    }
  }

  func run(_ console: inout Console) throws -> ExitCode {
    let study = Study(
      dataSets: extent == .quick ? 200 : 4000, resampledSets: extent == .quick ? 60 : 2000,
      boardSets: extent == .quick ? 20 : 400, resamples: 1000, seed: seed,
      threads: threads ?? Processors.count, kernels: kernels.table,
      board: try publishedScores())
    try console.out(
      "validity: seed \(seed), \(Decimals.grouped(study.resampledSets)) data sets where they are "
        + "resampled and \(Decimals.grouped(study.dataSets)) elsewhere\n")
    if study.board == nil {
      try console.out("Rows on a published board are left out: none is named with --board.\n")
    }
    var rows: [ValidityRow] = []
    for name in procedures.isEmpty ? ProcedureName.allCases : procedures {
      let procedure = name.procedure
      let found = try procedure.rows(study)
      rows += found
      try console.out(
        "\n\(name.rawValue): \(procedure.title)\n" + ValidityTable.text(found))
      try console.flush()
    }
    let faults = rows.count(where: \.isFault)
    try console.out(
      "\n± MC is one Monte Carlo standard error. Of \(rows.count) rows "
        + "\(rows.count(where: \.isMissed)) fall short by more than two of them, and "
        + "\(faults == 0 ? "none" : "\(faults)") by more than four.\n")
    return faults == 0 ? .success : .negative
  }

  /// The board that is named.
  ///
  /// - Throws: `BenchError.input`.
  private func publishedScores() throws -> PublishedScores? {
    guard let board else { return nil }
    do throws(IngestError) {
      var options = ReadOptions()
      for filter in filters { options.filters.append(try RowFilter(parsing: filter)) }
      if case .board(let scores) = try readDataset([board], options: options).dataset {
        return scores
      }
    } catch {
      throw BenchError.input("\(error)")
    }
    throw BenchError.input("\(board) holds battles; name a published board, with its scores")
  }
}
