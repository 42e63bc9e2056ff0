import Testing

@testable import Reporting

@Suite struct RecordTableTests {
  private struct Row {
    let name: String
    let rank: Int?
  }

  private let columns: [RecordColumn<Row>] = [
    RecordColumn("model") { .string($0.name) }, RecordColumn("rank") { .optional($0.rank) },
    RecordColumn("level") { _ in .number(0.95) },
  ]

  @Test func eachRowHasAFieldForEachColumn() {
    let table = RecordTable(columns, of: [Row(name: "a", rank: 1), Row(name: "b", rank: nil)])
    #expect(table.headings == ["model", "rank", "level"])
    #expect(CSVWriter.text(table) == "model,rank,level\na,1,0.95\nb,,0.95\n")
    #expect(
      table.rows.map { JSONWriter.line(.object($0)) } == [
        "{\"model\": \"a\", \"rank\": 1, \"level\": 0.95}\n",
        "{\"model\": \"b\", \"rank\": null, \"level\": 0.95}\n",
      ])
  }

  /// Who reads a file of no models still learns what its columns are.
  @Test func headingsAreThereWithoutRows() {
    let table = RecordTable(columns, of: [Row]())
    #expect(table.rows.isEmpty && CSVWriter.text(table) == "model,rank,level\n")
  }
}
