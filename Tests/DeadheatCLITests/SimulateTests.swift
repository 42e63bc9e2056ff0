import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

@Suite struct SimulateTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func theSameSeedGivesTheSameBattles() {
    let words = ["simulate", "--models", "8", "--battles", "500"]
    let run = deadheat(words)
    #expect(run.code == .success && run.notes.isEmpty)
    #expect(deadheat(words) == run)
    #expect(deadheat(words + ["--seed", "1"]).output != run.output)
    #expect(run.output.split(separator: "\n").count == 501)
  }

  /// Neither more battles nor more columns change the battles there were.
  @Test func moreChangesNothingThatWas() throws {
    let few = deadheat("simulate", "--battles", "300").output
    #expect(deadheat("simulate", "--battles", "5000").output.hasPrefix(few))
    let columns = deadheat(
      "simulate", "--battles", "300", "--columns", "style,judge,timestamp,language"
    ).output
    let records = try StrictCSV.records(columns)
    #expect(
      records[0] == [
        "model_a", "model_b", "winner", "tokens_a", "tokens_b", "judge", "timestamp", "language",
      ])
    #expect(records.map { $0.prefix(3).joined(separator: ",") + "\n" }.joined() == few)
    #expect(records.dropFirst().allSatisfy { $0[6].hasPrefix("2026-") && $0[6].hasSuffix("Z") })
  }

  /// More than thirty models have numbers in their names, whose order is not that of drawing.
  @Test(arguments: [5, 40])
  func theTruthComesBack(models: Int) throws {
    let words = ["simulate", "--battles", "600"]
    let drawn = deadheat(words + ["--models", "\(models)", "--truth", folder["truth.csv"]])
    let truth = folder.read("truth.csv")
    #expect(try StrictCSV.records(truth).first == ["model", "rating"])
    #expect(try StrictCSV.records(truth).count == models + 1)
    let again = deadheat(
      words + ["--ratings", folder["truth.csv"], "--truth", folder["again.csv"]])
    #expect(again.output == drawn.output)
    for (one, other) in zip(
      try StrictCSV.column("rating", truth),
      try StrictCSV.column("rating", folder.read("again.csv")))
    {
      // A rating goes to log-odds and back: two roundings of a number above a thousand.
      #expect(abs(try #require(Double(one)) - #require(Double(other))) < 1e-9)
    }
  }

  @Test func optionsChangeTheBattles() throws {
    func winners(_ words: String...) throws -> [String] {
      try StrictCSV.column("winner", deadheat(["simulate", "--battles", "400"] + words).output)
    }
    #expect(try winners().contains("tie") && winners().contains("both_bad"))
    #expect(try Set(winners("--tie-rate", "0")) == ["model_a", "model_b"])
    #expect(try winners("--spread", "0") != winners())
    #expect(try winners("--skew", "0") != winners())
  }

  /// Known ratings a thousand points apart: the better one wins 99.7% of its points.
  @Test func ratingsDecide() throws {
    let path = try folder.write("truth.csv", "model,rating\nworse,500\nbetter,1500\n")
    let csv = deadheat("simulate", "--ratings", path, "--battles", "1000", "--tie-rate", "0").output
    let wins = try StrictCSV.records(csv).dropFirst().count {
      ($0[0] == "better") == ($0[2] == "model_a")
    }
    // 3.2 losses are expected of 1000; 15 or more have probability 2e-6 (scipy 1.16 binom.sf).
    #expect(wins > 985 && wins < 1000)
    let one = try folder.write("one.csv", "model,rating\nalone,1\n")
    expectFailure(deadheat("simulate", "--ratings", one), .usage, "rates one model")
  }

  /// Estimates find what was simulated: every model within four standard errors.
  @Test func rankFindsTheTruth() throws {
    let battles = folder["battles.csv"]
    _ = deadheat(
      "simulate", "--models", "6", "--battles", "4000", "--truth", folder["truth.csv"], "-o",
      battles)
    let truth = folder.read("truth.csv")
    let ratings = try zip(
      StrictCSV.column("model", truth), StrictCSV.column("rating", truth).compactMap { Double($0) })
    let byName = Dictionary(uniqueKeysWithValues: ratings)
    let mean = byName.values.reduce(0, +) / 6
    let json = try StrictJSON(deadheat(["rank", battles, "--format", "json"] + fast).output)
    for row in json["models"]?.elements ?? [] {
      let name = try #require(row["model"]?.text)
      let gap = try #require(row["rating"]?.double) - 1000 - (try #require(byName[name]) - mean)
      // Four standard errors: one of six beyond them has probability 4e-4, and the seed is fixed.
      #expect(abs(gap) < 4 * (try #require(row["standard_error"]?.double)), "\(name)")
    }
    #expect(json["models"]?.elements.count == 6)
  }
}
