import Battles
import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

struct RankRecordsTests {
  @Test func theDocumentHasTheKeysOfTheContractInOrder() throws {
    var fixture = RankFixture.small
    fixture.setAside = [SetAside(.selfBattle, count: 10)]
    fixture.warnings = [.nothingToCompare("x"), .nothingToCompare("x")]
    let document = try JSONReader.read(fixture.json())
    #expect(
      document.keys == [
        "schema", "source", "fit", "interval", "test", "models", "tied_for_first", "unranked",
        "best", "rank_probabilities", "superiority", "program_version", "warnings",
      ])
    #expect(document["schema"] == .string("deadheat/rank/2"))
    #expect(
      document["source"]?.keys == [
        "kind", "files", "rows", "battles", "models", "set_aside", "reading", "unit",
        "exact", "preliminary",
      ])
    #expect(document["source"]?["set_aside"]?.elements.map(\.keys) == [["reason", "rows"]])
    #expect(
      document["fit"]?.keys == [
        "model", "ties", "scale", "base", "origin", "gauge", "objective", "iterations",
        "gradient_norm", "parameters", "clusters", "prior", "prior_pull",
      ])
    #expect(
      document["interval"]?.keys == [
        "method", "level", "resamples", "seed", "degenerate_resamples", "family",
        "critical_value",
      ])
    #expect(
      document["test"]?.keys == [
        "adjust", "adjust_reason", "family", "level", "critical_value", "pairs",
        "degrees_of_freedom",
      ])
    #expect(document["warnings"]?.elements.map(\.keys) == [["code", "text"]])
    #expect(document["tied_for_first"] == .array([.string("gemini-2.5-pro")]))
    for model in document["models"]?.elements ?? [] {
      #expect(
        model.keys == [
          "rank", "rank_lower", "rank_upper", "arena_rank", "arena_rank_upper", "model", "rating",
          "lower", "upper", "standard_error", "quasi_standard_error", "battles", "wins", "losses",
          "ties", "tied_for_first", "provisional", "provisional_reason", "letters",
          "detectable_gap",
          "among_best", "preliminary", "level", "unit",
        ])
    }
  }

  @Test func theSourceCountsWhatTheFitUsed() throws {
    let source = try JSONReader.read(RankFixture.small.json())["source"]
    #expect(source?["kind"] == .string("battles"))
    #expect(source?["files"] == .array([.string("battles.csv")]))
    #expect(source?["rows"] == .number("135634"))
    #expect(source?["battles"] == .number("135624"))
    #expect(source?["models"] == .number("6"))
  }

  @Test func aModelIsToldInFull() throws {
    let models = try JSONReader.read(RankFixture.small.json())["models"]?.elements ?? []
    try #require(models.count == 6)
    #expect(models.first?["rank"] == .number("1"))
    #expect(models.first?["rating"] == .number("1124.0778"))
    #expect(models.first?["battles"] == .number("4325"))
    #expect(models.first?["tied_for_first"] == .bool(true))
    #expect(models[1]["letters"] == .array([.number("1"), .number("2")]))
    #expect(models[1]["rank_lower"] == .number("2"))
    #expect(models[1]["rank_upper"] == .number("3"))
    #expect(models.last?["rank"] == .null)
    #expect(models.last?["provisional"] == .bool(true))
    #expect(models.last?["rank_upper"] == .number("5"))
  }

  @Test func aBoardHasNoFitAndNoSeed() throws {
    var fixture = RankFixture.tied(2)
    fixture.isBoard = true
    let document = try JSONReader.read(fixture.json())
    #expect(document["fit"] == .null)
    #expect(document["source"]?["kind"] == .string("board"))
    #expect(document["source"]?["battles"] == .null)
    #expect(document["interval"]?["method"] == .string("published"))
    #expect(document["interval"]?["resamples"] == .number("0"))
    #expect(document["interval"]?["seed"] == .null)
    #expect(document["models"]?.elements.first?["wins"] == .null)
    #expect(document["models"]?.elements.first?["battles"] == .number("4325"))
  }

  @Test(arguments: [
    (Gauge.meanOfEstablished, "models"), (.meanOfBattles, "battles"),
    (.anchored(model: 0, logStrength: 1), "anchor"),
  ])
  func theGaugeIsAWord(gauge: Gauge, word: String) throws {
    var fixture = RankFixture.small
    fixture.gauge = gauge
    #expect(try JSONReader.read(fixture.json())["fit"]?["gauge"] == .string(word))
  }

  @Test func csvHasTheFieldsOfTheModels() throws {
    let fixture = RankFixture.small
    let rows = CSVReader.rows(fixture.csv())
    let models = try JSONReader.read(fixture.json())["models"]?.elements ?? []
    #expect(rows.first?.map { $0 ?? "" } == models.first?.keys)
    #expect(rows.count == models.count + 1)
    for (row, model) in zip(rows.dropFirst(), models) {
      for (field, key) in zip(row, model.keys) { #expect(field == text(model[key])) }
    }
    #expect(rows.last?.first == .some(nil))
  }

  @Test func whatIsNotFiniteIsNull() throws {
    var fixture = RankFixture.small
    fixture.models[0].halfWidth = .infinity
    fixture.models[1].rating = .nan
    fixture.quasiStandardError = nil
    let json = fixture.json()
    let models = try JSONReader.read(json)["models"]?.elements ?? []
    #expect(models[0]["standard_error"] == .null)
    #expect(models[1]["rating"] == .null)
    #expect(models[2]["quasi_standard_error"] == .null)
    let csv = fixture.csv()
    for text in ["nan", "inf", "NaN", "Inf"] {
      #expect(!json.contains(text) && !csv.contains(text))
    }
  }

  /// A value of JSON as CSV writes it.
  private func text(_ value: JSONReader.Value?) -> String? {
    switch value {
    case .number(let digits): digits
    case .string(let text): text
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .array(let values): values.compactMap { self.text($0) }.joined(separator: " ")
    case .null, .object, nil: nil
    }
  }
}
