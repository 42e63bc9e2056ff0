import Testing

@testable import CommandLineKit

@Suite struct UsageErrorTests {
  /// The error that parsing `words` ends with, and how it reads.
  static let mistakes: [(words: [String], error: UsageError, text: String)] = [
    (
      ["f", "--surfcae", "clay"], .unknownOption("--surfcae", similar: ["--surface"]),
      "unknown option '--surfcae'; did you mean '--surface'?"
    ),
    (
      ["f", "--dist=5"], .unknownOption("--dist", similar: ["--distance"]),
      "unknown option '--dist'; did you mean '--distance'?"
    ),
    (["f", "--zzzzzz"], .unknownOption("--zzzzzz", similar: []), "unknown option '--zzzzzz'"),
    (["f", "--secrt"], .unknownOption("--secrt", similar: []), "unknown option '--secrt'"),
    (["f", "-qz"], .unknownOption("-z", similar: []), "unknown option '-z'"),
    (
      ["f", "-weights", "x"], .unknownOption("-weights", similar: ["--weights"]),
      "unknown option '-weights'; did you mean '--weights'?"
    ),
    (
      ["f", "--seed"], .missingValue(option: "--seed", valueName: "INTEGER", found: nil),
      "--seed needs a value: --seed INTEGER"
    ),
    (
      ["f", "--where", "-x"],
      .missingValue(option: "--where", valueName: "CONDITION", found: "-x"),
      "--where needs a value: --where CONDITION "
        + "(if '-x' is the value, attach it: --where=-x)"
    ),
    (
      ["f", "-o", "--", "x"], .missingValue(option: "-o", valueName: "FILE", found: "--"),
      "-o needs a value: -o FILE (if '--' is the value, attach it: -o--)"
    ),
    (
      ["f", "--surface", "gras"],
      .invalidValue(
        "gras", option: "--surface", expected: "grass, clay or hard", similar: ["grass"]),
      "--surface is \"gras\"; expected grass, clay or hard; did you mean 'grass'?"
    ),
    (
      ["f", "--seed=-1"],
      .invalidValue("-1", option: "--seed", expected: "a whole number from 0 up"),
      "--seed is \"-1\"; expected a whole number from 0 up"
    ),
    (
      ["f", "-t", "1.5"], .invalidValue("1.5", option: "-t", expected: "a whole number"),
      "-t is \"1.5\"; expected a whole number"
    ),
    (
      ["f", "-n", "inf"], .invalidValue("inf", option: "-n", expected: "a number"),
      "-n is \"inf\"; expected a number"
    ),
    (
      ["f", "-n0"], .invalidValue("0.0", option: "--distance", expected: "more than 0"),
      "--distance is \"0.0\"; expected more than 0"
    ),
    (
      ["f", "--quiet=yes"], .unexpectedValue("yes", option: "--quiet"),
      "--quiet is a switch and takes no value, but was given \"yes\""
    ),
    ([], .missingArgument("FILE"), "FILE is missing"),
    (
      ["f", "-qx"], .conflict("--quiet and --thorough need --output"),
      "--quiet and --thorough need --output"
    ),
  ]

  @Test(arguments: mistakes.indices)
  func mistakeIsNamed(index: Int) throws {
    let (words, expected, text) = Self.mistakes[index]
    let error = #expect(throws: UsageError.self) { try Race.parse(words) }
    #expect(error == expected)
    #expect(error?.description == text)
  }

  @Test func aWordTooManyIsNamed() {
    #expect(throws: UsageError.unexpectedArgument("more")) {
      try Compare.parse(["a", "clay", "more"])
    }
  }

  @Test func anArgumentIsCheckedLikeAnOption() {
    let expected = UsageError.invalidValue(
      "caly", option: "NEW", expected: "grass, clay or hard", similar: ["clay"])
    #expect(throws: expected) { try Compare.parse(["a", "caly"]) }
  }

  @Test func severalGuessesAreListed() {
    let error = UsageError.unknownCommand("x", similar: ["a", "b", "c"])
    #expect(error.description == "unknown command 'x'; did you mean 'a', 'b' or 'c'?")
  }
}
