import Battles
import Testing

@testable import EloInference
@testable import Reporting

struct TestRecordsTests {
  @Test func theDocumentHasTheKeysOfTheContractInOrder() throws {
    var fixture = PairFixture(pairs: [PairFixture.ahead, PairFixture.deadHeat])
    fixture.warnings = [.nothingToCompare("w")]
    let document = try JSONReader.read(fixture.json())
    #expect(
      document.keys == [
        "schema", "source", "test", "equivalence", "pairs", "program_version", "warnings",
      ])
    #expect(document["schema"] == .string("deadheat/test/2"))
    #expect(
      document["test"]?.keys == [
        "adjust", "adjust_reason", "family", "level", "critical_value", "pairs",
        "degrees_of_freedom",
      ])
    #expect(document["test"]?["adjust"] == .string("max-t"))
    #expect(document["test"]?["family"] == .string("asked"))
    #expect(document["warnings"]?.elements.first?["code"] == .string("nothing_to_compare"))
    #expect(document["source"]?["models"] == .number("4"))
    for pair in document["pairs"]?.elements ?? [] {
      #expect(
        pair.keys == [
          "a", "b", "difference", "lower", "upper", "standard_error", "z", "p", "p_adjusted",
          "significant", "verdict", "expected_score", "equivalent_within", "equivalence_p",
          "detectable_gap", "battles_between", "equivalence_p_adjusted", "smallest_margin",
          "first_beaten",
        ])
    }
  }

  @Test func aPairIsToldInFull() throws {
    let fixture = PairFixture(pairs: [PairFixture.ahead, PairFixture.deadHeat], isBoard: true)
    let pairs = try JSONReader.read(fixture.json())["pairs"]?.elements ?? []
    #expect(pairs.count == 2)
    #expect(pairs.first?["a"] == .string("gemini-2.5-pro"))
    #expect(pairs.first?["verdict"] == .string("a_better"))
    #expect(pairs.first?["significant"] == .bool(true))
    #expect(pairs.first?["p"] == .number("2e-25"))
    #expect(pairs.last?["difference"] == .number("1.0"))
    #expect(pairs.last?["significant"] == .bool(false))
    #expect(pairs.last?["verdict"] == .string("not_separated"))
    #expect(pairs.last?["equivalent_within"] == .null)
    #expect(pairs.last?["equivalence_p"] == .null)
    #expect(pairs.last?["battles_between"] == .null)
  }

  @Test func csvHasTheFieldsOfThePairs() throws {
    let fixture = PairFixture(pairs: [PairFixture.ahead, PairFixture.deadHeat])
    let rows = CSVReader.rows(fixture.csv())
    let pairs = try JSONReader.read(fixture.json())["pairs"]?.elements ?? []
    #expect(rows.first?.map { $0 ?? "" } == pairs.first?.keys)
    #expect(rows.count == 3)
    #expect(rows.last?[15] == "1234")
    #expect(rows.last?[9] == "false")
    #expect(rows.last?[12] == nil)
  }
}
