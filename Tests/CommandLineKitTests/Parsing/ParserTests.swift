import Testing

@testable import CommandLineKit

@Suite struct ParserTests {
  @Test(arguments: [
    ["f", "--distance", "42"], ["f", "--distance=42"], ["f", "-n", "42"], ["f", "-n42"],
    ["f", "-n=42"], ["-n42", "f"], ["-q", "f", "-n42"], ["f", "-qn42"],
    ["f", "-qn", "42"],
  ])
  func spellingsOfOneValue(words: [String]) throws {
    let race = try #require(try Race.parse(words))
    #expect(race.distance == 42)
    #expect(race.file == "f")
  }

  @Test func bundledSwitchesAreAllSet() throws {
    let race = try race("f", "-qx", "-oout")
    #expect(race.isQuiet)
    #expect(race.effort == .thorough)
    #expect(race.output == "out")
  }

  @Test func nothingGivenLeavesTheDefaults() throws {
    let race = try race("f")
    #expect(race.output == nil)
    #expect(race.weights == nil)
    #expect(race.shared.threads == nil)
    #expect(race.surface == .grass)
    #expect(!race.isQuiet)
    #expect(race.runners.isEmpty)
  }

  @Test func repeatableOptionsAppend() throws {
    let race = try race("f", "--where", "a", "--seed", "1", "--where=b", "-qq", "--quiet")
    #expect(race.shared.filters == ["a", "b"])
    #expect(race.seed == 1 && race.isQuiet)
  }

  /// The last one would win over the others, and nobody would notice.
  @Test(arguments: [
    ["f", "--seed", "1", "--seed", "2"], ["--seed=1", "f", "--seed=1"],
    ["f", "--where", "a", "--seed", "1", "--where", "b", "--seed", "2", "--seed", "3"],
  ])
  func oneValueIsGivenOnce(words: [String]) {
    #expect(throws: UsageError.repeatedOption("--seed")) { try Race.parse(words) }
  }

  @Test func aLetterAndItsNameAreOneOption() {
    #expect(throws: UsageError.repeatedOption("--output")) {
      try Race.parse(["f", "-qoa", "--output", "b"])
    }
  }

  @Test func argumentsAreDealtInOrderAroundOptions() throws {
    let race = try race("field.csv", "anna", "-q", "bert", "--seed", "3", "carl")
    #expect(race.file == "field.csv")
    #expect(race.runners == ["anna", "bert", "carl"])
  }

  @Test func doubleDashEndsTheOptions() throws {
    let race = try race("f", "-q", "--", "-x", "--help", "--")
    #expect(race.runners == ["-x", "--help", "--"])
    #expect(race.effort == .normal)
  }

  @Test func aDashAloneIsAnArgumentAndAValue() throws {
    let race = try race("-", "--where", "-", "-o-")
    #expect(race.file == "-")
    #expect(race.shared.filters == ["-"])
    #expect(race.output == "-")
  }

  @Test func numbersBelowZeroAreValues() throws {
    let race = try race("f", "--where", "-5", "-.5", "--where=-x", "--where", "-1e3")
    #expect(race.shared.filters == ["-5", "-x", "-1e3"])
    #expect(race.runners == ["-.5"])
  }

  @Test func anAttachedValueMayBeEmptyOrHoldEquals() throws {
    #expect(try race("f", "--where=").shared.filters == [""])
    #expect(try race("f", "--where=a=b").shared.filters == ["a=b"])
  }

  @Test func otherWordsThanTheChoicesAreTakenWhereTheTypeTakesThem() throws {
    #expect(try race("f", "--weights", "importance").weights?.text == "importance")
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["f", "-qh"], ["--bogus", "--help"], ["--where", "-h"],
  ])
  func helpIsHeard(words: [String]) throws {
    #expect(try Race.parse(words) == nil)
  }

  /// A percentage is the number nearest to it, as the same share in digits is.
  @Test(arguments: [
    ("0.95", 0.95), ("95%", 0.95), ("0.9", 0.9), ("90.0%", 0.9), ("98.765%", 0.98765),
    ("11%", 0.11),
  ])
  func sharesMayBePercentages(text: String, value: Double) throws {
    #expect(try race("f", "--pace", text).pace == value)
  }

  @Test(arguments: [
    ("1e4", 10_000), ("2.5e3", 2500), ("1E2", 100), ("+7", 7), ("100000e-2", 1000), ("12", 12),
  ])
  func countsMayHaveExponents(text: String, value: Int) throws {
    #expect(try race("f", "--laps", text).laps == value)
  }

  @Test(arguments: ["1e400", "1e17", "0x1p3", "e", "1e", "12.0", "1e-1", "nan", "9e99"])
  func otherNumbersAreNoCounts(text: String) { #expect(Int(argument: text) == nil) }

  @Test func aTypedValueKeepsItsWord() throws {
    let watch = try #require(try Watch.parse(["f", "--steps", "1e2"]))
    #expect(watch.steps?.value == 100 && watch.steps?.text == "1e2")
    #expect(Typed(100).text == "100")
  }

  /// --field takes the place of FILE.
  @Test func anArgumentMayBeGivenAsAnOption() throws {
    #expect(try race("--field", "g").fields == ["g"])
    #expect(throws: UsageError.missingArgument("FILE")) { try Race.parse(["-q"]) }
  }

  @Test func hiddenParametersWork() throws { #expect(try race("f", "--secret").isSecret) }

  @Test func liftedParametersSetTheInnerProperty() throws {
    let compare = try #require(try Compare.parse(["a", "clay", "-t", "4", "--where", "x"]))
    #expect(compare.shared.threads == 4)
    #expect(compare.shared.filters == ["x"])
    #expect(compare.new == .clay)
  }

  @Test func sectionsMoveEveryParameter() {
    let sections = Shared.parameters.lifted(through: \Race.shared).map(\.outline.section)
    #expect(sections == ["Input", "Input"])
  }
}

extension Race: Equatable {
  /// Enough to compare with `nil`.
  static func == (first: Race, second: Race) -> Bool { first.file == second.file }
}
