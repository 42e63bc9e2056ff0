import CommandLineKit

/// `deadheat-bench speed`: checks results, and then says what they cost.
struct SpeedCommand: Command {
  static let name = "speed"
  static let summary = "Check the results of each suite, then measure what they cost."
  static let examples = [
    Example("deadheat-bench --size small", "All suites in a few seconds"),
    Example("deadheat-bench --suite bootstrap --kernels baseline", "One suite, one table"),
  ]

  var suites: [SuiteName] = []
  var size = Size.medium
  var threads: Int?
  var repetitions = 5
  var kernels = KernelSelection.all
  var given = GivenParameters()

  static let parameters: [Parameter<SpeedCommand>] = [
    .options(
      "suite", \.suites, "SUITE", default: "all",
      help: "Run this suite, and others that are named likewise."),
    .option("size", \.size, "SIZE", help: "How much work is measured; large reads 10M battles."),
    .option("threads", \.threads, "N", default: "all cores", help: "The most threads to use."),
    .option(
      "repetitions", \.repetitions, "N",
      help: "How often each row is measured; rows take turns, and medians are shown."),
    .option(
      "kernels", \.kernels, "WHICH",
      help: "The inner loops of all kinds that the processor offers, or those that every "
        + "processor offers."),
  ]

  func validate() throws(UsageError) {
    if let threads, !(1...1024).contains(threads) {
      throw .invalidValue("\(threads)", option: "--threads", expected: "from 1 to 1024")
    }
    if !(1...1000).contains(repetitions) {
      throw .invalidValue("\(repetitions)", option: "--repetitions", expected: "from 1 to 1000")
    }
  }

  func run(_ console: inout Console) throws -> ExitCode {
    let rates = try MachineRates(kernels.tables, repetitions: max(3, repetitions))
    let threads = threads ?? Processors.count
    try console.out(
      "machine: \(Processors.name ?? "unknown processor"), \(Processors.count) processors\n")
    for line in rates.lines { try console.out("  \(line)\n") }
    for name in suites.isEmpty ? SuiteName.allCases : suites {
      let setting = Setting(
        workload: size.workload, kernels: kernels.tables, threads: threads,
        folder: try TemporaryFolder())
      let suite = try name.suite(setting)
      try console.out("\n\(name.rawValue): \(suite.title)\n")
      for line in try suite.check() { try console.out("  checked: \(line)\n") }
      try console.flush()
      let variants = try suite.variants(rates)
      let costs = try Variant.medians(variants, repetitions: repetitions)
      try console.out(CostTable.text(variants, costs))
      for line in suite.floorNotes(rates) { try console.out("  \(line)\n") }
      if let suite = suite as? IngestSuite {
        for line in try suite.memoryNotes() { try console.out("  \(line)\n") }
      }
      try console.flush()
    }
    return .success
  }
}
