import Battles
import Ingest
import Testing

@Suite struct ReadValuesTests {
  private func values(
    _ text: String, name: String? = nil, value: String? = nil, filters: [RowFilter] = []
  ) throws(IngestError) -> ValueColumn {
    try readValues(
      InMemoryFile("v.csv", Array(text.utf8)), name: name, value: value, filters: filters
    ).column
  }

  @Test func namesAndNumbers() throws {
    #expect(
      try values("Rating,model\n-1.5,z\n1e3,a\n")
        == ValueColumn(roster: Roster(["a", "z"]), label: "Rating", values: [1000, -1.5]))
    #expect(
      try values("who,usd,rating\nz,3,1\n", name: "who", value: "usd")
        == ValueColumn(roster: Roster(["z"]), label: "usd", values: [3]))
  }

  @Test func filters() throws {
    let text = "model,rating,week\na,1,1\na,2,2\nb,3,2\n"
    let filter = try RowFilter(parsing: "week=2")
    #expect(try values(text, filters: [filter]).values == [2, 3])
    let report = try readValues(InMemoryFile("v.csv", Array(text.utf8)), filters: [filter]).report
    #expect(
      report == ReadReport(files: ["v.csv"], rows: 3, setAside: [SetAside(.filtered, count: 1)]))
  }

  @Test(
    arguments: [
      (
        "model,rating,week\na,1,w1\na,2,w2\n",
        """
        v.csv:3: "a" was there before, on v.csv:2; column 'week' differs: 'w1', 'w2' (choose one with \
        --where week=w2)
        """
      ),
      (
        "model,rating\na,\n",
        "v.csv:2: rating is empty; expected a number (correct it, or leave the row out with --where)"
      ),
      (
        "model,tokens\na,1\n",
        """
        v.csv:1: there is no column for the value (one of rating, score, elo, arena_score); it has: \
        model, tokens (name it with --value COLUMN)
        """
      ),
      (
        "who,rating\na,1\n",
        """
        v.csv:1: there is no column for the model (one of model, model_name, name, key); it has: \
        who, rating (name it with --columns model=COLUMN)
        """
      ),
      (
        "model,rating\n",
        "v.csv: it has a header and no rows below it (check that the file is complete)"
      ),
    ] as [(String, String)])
  func failures(_ text: String, _ description: String) {
    let error = #expect(throws: IngestError.self) { try values(text) }
    #expect(error?.description == description)
    #expect(error?.kind == .badData)
  }

  @Test func aColumnThatIsNotThere() {
    let error = #expect(throws: IngestError.self) { try values("model,usd\na,1\n", value: "used") }
    #expect(
      error?.description
        == "v.csv:1: there is no column \"used\"; it has: model, usd (did you mean "
        + "--value usd?)")
  }

  @Test func aMissingFile() {
    let error = #expect(throws: IngestError.self) {
      try readValues("/no/such.csv", name: nil, value: nil)
    }
    #expect(error?.kind == .noInput)
  }
}
