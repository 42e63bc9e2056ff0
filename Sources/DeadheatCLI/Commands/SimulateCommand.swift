import Battles
package import CommandLineKit
import EloNumerics
import Ingest
import Reporting
import SafeText
import Simulation

/// `deadheat simulate`: battles from known ratings.
package struct SimulateCommand: Command {
  package static let name = "simulate"
  package static let summary = "Draw battles from known ratings, to study what methods find."
  package static let examples = [
    Example("deadheat simulate --models 10 --battles 5000", "Ten models, five thousand battles"),
    Example(
      "deadheat simulate --ratings truth.csv --battles 1000000 --tie-rate 0",
      "A million battles without ties from ratings in a file"),
  ]

  var models: Int?
  var battles = 50_000
  var ratings: FilePath?
  var spread: Double?
  var tieRate = 0.3
  var skew = 0.9
  var columns = ColumnList()
  var seed: UInt64 = 0
  var truth: FilePath?
  var output = OutputOptions()
  package var given = GivenParameters()

  package static let parameters: [Parameter<SimulateCommand>] =
    [
      .option(
        "models", \.models, "K", default: "30", section: "Battles",
        values: .from(2...CountBounds.models), help: "How many models."
      ).brief("How many models [default: 30]"),
      .option(
        "battles", \.battles, "N", section: "Battles", values: .from(1...CountBounds.battles),
        help: "How many battles."
      ).brief("How many battles [default: 50000]"),
      .option(
        "ratings", \.ratings, "FILE", section: "Battles", completion: .file,
        help: "Take the true ratings from FILE (columns model and rating)."
      ).brief("Take the true ratings from FILE"),
      .option(
        "spread", \.spread, "POINTS", default: "120", section: "Battles",
        values: ValueRule("from 0 to 2000") { (0...2000).contains($0) },
        help: "The standard deviation of the true ratings, drawn about 1000."),
      .option(
        "tie-rate", \.tieRate, "RATE", section: "Battles",
        values: .share("from 0 to below 1") { $0 >= 0 && $0 < 1 },
        help: "The share of ties between equally strong models; two in five are \"both bad\"."
      ).brief("Ties between equal models [default: 0.3]"),
      .option(
        "skew", \.skew, "S", section: "Battles",
        values: ValueRule("from 0 to 10") { (0...10).contains($0) },
        help: "How unevenly models are met: the r-th is as popular as 1/r^S."),
      .option(
        "columns", \.columns, "LIST", section: "Battles",
        help: "More columns, separated by commas; none of them bears on the outcome."
      ).brief("judge, language, timestamp, style"),
      .option(
        "seed", \.seed, "N", section: "Battles", help: "The seed of all that is drawn."
      ).brief("The seed of all that is drawn [default: 0]"),
      .option(
        "truth", \.truth, "FILE", section: "Output", completion: .file,
        help: "Write the true ratings to FILE, which --ratings reads back."),
    ] + OutputOptions.ofRecords.lifted(through: \.output)

  package init() {}

  package func validate() throws(UsageError) {
    _ = try output.chosenRecordFormat(of: Self.name)
    if let truth { _ = try OutputOptions.recordFormat(of: truth, "--truth", Self.name) }
    let isOneStream = (truth == "-" || truth == "/dev/stdout") && output.output == nil
    if let truth, truth == output.output || isOneStream {
      throw .conflict("--truth and the battles would be written to one place; name two")
    }
    if ratings != nil, models != nil || spread != nil {
      throw .conflict("--ratings gives the models and their ratings; leave out --models, --spread")
    }
  }

  package func run(_ console: inout Console) throws -> ExitCode {
    let inputs = ratings.map { [$0] } ?? []
    try output.checkPath(apartFrom: inputs)
    if let truth { try OutputOptions.check(truth, "--truth", apartFrom: inputs) }
    if let truth, let file = output.output, truth == file || InputFile.isReplaced(truth, by: file) {
      throw UsageError.conflict(
        "--truth and --output name one file, \(file), which can hold only one of them; name two")
    }
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    let (names, strengths) = try trueStrengths()
    if let truth {
      let ratings = strengths.map { EloScale.standard.rating(ofLogStrength: $0) }
      let form = try OutputOptions.recordFormat(of: truth, "--truth", Self.name)
      try OutputFile.write(
        SimulationReport.truth(names: names, ratings: ratings, separator: form.separator), to: truth
      )
    }
    let simulation = BattleSimulation(
      logStrength: strengths,
      options: SimulationOptions(battles: battles, tieRate: tieRate, skew: skew, seed: seed))
    let report = SimulationReport(
      simulation: simulation, names: names, columns: columns.columns,
      separator: try output.chosenRecordFormat(of: Self.name).separator)
    if let path = output.output {
      var file = try OutputFile(path)
      try file.write(report.header)
      for rows in pieces { try file.write(report.rows(rows)) }
      try file.commit()
    } else {
      try console.out(report.header)
      for rows in pieces { try console.out(report.rows(rows)) }
    }
    stopwatch.finished("simulate", console)
    return .success
  }

  /// The battles in pieces small enough to hold as text.
  private var pieces: some Sequence<Range<Int>> {
    stride(from: 0, to: battles, by: 4096).lazy.map { $0..<min(battles, $0 + 4096) }
  }

  private func trueStrengths() throws -> (names: [String], strengths: [Double]) {
    let scale = EloScale.standard
    if let ratings {
      let values = try readValues(ratings.input).column
      guard values.roster.count >= 2 else {
        throw UsageError.conflict(
          "\(Mention.path(ratings.description)) rates one model, and a battle takes two; add a row for another model"
        )
      }
      return (values.roster.names, values.values.map { scale.logStrength(ofRating: $0) })
    }
    let deviation = (spread ?? 120) / scale.pointsPerLogOdds
    // In the order that a file of ratings is read back in, so that it gives the same battles.
    let names = Roster(SimulatedNames.names(models ?? 30)).names
    return (
      names,
      BattleSimulation.normalStrengths(count: names.count, deviation: deviation, seed: seed)
    )
  }
}

/// The extra columns of a simulation, as one word.
struct ColumnList: ArgumentValue, Equatable {
  var columns: [SimulatedColumn] = []

  static let expectation =
    "a list of " + SimulatedColumn.allCases.map(\.rawValue).joined(separator: ", ")

  init() {}

  init?(argument text: String) {
    for word in text.split(separator: ",") {
      guard let column = SimulatedColumn(rawValue: String(word)) else { return nil }
      if !columns.contains(column) { columns.append(column) }
    }
  }

  var argumentText: String { columns.map(\.rawValue).joined(separator: ",") }
}
