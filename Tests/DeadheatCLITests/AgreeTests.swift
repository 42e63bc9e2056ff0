import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

@Suite struct AgreeTests {
  private let folder: TestFolder
  private let battles: String
  private let board: String
  private let prices: String

  init() throws {
    folder = try TestFolder()
    battles = try folder.write("battles.csv", league)
    board = try folder.write("board.csv", publishedBoard)
    prices = try folder.write(
      "prices.csv", "model,usd,week\nalder,$3.00,1\nbirch,$2.50,1\ncedar,$0.10,1\nelm,$9,1\n")
  }

  private func agree(_ words: String...) throws -> StrictJSON {
    let run = deadheat(["agree"] + words + ["--adjust", "holm", "--format", "json"])
    #expect(run.code == .success, "\(run.notes)")
    return try StrictJSON(run.output)
  }

  @Test func keysInOrder() throws {
    let json = try agree(board, prices, "--value", "usd")
    #expect(
      json.keys == [
        "schema", "source", "other", "models", "pairs", "concordant", "discordant", "level",
        "kendall_tau", "kendall_lower", "kendall_upper", "kendall_p", "kendall_least_p",
        "spearman_rho", "spearman_lower", "spearman_upper", "spearman_p", "permutation",
        "redraws", "test", "disagreements", "unmatched", "program_version", "warnings",
      ])
    #expect(json["schema"]?.text == "deadheat/agree/2")
    #expect(json["models"] == .number("3") && json["kendall_tau"]?.double == 1)
    // Three models have six orders, two of them as extreme as full agreement.
    #expect(json["kendall_p"]?.double == 2.0 / 6)
    #expect(json["unmatched"]?.elements.map { $0["model"]?.text } == ["elm"])
    #expect(json["disagreements"]?.elements.count == 3)
  }

  @Test func lowerIsBetter() throws {
    let json = try agree(board, prices, "--value", "usd", "--lower-is-better")
    #expect(json["kendall_tau"]?.double == -1)
    #expect(json["other"]?["first"]?.text == "smallest")
    let table = deadheat(
      "agree", board, prices, "--value", "usd", "--lower-is-better", "--quiet")
    let words = table.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    #expect(words.contains("the smallest value first") && table.notes.isEmpty)
  }

  @Test(arguments: [("rank", true), ("price_usd", true), ("Cost", true), ("ranked_by", false)])
  func whatLooksLikeRanksWarns(heading: String, warns: Bool) throws {
    let other = try folder.write("other.csv", "model,\(heading)\nalder,1\nbirch,2\ncedar,3\n")
    let words = ["agree", board, other, "--value", heading]
    let run = deadheat(words)
    let question = "'\(heading)' was given the first place; did you mean --lower-is-better?"
    #expect(run.code == .success && run.notes.contains(question) == warns)
    #expect(!deadheat(words + ["--lower-is-better"]).notes.contains("first place"))
    let json = try agree(board, other, "--value", heading)
    let codes = json["warnings"]?.elements.compactMap { $0["code"]?.text } ?? []
    #expect(codes.contains("largest_first") == warns)
  }

  @Test func battlesHaveProvisionalModels() throws {
    let json = try agree(battles, prices, "--value", "usd", "--ci", "sandwich")
    #expect(json["source"]?["kind"]?.text == "battles" && json["models"] == .number("3"))
    #expect(
      json["unmatched"]?.elements.map { $0["reason"]?.text } == ["provisional"])
    let all = try agree(
      battles, prices, "--value", "usd", "--ci", "sandwich", "--provisional", "0")
    #expect(all["models"]?.double ?? 0 >= 3)
  }

  @Test func namesArePairedByHandOnly() throws {
    let other = try folder.write("other.csv", "name,score\nAlder,3\nbirch,2\ncedar,1\n")
    let failure = deadheat("agree", board, other)
    expectFailure(
      failure, .badData, "2 models are in both files (birch, cedar)", "takes 3",
      "only in BOARD: alder", "only in OTHER: Alder", "'Alder' for 'alder'?")
    let match = try folder.write("match.csv", "board,other\nalder,Alder\n")
    #expect(try agree(board, other, "--match", match)["models"] == .number("3"))
  }

  @Test func aPairWithoutEffectIsTold() throws {
    let match = try folder.write("match.csv", "board,other\naldr,elm\n")
    let run = deadheat("agree", board, prices, "--value", "usd", "--match", match)
    #expect(run.notes.contains("One row of --match had no effect"))
    #expect(run.notes.contains("in BOARD no model is named 'aldr'; did you mean 'alder'?"))
    let json = try agree(board, prices, "--value", "usd", "--match", match)
    let codes = json["warnings"]?.elements.compactMap { $0["code"]?.text } ?? []
    #expect(codes.contains("no_effect"))
  }

  @Test func columnsAndRowsOfTheOtherFile() throws {
    let weeks = try folder.write(
      "weeks.csv", "who,n,w\nalder,1,1\nbirch,2,1\ncedar,3,1\nalder,3,2\nbirch,2,2\ncedar,1,2\n")
    let words = [board, weeks, "--value", "n", "--other-model", "who", "--other-where"]
    func tau(_ condition: String) throws -> Double? {
      let run = deadheat(["agree"] + words + [condition, "--adjust", "holm", "-f", "json"])
      return try StrictJSON(run.output)["kendall_tau"]?.double
    }
    #expect(try tau("w=1") == -1 && tau("w=2") == 1)
    expectFailure(
      deadheat("agree", board, weeks, "--value", "n", "--other-model", "who"), .badData,
      "choose one with --other-where w=2")
  }

  @Test func mistakesOfUsage() {
    expectFailure(deadheat("agree", "-", "-"), .usage, "one file only")
    expectFailure(deadheat("agree", board, prices, "--top", "0"), .usage, "--top")
    expectFailure(deadheat("agree", board), .usage, "OTHER")
    expectFailure(
      deadheat("agree", board, prices, "--value", "eur"), .badData, "there is no column \"eur\"")
    expectFailure(deadheat("agree", board, folder["none.csv"]), .noInput, "no such file")
  }

  /// CSV has the fields of "disagreements", and each says the same.
  @Test func csvSaysTheSame() throws {
    let words = ["agree", board, prices, "--value", "usd", "--adjust", "holm", "--format"]
    let csv = try StrictCSV.records(deadheat(words + ["csv"]).output)
    let rows = try StrictJSON(deadheat(words + ["json"]).output)["disagreements"]?.elements ?? []
    #expect(csv.first == rows.first?.keys)
    #expect(csv.count == rows.count + 1)
    for (record, row) in zip(csv.dropFirst(), rows) {
      #expect(record[0] == row["model"]?.text)
      #expect(Double(record[3]) == row["value"]?.double)
    }
  }

  /// The shipped figures can be read, and four of them match nothing by themselves.
  @Test func shippedFigures() throws {
    let leaders = RepositoryFile.path("Data/code-leaders.csv")
    let tokens = RepositoryFile.path("Data/weekly-tokens.csv")
    expectFailure(
      deadheat("agree", leaders, tokens, "--value", "tokens"), .badData,
      "no model is in both files", "'Kimi K2.6' for 'kimi-k2.6'")
    let json = try agree(leaders, RepositoryFile.path("Data/code-leaders-on-text.csv"))
    #expect(json["concordant"] == .number("27") && json["pairs"] == .number("36"))
    #expect(json["kendall_tau"]?.double == 0.5)
  }
}
