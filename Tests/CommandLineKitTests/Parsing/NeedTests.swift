import Testing

@testable import CommandLineKit

extension Need {
  fileprivate static let track = Need(rawValue: "a track")
  fileprivate static let clock = Need(rawValue: "a clock")
}

/// What parameters declare that they need, and what a command line gave of it.
@Suite struct NeedTests {
  private struct Settings: Sendable {
    var fields: [String] = []
    var laps: Int?
    var surface = Surface.grass
    var isTimed = false
    var seed = 0

    static let parameters: [Parameter<Settings>] = [
      .arguments("FIELD", \.fields, isRequired: false, help: "Fields.").needs(.track),
      .option("laps", short: "l", \.laps, "N", help: "Laps.").needs(.track, .clock),
      .option("surface", \.surface, "KIND", help: "The ground.")
        .needs(.track) { $0.surface != .grass }
        .needs(.clock, as: "--surface hard") { $0.surface == .hard },
      .flag("timed", short: "t", \.isTimed, help: "Time it.").needs(.clock),
      .option("seed", \.seed, "N", help: "The seed."),
    ]
  }

  private struct Outer: Sendable {
    var settings = Settings()
  }

  private func given(_ words: String...) throws -> GivenParameters {
    let parser = Parser(parameters: Settings.parameters.lifted(through: \Outer.settings))
    return try #require(try parser.parse(words, into: Outer())).given
  }

  @Test func nothingGivenNeedsNothing() throws {
    #expect(try given().needing(.track, .clock).isEmpty)
    #expect(try given("--seed", "3").needing(.track, .clock).isEmpty)
    #expect(GivenParameters().needing(.track).isEmpty)
  }

  /// In the order of help, whatever the order on the line and however an option is spelled.
  @Test func whatIsGivenIsListedInTheOrderOfHelp() throws {
    let all = try given("-t", "--surface=clay", "-l3", "alder", "birch")
    #expect(all.needing(.track) == ["FIELD", "--laps", "--surface"])
    #expect(all.needing(.clock) == ["--laps", "--timed"])
    #expect(all.needing(.clock, .track) == ["FIELD", "--laps", "--surface", "--timed"])
  }

  /// A need may be of some values only, and the value may stand in the message.
  @Test func needsOfValues() throws {
    #expect(try given("--surface", "grass").needing(.track, .clock).isEmpty)
    let hard = try given("--surface", "hard")
    #expect(hard.needing(.track) == ["--surface"])
    #expect(hard.needing(.clock) == ["--surface hard"])
    #expect(hard.needing(.clock, .track) == ["--surface"], "once, by the need declared first")
  }

  @Test func aDefaultThatIsGivenIsGiven() throws {
    #expect(try given("--laps", "1").needing(.clock) == ["--laps"])
    #expect(try given("--", "--laps").needing(.track) == ["FIELD"])
  }

  /// `parse` sets what a command was given before it is validated.
  @Test func commandsKnowWhatWasGiven() throws {
    struct Measure: Command {
      static let name = "measure"
      static let summary = "Measure a field."
      static let parameters: [Parameter<Self>] = [
        .option("laps", \.laps, "N", help: "Laps.").needs(.clock)
      ]
      var laps: Int?
      var given = GivenParameters()
      func validate() throws(UsageError) {
        if let option = given.needing(.clock).first { throw .conflict("\(option) needs a clock") }
      }
      func run(_ console: inout Console) throws -> ExitCode { .success }
    }
    #expect(throws: UsageError.conflict("--laps needs a clock")) {
      try Measure.parse(["--laps", "2"])
    }
    #expect(try Measure.parse([])?.given == GivenParameters([]))
  }
}
