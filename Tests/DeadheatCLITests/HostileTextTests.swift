import Battles
import CommandLineKit
import EloInference
import EloNumerics
import Ingest
import TestSupport
import Testing

@testable import DeadheatCLI

/// Names, paths and words that nobody would choose and anyone can write: a message stays short, is seen
/// whole, and says what to do.
@Suite struct HostileTextTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// Steers the terminal, hides, runs backwards, and is long.
  private static let hostile =
    "\u{1B}[31m\u{9B}2J\u{7F}\u{7}\u{200B}\u{202E}\u{FEFF}" + String(repeating: "ab", count: 5000)

  /// What a message may be long: some twenty names of sixty columns, and our words.
  private static let longest = 2500

  private func expectTame(
    _ text: String, _ what: Comment, at location: SourceLocation = #_sourceLocation
  ) {
    let hidden = text.unicodeScalars.filter {
      $0 != "\n"
        && ($0.properties.generalCategory == .control || $0.properties.isDefaultIgnorableCodePoint)
    }
    #expect(hidden.isEmpty, what, sourceLocation: location)
    #expect(text.unicodeScalars.count <= Self.longest, what, sourceLocation: location)
  }

  @Test(arguments: [
    [hostile], ["rank", "--" + hostile], ["rank", "f", "--ci", hostile], ["rank", hostile],
    ["rank", "f", "--level=" + hostile], ["rank", "f", "--quiet=" + hostile],
    ["rank", "f", "--columns", hostile], ["rank", "f", "--where", hostile],
    ["rank", "f", "--label", hostile], ["rank", "f", "--label", "x=" + hostile],
    ["rank", "f", "--anchor", hostile], ["simulate", hostile], ["simulate", "--columns", hostile],
    ["simulate", "--models", "3", "-o", "/nowhere/" + hostile], ["help", hostile],
    ["completions", hostile], ["test", "f", "--require", hostile], ["rank", "-" + hostile],
    ["plan", hostile, "a", "b"], ["diff", hostile, "b"], ["agree", hostile, "b"],
    ["count", hostile],
    ["--version", hostile],
  ])
  func wordsAreSeenAndShort(words: [String]) {
    let run = deadheat(words)
    #expect(run.code != .success && run.output.isEmpty)
    expectTame(run.notes, "\(words.first?.prefix(20) ?? "")")
  }

  /// Names in a file: unranked, alike, unknown, excluded, twice on a board.
  @Test func namesAreSeenAndShort() throws {
    let name = Self.hostile
    let quoted = "\"\(name)\""
    let alike = (0..<50).map {
      "\(quoted),\"\(name)\(String(repeating: "\u{200B}", count: $0 + 1))\",a\n"
    }
    let path = try folder.write("battles.csv", league + "")
    let battles = try folder.write(
      "hostile.csv",
      "model_a,model_b,winner,\(quoted)\n" + alike.map { $0.dropLast() + ",1\n" }.joined())
    let board = try folder.write("board.csv", "model,rating,ci\n\(quoted),1,1\n\(quoted),2,1\n")
    for words in [
      ["rank", battles], ["rank", battles, "--prior", "1"], ["rank", board],
      ["rank", path, "--exclude", name],
      ["test", path, name, "alder"], ["rank", path, "--anchor", name + "=3"],
      ["rank", path, "--where", name + "=3"], ["rank", path, "--columns", "a=" + name],
      ["rank", path, "--cluster", name],
      ["rank", battles, "--columns", "a=\(name),b=model_b,winner=winner"],
      ["agree", path, board, "--value", name], ["diff", battles, path, "--overlap", "nested"],
    ] {
      let run = deadheat(words + (words[0] == "agree" ? [] : fast))
      #expect(!run.notes.isEmpty)
      for line in run.notes.split(separator: "\n") {
        expectTame(String(line), "\(words[0]) \(words.dropFirst(2).map { $0.prefix(20) })")
      }
    }
  }

  /// Five thousand models to exclude, and as many files, are told of in one line each.
  @Test func manyAreCounted() throws {
    let path = try folder.write("battles.csv", league)
    let excluded = (0..<5000).flatMap { ["--exclude", "nobody\($0)"] }
    let run = deadheat(["rank", path] + excluded + fast)
    expectFailure(
      run, .badData, "no models are named 'nobody0', 'nobody1', 'nobody2' and 4997 more, which")
    let files = deadheat(["rank"] + Array(repeating: path, count: 300) + fast)
    #expect(files.notes.split(separator: "\n").count { $0.contains("more than once") } == 1)
    let empty = try (0..<20).map { try folder.write("\($0).csv", "model_a,model_b,winner\n") }
    let holds = deadheat(["rank", path] + empty + fast)
    #expect(holds.notes.split(separator: "\n").count { $0.contains("no rows below it") } == 1)
    #expect(holds.notes.contains(" and 17 more have a header and no rows below it."))
  }

  /// Every error that the libraries throw: its message names a next step behind a semicolon or in
  /// brackets.
  @Test func everyErrorHasARemedy() throws {
    let name = Self.hostile
    let roster = Roster((0..<300).map { "\(name)\($0)" })
    let other = Roster((0..<300).map { "\(name)\($0)x" })
    let fits: [FitError] = [
      .tooFewModels(0), .tooFewModels(1), .allTies(battles: 3), .tooManyModels(5000, limit: 4000),
      .tooManyBattlesToResample(9, limit: 8), .notConverged(gradientNorm: 1, iterations: 2),
    ]
    let ofFits: [EstimateError] = fits.map { .fit($0, roster) }
    let ofEstimates: [EstimateError] = [
      .tooManyOnBoard(5000, limit: 4000), .nothingLeft([SetAside(.tie, count: 3)], []),
      .nothingLeft([SetAside(.tie, count: 3)], [.prior(1)]),
      .unknownModel(name, known: roster), .provisionalAnchor(name, battles: 2), .sameModel(name),
      .tooFewEstablished(0, provisional: 0, []), .tooFewEstablished(1, provisional: 2, []),
      .tooFewEstablished(0, provisional: 0, [.excluding([name])]),
      .tooFewReplicates(1, needed: 2), .tooFewReplicatesTogether(1, needed: 2), .oneCluster(name),
      .tooFewClusters(3, models: 4), .clusteredPlan,
      .tooFewReplicatesCorrected(name, 3, needed: nil),
      .tooFewReplicatesCorrected(name, 3, needed: 9), .noAcceleratedInterval(name),
      .tooFewCommon(NameMatching(board: roster, other: other), ranked: 300),
    ]
    let estimates = ofFits + ofEstimates
    let snapshots: [SnapshotError] = [
      .tooFewCommon(0), .tooFewCommon(1), .differentKinds, .clustered,
      .notContained(a: name, b: name, outcome: .tie, old: 3, new: 2),
    ]
    let place = Place(file: name, line: 3)
    let ingest: [IngestError] = [
      .noSuchFile(file: name), .readFailed(file: name, reason: "r"),
      .raggedRow(place, found: 2, expected: 3),
      .dataset(files: roster.names, what: "w", remedy: "r"),
    ]
    let output: [OutputError] = (1...40).map { OutputError(.write, name, errno: $0) }
    let errors: [any Error] = estimates + snapshots + ingest + output
    for error in errors {
      let text = (error as? OutputError)?.description ?? message(for: error).message
      expectTame(text, "\(text.prefix(60))")
      #expect(text.contains("; ") || text.contains(" ("), "\(text.prefix(200))")
    }
  }
}
