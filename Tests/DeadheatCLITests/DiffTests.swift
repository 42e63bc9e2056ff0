import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

@Suite struct DiffTests {
  private let folder: TestFolder
  private let old: String
  private let new: String
  private let boards = RepositoryFile.path("Data/two-weeks/boards.csv")
  private let weeks = RepositoryFile.path("Data/two-weeks/battles.csv")
  private let days = ["--old", "date<=2026-04-23", "--new", "date<=2026-04-30"]

  init() throws {
    folder = try TestFolder()
    old = try folder.write("old.csv", league)
    new = try folder.write("new.csv", league + "birch,alder,model_a,40,text\n")
  }

  private func json(_ words: [String]) throws -> StrictJSON {
    let run = deadheat(["diff"] + words + ["--format", "json", "--adjust", "holm"])
    #expect(run.code == .success, "\(run.notes)")
    return try StrictJSON(run.output)
  }

  private func models(_ rows: [StrictJSON]) -> [String] { rows.compactMap { $0["model"]?.text } }

  @Test func twoFiles() throws {
    let json = try json([old, new])
    #expect(json["schema"]?.text == "deadheat/diff/2" && json["overlap"]?.text == "independent")
    #expect(json["overlap_reason"]?.text == "possible")
    #expect(try self.json([old, new, "--overlap", "nested"])["overlap"]?.text == "nested")
    #expect(try self.json([new, old])["overlap_reason"]?.text == "swapped")
    #expect(try self.json([old, old])["overlap_reason"]?.text == "same")
    #expect(json["old"]?["battles"] == .number("306") && json["new"]?["battles"] == .number("346"))
    #expect(json["old"]?["files"] == .array([.string(old)]))
    #expect(json["moves"]?.elements.count == 3)
    let table = deadheat(["diff", old, new] + fast)
    #expect(table.output.contains("models in both snapshots"))
    // elm is not ranked in either; the warning differs, as its text has the same words twice.
    #expect(table.notes.contains("deadheat: warning: "))
    #expect(deadheat(["diff", old, new, "--quiet"] + fast).notes.isEmpty)
  }

  /// plane is the one model that changed, and fir the one that is new; see Data/README.md.
  @Test func theTruthOfTheTwoWeeksIsFound() throws {
    for choice in [[weeks] + days, [weeks] + days + ["--overlap", "independent"]] {
      let json = try json(choice)
      let moves = json["moves"]?.elements ?? []
      let real = moves.filter { $0["significant"] == .bool(true) }
      #expect(models(real) == ["plane"])
      #expect(models(json["entered"]?.elements ?? []) == ["fir"])
      #expect(json["left"] == .array([]) && json["frozen"] == .bool(true))
    }
    let board = try json([boards, "--old", "date=2026-04-23", "--new", "date=2026-04-30"])
    #expect(models(board["left"]?.elements ?? []) == ["cherry"])
    #expect(board["overlap"]?.text == "independent" && board["old"]?["kind"]?.text == "board")
  }

  /// Two files and one file with filters are the same question.
  @Test func filtersAndFilesAgree() throws {
    let lines = folder.run("grep -v ^2026-04-30 '\(weeks)' > first.csv; cat '\(weeks)' > both.csv")
    #expect(lines.isEmpty)
    let filtered = try json([weeks] + days)
    let files = try json([folder["first.csv"], folder["both.csv"], "--overlap", "nested"])
    #expect(filtered["overlap_reason"]?.text == "same_rows")
    #expect(filtered["moves"] == files["moves"] && filtered["shift"] == files["shift"])
    let where_ = try json(
      [folder["both.csv"], "--where", "date<=2026-04-30"] + days)
    #expect(where_["moves"] == files["moves"])
  }

  /// Rows of one file tell whether they are the same ones.
  @Test func rowsTellTheOverlap() throws {
    func reason(_ old: String, _ new: String) throws -> String? {
      try json([weeks, "--old", old, "--new", new])["overlap_reason"]?.text
    }
    #expect(try reason("date<=2026-04-23", "date<=2026-04-30") == "same_rows")
    #expect(try reason("date<=2026-04-23", "date>2026-04-23") == "no_rows")
    #expect(try reason("date<=2026-04-30", "date<=2026-04-23") == "swapped")
    #expect(try reason("date<=2026-04-30", "date<=2026-05-01") == "same")
    #expect(try reason("model_a!=hazel", "model_a!=maple") == "some_rows")
    let board = try json([boards, "--old", "date=2026-04-23", "--new", "date=2026-04-30"])
    #expect(board["overlap_reason"]?.text == "unknown")
  }

  @Test(arguments: [["1", "auto"], ["2", "auto"], ["2", "baseline"]])
  func threadsAndKernelsDoNotMatter(choice: [String]) {
    let words = ["diff", weeks] + days + ["--format", "json"]
    let run = deadheat(words + ["--threads", choice[0], "--kernels", choice[1]])
    #expect(run.code == .success)
    #expect(run == deadheat(words + ["--threads", "1", "--kernels", "baseline"]))
  }

  /// Where nothing can have moved, nothing is told of tests and of what was taken out.
  @Test func theSameSnapshotTwice() {
    let output = deadheat(["diff", old, old] + fast).output
    #expect(output.contains("The two snapshots are the same"))
    for words in ["Verdicts hold", "is taken out", "0 models", "as data grow", "repeated looks"] {
      #expect(!output.contains(words), "\(output)")
    }
    // With something new the same lines are there.
    let other = deadheat(["diff", old, new] + fast).output
    #expect(other.contains("Verdicts hold") && other.contains("is taken out"))
  }

  @Test func csvSaysTheSame() throws {
    let csv = deadheat(["diff", old, new, "--format", "csv"] + fast).output
    let moves = try json([old, new])["moves"]?.elements ?? []
    #expect(try StrictCSV.column("model", csv) == models(moves))
    let changes: [Double] = try StrictCSV.column("change", csv).compactMap { Double($0) }
    let same: [Double] = moves.compactMap { $0["change"]?.double }
    #expect(changes == same && changes.count == 3)
  }

  @Test func questionsThatCannotBeAsked() throws {
    expectFailure(deadheat("diff"), .usage)
    expectFailure(deadheat("diff", old), .usage, "--old and --new")
    expectFailure(deadheat("diff", old, "--old", "kind=text"), .usage, "--old and --new")
    expectFailure(deadheat("diff", old, new, old), .usage, "two files")
    expectFailure(
      deadheat("diff", "-", "--old", "kind=text", "--new", "kind=code"), .usage, "name a file")
    expectFailure(
      deadheat("diff", old, new, "--adjust", "bootstrap-max-t"), .usage, "leave it out")
    expectFailure(
      deadheat("diff", weeks, "--old", "day=1", "--new", "date=2026-04-30"), .badData,
      "name one of them with --old COLUMN")
    expectFailure(deadheat("diff", old, new, "--top", "0"), .usage, "--top")
    expectFailure(deadheat("diff", old, new, "--ci", "wald"), .usage, "leave out --ci wald")
    expectFailure(deadheat("diff", old, new, "--ci", "bca"), .usage, "--ci bca shapes")
    expectFailure(deadheat("diff", old, new, "--resamples", "99"), .usage, "--resamples shapes")
    expectFailure(
      deadheat("diff", new, old, "--overlap", "nested"), .badData,
      "the old battles are not among the new ones: of 'birch' against 'alder' with model_a",
      "--overlap independent")
    let board = try folder.write("board.csv", publishedBoard)
    expectFailure(deadheat("diff", old, board, "--overlap", "nested"), .usage, "independent")
    expectFailure(
      deadheat("diff", weeks, boards, "--old", "date<=2026-04-23", "--new", "date=1999-01-01"),
      .badData)
    let others = try folder.write("others.csv", "model,rating,ci\nx,1000,5\ny,1100,5\n")
    expectFailure(deadheat("diff", board, others), .badData, "no models are ranked in both")
  }
}
