import Battles
import Testing

@testable import EloInference
@testable import Reporting

struct AgreeRecordsTests {
  @Test func aDocumentInFull() throws {
    var fixture = AgreeFixture()
    fixture.otherSetAside = [SetAside(.filtered, count: 2)]
    fixture.onlyOnBoard = ["kimi-k2.6"]
    fixture.onlyInOther = ["Kimi K2.6"]
    let document = try JSONReader.read(fixture.text(.json))
    #expect(document["models"] == .number("4") && document["pairs"] == .number("6"))
    #expect(document["concordant"] == .number("4") && document["discordant"] == .number("2"))
    #expect(document["kendall_p"] == .number("0.75"))
    #expect(document["permutation"]?["method"] == .string("exact"))
    #expect(document["permutation"]?["seed"] == .null)
    #expect(document["other"]?["column"] == .string("tokens"))
    #expect(document["other"]?["rows"] == .number("9"))
    #expect(document["other"]?["set_aside"]?.elements.first?["rows"] == .number("2"))
    #expect(
      fixture.text(.markdown).contains(
        "In the other file: Set aside: 2 rows that the filter leaves out."))
    let first = document["disagreements"]?.elements.first
    #expect(first?["model"] == .string("gemini-2.5-pro"))
    #expect(first?["shift"] == .number("1.0") && first?["clear"] == .bool(true))
    let unmatched = document["unmatched"]?.elements ?? []
    #expect(unmatched.map { $0["reason"] } == [.string("only_on_board"), .string("only_in_other")])
    #expect(unmatched.last?["suggestions"]?.elements == [.string("kimi-k2.6")])
  }

  @Test func withoutAnOrderThereAreNulls() throws {
    var fixture = AgreeFixture()
    fixture.models = fixture.models.map { ($0.name, $0.rating, 5, $0.range) }
    let document = try JSONReader.read(fixture.text(.json))
    for key in ["kendall_tau", "kendall_lower", "kendall_p", "spearman_rho", "permutation"] {
      #expect(document[key] == .null, "\(key)")
    }
    #expect(document["redraws"] == .number("0"))
  }

  @Test func csvHasTheSameFields() throws {
    let rows = CSVReader.rows(AgreeFixture().text(.csv))
    let document = try JSONReader.read(AgreeFixture().text(.json))
    #expect(rows.first?.map { $0 ?? "" } == document["disagreements"]?.elements.first?.keys)
    #expect(rows.count == 5 && rows[1][0] == "gemini-2.5-pro")
    #expect(rows[1].suffix(2) == ["true", "false"])
  }

  /// The schema and the writer know the same keys.
  @Test func everyKeyIsInTheSchemaAndTheReverse() throws {
    let schema = try SchemaFile.read("agree")
    var fixture = AgreeFixture()
    fixture.otherSetAside = [SetAside(.filtered, count: 2)]
    fixture.onlyOnBoard = ["lone"]
    fixture.setAside = [SetAside(.excluded, count: 1)]
    fixture.warnings = [.nothingToCompare("w")]
    let document = try JSONReader.read(fixture.text(.json))
    #expect(schema.keys([]) == document.keys)
    for place in ["source", "other", "test", "permutation"] {
      #expect(schema.keys([place]) == document[place]?.keys, "\(place)")
    }
    for place in ["disagreements", "unmatched", "warnings"] {
      #expect(schema.keys([place]) == document[place]?.elements.first?.keys, "\(place)")
    }
    #expect(schema.keys(["disagreements"]) == fixture.report.records.headings)
    #expect(
      schema.words(["unmatched", "reason"]) == UnmatchedModel.Reason.allCases.map(\.rawValue))
  }
}
