import Battles
import Testing

@testable import EloInference
@testable import Reporting

/// The schemas and the writers know the same keys; that values fit is shown by `.ci/validate-json`.
struct SchemaTests {
  @Test func everyKeyOfRankIsInItsSchemaAndTheReverse() throws {
    let schema = try SchemaFile.read("rank")
    var battles = RankFixture.small
    battles.setAside = [SetAside(.selfBattle, count: 10)]
    battles.warnings = [.nothingToCompare("w")]
    battles.best = (2, ["gemini-2.5-pro", "o3-2025-04-16"])
    let document = try JSONReader.read(battles.json())
    #expect(schema.keys([]) == document.keys)
    for place in ["source", "fit", "interval", "test", "best"] {
      #expect(schema.keys([place]) == document[place]?.keys, "\(place)")
    }
    #expect(schema.keys(["source", "set_aside"]) == document["source"]?["set_aside"]?.firstKeys)
    #expect(schema.keys(["models"]) == document["models"]?.firstKeys)
    #expect(schema.keys(["models"]) == battles.report.records.headings)
    #expect(schema.keys(["warnings"]) == document["warnings"]?.firstKeys)
    #expect(schema.place([])["properties"]?["schema"]?["const"] == document["schema"])
    let board = MatrixFixture.board
    for (place, view) in [
      ("rank_probabilities", RankView.ranks(try board.rankProbabilities())),
      ("superiority", .superiority(try board.superiority())),
    ] {
      var fixture = battles
      fixture.models = MatrixFixture.models
      fixture.view = view
      let keys = try JSONReader.read(fixture.json())[place]?.keys
      #expect(schema.keys([place]) == keys && keys?.isEmpty == false, "\(place)")
    }
  }

  @Test func everyKeyOfDescribeIsInItsSchemaAndTheReverse() throws {
    let schema = try SchemaFile.read("describe")
    let document = try JSONReader.read(
      ReadingFixture.report.rendered(as: .json, style: TerminalStyle()))
    #expect(schema.keys([]) == document.keys)
    #expect(schema.keys(["source"]) == document["source"]?.keys)
    #expect(schema.keys(["times"]) == document["times"]?.keys)
    let reading = document["source"]?["reading"]
    for name in ["rank", "test", "plan", "agree", "describe"] {
      let schema = try SchemaFile.read(name)
      #expect(schema.keys(["source", "reading"]) == reading?.keys, "\(name)")
      for place in ["files", "columns", "label_columns", "unused_columns"] {
        #expect(
          schema.keys(["source", "reading", place]) == reading?[place]?.firstKeys,
          "\(name) \(place)")
      }
      #expect(schema.keys(["source", "reading", "outcomes"]) == reading?["outcomes"]?.keys)
      let looks = Reading.Look.allCases.map(\.rawValue)
      #expect(schema.words(["source", "reading", "unused_columns", "looks_like"]) == looks)
    }
    let old = try SchemaFile.read("diff")
    #expect(old.keys(["old", "reading"]) == reading?.keys)
  }

  @Test func everyKeyOfTestIsInItsSchemaAndTheReverse() throws {
    let schema = try SchemaFile.read("test")
    var fixture = PairFixture(pairs: [PairFixture.ahead], margin: 50)
    fixture.setAside = [SetAside(.selfBattle, count: 10)]
    fixture.warnings = [.nothingToCompare("w")]
    let document = try JSONReader.read(fixture.json())
    #expect(schema.keys([]) == document.keys)
    for place in ["source", "test", "equivalence"] {
      #expect(schema.keys([place]) == document[place]?.keys, "\(place)")
    }
    #expect(schema.keys(["source", "set_aside"]) == document["source"]?["set_aside"]?.firstKeys)
    #expect(schema.keys(["pairs"]) == document["pairs"]?.firstKeys)
    #expect(schema.keys(["pairs"]) == fixture.report.records.headings)
    #expect(schema.keys(["warnings"]) == document["warnings"]?.firstKeys)
    #expect(schema.place([])["properties"]?["schema"]?["const"] == document["schema"])
  }

  @Test func everyKeyOfPlanIsInItsSchemaAndTheReverse() throws {
    let schema = try SchemaFile.read("plan")
    let fixture = PlanFixture(warnings: [.nothingToCompare("w")])
    let document = try JSONReader.read(
      fixture.report.rendered(as: .json, style: TerminalStyle()))
    #expect(schema.keys([]) == document.keys)
    for place in ["source", "test"] {
      #expect(schema.keys([place]) == document[place]?.keys, "\(place)")
    }
    #expect(schema.keys(["source", "set_aside"]) == document["source"]?["set_aside"]?.firstKeys)
    #expect(schema.keys(["pairs"]) == document["pairs"]?.firstKeys)
    #expect(schema.keys(["pairs"]) == fixture.report.records.headings)
    #expect(schema.keys(["warnings"]) == document["warnings"]?.firstKeys)
    #expect(schema.place([])["properties"]?["schema"]?["const"] == document["schema"])
    let sources: [BattlePlan.GapSource] = [.asked, .estimated]
    #expect(schema.words(["pairs", "gap_source"]) == sources.map(\.rawValue))
  }

  @Test func everyKeyOfDiffIsInItsSchemaAndTheReverse() throws {
    let schema = try SchemaFile.read("diff")
    let fixture = DiffFixture(warnings: [.nothingToCompare("w")])
    let document = try JSONReader.read(
      fixture.report.rendered(as: .json, style: TerminalStyle()))
    #expect(schema.keys([]) == document.keys)
    for place in ["old", "new", "test"] {
      #expect(schema.keys([place]) == document[place]?.keys, "\(place)")
    }
    for list in ["moves", "entered", "warnings"] {
      #expect(schema.keys([list]) == document[list]?.firstKeys, "\(list)")
    }
    #expect(schema.keys(["left"]) == schema.keys(["entered"]))
    #expect(schema.keys(["moves"]) == fixture.report.records.headings)
    #expect(schema.place([])["properties"]?["schema"]?["const"] == document["schema"])
    #expect(schema.words(["overlap"]) == Overlap.allCases.map(\.rawValue))
    #expect(schema.words(["moves", "rank_move"]) == RankMove.allCases.map(\.rawValue))
    let possible = Adjustment.allCases.filter { $0 != .bootstrapMaxT }
    #expect(schema.words(["test", "adjust"]) == possible.map(\.rawValue))
    let codes = Battles.Warning.Code.allCases
    #expect(schema.words(["warnings", "code"]) == codes.map(\.rawValue))
  }

  @Test func theWordsOfEnumsAreThoseOfTheTypes() throws {
    for name in ["rank", "test", "plan", "agree"] {
      let schema = try SchemaFile.read(name)
      #expect(schema.words(["test", "adjust"]) == Adjustment.allCases.map(\.rawValue))
      #expect(schema.words(["source", "kind"]) == ["battles", "board"])
      #expect(schema.words(["source", "unit"]) == ScoreUnit.allCases.map(\.rawValue))
      let families: [TestFamily] = [.all, .one, .asked, .against]
      #expect(schema.words(["test", "family"]) == families.map(\.rawValue))
      let reasons: [SetAside.Reason] = [
        .filtered, .badRow, .noScore, .noError, .summary, .noVerdict, .selfBattle, .tie, .bothBad,
        .excluded, .fewBattles, .outsideComponent,
      ]
      #expect(schema.words(["source", "set_aside", "reason"]) == reasons.map(\.rawValue))
      let codes = Battles.Warning.Code.allCases
      #expect(schema.words(["warnings", "code"]) == codes.map(\.rawValue))
    }
    let rank = try SchemaFile.read("rank")
    #expect(rank.words(["interval", "method"]) == IntervalMethod.allCases.map(\.rawValue))
    #expect(rank.words(["models", "unit"]) == ScoreUnit.allCases.map(\.rawValue))
    #expect(rank.words(["fit", "ties"]) == TieRule.allCases.map(\.rawValue))
    let test = try SchemaFile.read("test")
    #expect(test.words(["pairs", "verdict"]) == Verdict.allCases.map(\.rawValue))
    let adjustments = Set(Adjustment.allCases.map(\.ofEquivalence.rawValue))
    #expect(Set(test.words(["equivalence", "adjust"])) == adjustments)
  }

  /// Every object is closed, has all its keys required and every key described.
  @Test(arguments: ["rank", "test", "plan", "diff", "agree"])
  func objectsAreClosedAndDescribed(name: String) throws {
    let schema = try SchemaFile.read(name)
    let definitions = schema.root["$defs"]
    let objects = (definitions?.keys ?? []).compactMap { definitions?[$0] } + [schema.root]
    for object in objects {
      let object = object["items"] ?? object
      let properties = object["properties"]
      #expect(object["additionalProperties"] == .bool(false))
      #expect(object["required"]?.elements == properties?.keys.map { .string($0) })
      for key in properties?.keys ?? [] {
        let value = properties?[key]
        #expect(value?["description"] != nil || value?["$ref"] != nil, "\(key)")
      }
    }
  }
}

extension JSONReader.Value {
  /// The keys of the first object of a list.
  fileprivate var firstKeys: [String] { elements.first?.keys ?? [] }
}
