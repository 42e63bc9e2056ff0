import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// JSON and CSV as CLI.md promises them: names of keys, their order, and that none is missing.
@Suite struct DocumentTests {
  private let battles: String
  private let board: String
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    battles = try folder.write("battles.csv", league)
    board = try folder.write("board.csv", publishedBoard)
  }

  private let source = [
    "kind", "files", "rows", "battles", "models", "set_aside", "reading", "unit", "exact",
    "preliminary",
  ]
  private let test = [
    "adjust", "adjust_reason", "family", "level", "critical_value", "pairs", "degrees_of_freedom",
  ]
  private let models = [
    "rank", "rank_lower", "rank_upper", "arena_rank", "arena_rank_upper", "model", "rating",
    "lower", "upper", "standard_error", "quasi_standard_error", "battles", "wins", "losses",
    "ties", "tied_for_first", "provisional", "provisional_reason", "letters", "detectable_gap",
    "among_best", "preliminary", "level", "unit",
  ]
  private let pairs = [
    "a", "b", "difference", "lower", "upper", "standard_error", "z", "p", "p_adjusted",
    "significant", "verdict", "expected_score", "equivalent_within", "equivalence_p",
    "detectable_gap", "battles_between", "equivalence_p_adjusted", "smallest_margin",
    "first_beaten",
  ]

  @Test func rankOfBattles() throws {
    let json = try StrictJSON(
      deadheat("rank", battles, "--format", "json", "--resamples", "40").output)
    #expect(
      json.keys == [
        "schema", "source", "fit", "interval", "test", "models", "tied_for_first", "unranked",
        "best", "rank_probabilities", "superiority", "program_version", "warnings",
      ])
    #expect(json["schema"]?.text == "deadheat/rank/2")
    #expect(json["source"]?.keys == source && json["source"]?["kind"]?.text == "battles")
    #expect(
      json["source"]?["rows"] == .number("12") && json["source"]?["battles"] == .number("306"))
    #expect(json["source"]?["files"] == .array([.string(battles)]))
    let aside = json["source"]?["set_aside"]?.elements ?? []
    #expect(aside.map(\.keys) == [["reason", "rows"]])
    #expect(aside.first?["reason"]?.text == "self_battle")
    #expect(
      json["fit"]?.keys == [
        "model", "ties", "scale", "base", "origin", "gauge", "objective", "iterations",
        "gradient_norm", "parameters", "clusters", "prior", "prior_pull",
      ])
    #expect(
      json["interval"]?.keys == [
        "method", "level", "resamples", "seed", "degenerate_resamples", "family",
        "critical_value",
      ])
    #expect(json["interval"]?["resamples"] == .number("40"))
    #expect(json["test"]?.keys == test)
    let rows = json["models"]?.elements ?? []
    #expect(rows.count == 4 && rows.allSatisfy { $0.keys == models })
    #expect(rows.last?["model"]?.text == "elm" && rows.last?["rank"] == .null)
    #expect(rows.last?["rank_lower"] == .number("1") && rows.last?["rank_upper"] == .number("3"))
    #expect(json["tied_for_first"]?.elements.allSatisfy { $0.text != nil } == true)
    #expect(json["warnings"]?.elements.first?.keys == ["code", "text"])
    #expect(json["warnings"]?.elements.first?["code"]?.text == "provisional_models")
  }

  @Test func rankOfABoard() throws {
    let json = try StrictJSON(deadheat("rank", board, "--format", "json").output)
    #expect(json["fit"] == .null && json["source"]?["kind"]?.text == "board")
    #expect(json["source"]?["battles"] == .null && json["source"]?.keys == source)
    #expect(json["interval"]?["method"]?.text == "published")
    let rows = json["models"]?.elements ?? []
    #expect(rows.allSatisfy { $0.keys == models } && rows.count == 3)
    #expect(rows.first?["battles"] == .number("8000") && rows.first?["wins"] == .null)
    #expect(json["tied_for_first"] == .array([.string("alder"), .string("birch")]))
    let codes = json["warnings"]?.elements.compactMap { $0["code"]?.text }
    #expect(codes == ["rounded_scores", "independent_scores"])
  }

  @Test func testOfBattlesAndOfABoard() throws {
    for path in [battles, board] {
      let words = ["test", path, "--all-pairs", "--format", "json", "--adjust", "holm"]
      let json = try StrictJSON(deadheat(words).output)
      #expect(
        json.keys == [
          "schema", "source", "test", "equivalence", "pairs", "program_version", "warnings",
        ])
      #expect(json["program_version"]?.text == "0.1.0")
      #expect(json["schema"]?.text == "deadheat/test/2")
      #expect(json["source"]?.keys == source && json["test"]?.keys == test)
      let rows = json["pairs"]?.elements ?? []
      #expect(rows.count == 3 && rows.allSatisfy { $0.keys == pairs })
      #expect(rows.allSatisfy { ($0["battles_between"] == .null) == (path == board) })
    }
  }

  /// CSV has the same fields, and each says the same.
  @Test func csvSaysTheSame() throws {
    func text(_ value: StrictJSON?) -> String? {
      switch value {
      case .null: ""
      case .bool(let value): value ? "true" : "false"
      case .number(let text), .string(let text): text
      case .array(let values): values.compactMap { text($0) }.joined(separator: " ")
      case .object, nil: nil
      }
    }
    for (command, key, fields) in [("rank", "models", models), ("test", "pairs", pairs)] {
      let words = [command, battles] + fast
      let csv = try StrictCSV.records(deadheat(words + ["--format", "csv"]).output)
      let json = try StrictJSON(deadheat(words + ["--format", "json"]).output)
      #expect(csv.first == fields)
      let rows = json[key]?.elements ?? []
      #expect(csv.count == rows.count + 1)
      for (record, row) in zip(csv.dropFirst(), rows) {
        #expect(record == fields.compactMap { text(row[$0]) })
      }
    }
  }

  /// Whole Elo in the table, full precision elsewhere.
  @Test func theTableRounds() throws {
    let table = deadheat(["rank", battles] + fast).output
    let csv = deadheat(["rank", battles, "--format", "csv"] + fast).output
    for rating in try StrictCSV.column("rating", csv).compactMap({ Double($0) }) {
      #expect(table.contains(" \(Int(rating.rounded())) "), "\(rating)")
    }
  }
}
