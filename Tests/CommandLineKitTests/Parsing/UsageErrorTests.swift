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
      ["f", "-n0"], .invalidValue("0", option: "-n", expected: "more than 0"),
      "-n is \"0\"; expected more than 0"
    ),
    (
      ["f", "--pace", "95"],
      .invalidValue(
        "95", option: "--pace", expected: "from 0.1 to 0.99, such as 0.9", similar: ["0.95", "95%"]),
      "--pace is \"95\"; expected from 0.1 to 0.99, such as 0.9; did you mean '0.95' or '95%'?"
    ),
    (
      ["f", "--pace", "1"],
      .invalidValue("1", option: "--pace", expected: "from 0.1 to 0.99, such as 0.9"),
      "--pace is \"1\"; expected from 0.1 to 0.99, such as 0.9"
    ),
    (
      ["f", "--pace", "200%"],
      .invalidValue("200%", option: "--pace", expected: "from 0.1 to 0.99, such as 0.9"),
      "--pace is \"200%\"; expected from 0.1 to 0.99, such as 0.9"
    ),
    (
      ["f", "--laps", "1e6"], .invalidValue("1e6", option: "--laps", expected: "from 1 to 100000"),
      "--laps is \"1e6\"; expected from 1 to 100000"
    ),
    (
      ["f", "--laps", "1.5e0"],
      .invalidValue("1.5e0", option: "--laps", expected: "a whole number"),
      "--laps is \"1.5e0\"; expected a whole number"
    ),
    (
      ["f", "--quiet=yes"], .unexpectedValue("yes", option: "--quiet"),
      "--quiet is a switch and takes no value, but was given \"yes\""
    ),
    (
      ["f", "--seed=1", "--seed=2"], .repeatedOption("--seed"),
      "--seed was given twice, and only one value can count; leave one out"
    ),
    (
      ["f", "--surface", "gr\u{200B}ass\u{1B}[31m\u{9B}\u{7F}\n"],
      .invalidValue(
        "gr\u{200B}ass\u{1B}[31m\u{9B}\u{7F}\n", option: "--surface",
        expected: "grass, clay or hard"),
      #"--surface is "gr\u{200B}ass\u{1B}[31m\u{9B}\u{7F}\n"; expected grass, clay or hard"#
    ),
    (
      ["f", "--\u{1B}]0;x\u{7}"], .unknownOption("--\u{1B}]0;x\u{7}", similar: []),
      #"unknown option '--\u{1B}]0;x\u{7}'"#
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

  /// Only what takes a path can be read from standard input.
  @Test func aMissingFileMayBeStandardInput() {
    let error = #expect(throws: UsageError.self) { try Watch.parse([]) }
    #expect(error == .missingArgument("FIELD", isFile: true))
    #expect(error?.description == "FIELD is missing; name a file, or - for standard input")
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

  /// Whatever is typed, a message stays one line that can be read.
  @Test func longWordsAreShortened() {
    let long = String(repeating: "x", count: 10_000)
    let marks = "x" + String(repeating: "\u{301}", count: 10_000)
    let errors: [UsageError] = [
      .unknownCommand(long, similar: [long]), .unknownOption("--" + long, similar: []),
      .missingValue(option: "--seed", valueName: "N", found: "-" + long),
      .invalidValue(long, option: "--seed", expected: "a number", similar: [long]),
      .unexpectedValue(marks, option: "--quiet"), .unexpectedArgument(marks),
    ]
    for error in errors {
      // Two mentions of 60 columns, and our own words.
      #expect(error.description.unicodeScalars.count < 300, "\(error)")
      #expect(error.description.contains("…"))
    }
  }

  @Test func severalGuessesAreListed() {
    let error = UsageError.unknownCommand("x", similar: ["a", "b", "c"])
    #expect(error.description == "unknown command 'x'; did you mean 'a', 'b' or 'c'?")
  }
}
