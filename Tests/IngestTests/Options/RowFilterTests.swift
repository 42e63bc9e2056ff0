import Battles
import Ingest
import Testing

@Suite struct RowFilterTests {
  @Test(
    arguments: [
      ("c=v", "c", RowFilter.Comparison.equal, "v"), ("c == v", "c", .equal, "v"),
      ("c != v", "c", .notEqual, "v"), ("c<=1", "c", .lessOrEqual, "1"), ("c<1", "c", .less, "1"),
      ("c >= 1", "c", .greaterOrEqual, "1"), ("c>1", "c", .greater, "1"),
      (" two words = a b ", "two words", .equal, "a b"), ("c=", "c", .equal, ""),
      ("wow!=x", "wow", .notEqual, "x"), ("wow! = x", "wow!", .equal, "x"),
      ("c=a>b", "c", .equal, "a>b"), ("c===v", "c", .equal, "=v"),
    ])
  func parsing(
    _ argument: String, _ column: String, _ comparison: RowFilter.Comparison, _ value: String
  ) throws {
    #expect(
      try RowFilter(parsing: argument)
        == RowFilter(column: column, comparison: comparison, value: value))
  }

  @Test(arguments: ["", "category", "=x", " <= 1", "a ! b"])
  func brokenFilters(_ argument: String) {
    let error = #expect(throws: IngestError.self) { try RowFilter(parsing: argument) }
    #expect(
      error?.description
        == "\"\(argument)\" is not a filter; expected COLUMN OP VALUE with one of =, "
        + "!=, <, <=, >, >= (write for example --where 'category = overall')")
    #expect(error?.kind == .usage)
  }

  @Test(
    arguments: [
      ("n = 10", ["1", "4"]), ("n = 10.0", ["1", "4"]), ("n < 10", ["2"]),
      ("n <= 10", ["1", "2", "4"]), ("n > 9.5", ["1", "3", "4"]), ("n >= 10.5", ["3"]),
      ("n != 10", ["2", "3"]), ("day = 2026-04-30", ["2"]), ("day < 2026-04-30", ["1"]),
      ("day >= 2026-04-30", ["2", "3", "4"]), ("n > 1e1", ["3"]), ("day != ", ["1", "2", "3"]),
    ] as [(String, [String])])
  func comparing(_ condition: String, _ names: [String]) throws {
    let text =
      "model,rating,ci,n,day\n1,1.5,1,10,2026-04-01\n2,1.5,1,9.5,2026-04-30\n"
      + "3,1.5,1,100,2026-05-01\n4,1.5,1,1e1,2027\n"
    let adjusted = condition == "day != " ? text.replacingLast("2027", by: "") : text
    let result = try read(adjusted, try filters(condition))
    #expect(board(result)?.roster.names == names)
    #expect(result.report.rows == 4)
    #expect(result.report.setAside == [SetAside(.filtered, count: 4 - names.count)])
  }

  @Test func everyFilterMustPassAndBadRowsBehindOneAreNotLookedAt() throws {
    let text =
      "model_a,model_b,winner,lang,turns\nx,y,a,en,1\nx,y,b,en,2\nx,y,,de,1\n,y,tie,de,1\n"
    let result = try read(text, try filters("lang=en", "turns>1"))
    #expect(cells(result) == ["x|y|model_b|1"])
    #expect(result.report.setAside == [SetAside(.filtered, count: 3)])
    #expect(failure(text, try filters("turns=1"))?.description.hasPrefix("battles.csv:5: ") == true)
  }

  @Test func aFilterOnAColumnThatIsAlsoRead() throws {
    #expect(
      try cells(
        "model_a,model_b,winner\nx,y,a\nx,y,b\nz,y,a\n", try filters("model_a=x", "winner!=b"))
        == ["x|y|model_a|1"])
  }

  @Test func aColumnThatIsNotThere() throws {
    let error = failure("model_a,model_b,winner,category\nx,y,a,c\n", try filters("categry=c"))
    #expect(
      error?.description
        == "battles.csv:1: there is no column \"categry\"; it has: model_a, model_b, "
        + "winner, category (did you mean --where category?)")
    #expect(error?.kind == .badData)
  }

  @Test func nothingLeftNamesTheValuesNearestFirst() throws {
    // Edits from "overal", by an independent program: 1, 2, then 6 each, and 7 for "english".
    let values = ["coding", "overall", "english", "zz", "overawe", "qq", "overall"]
    let text = "model_a,model_b,winner,category\n" + values.map { "x,y,a,\($0)\n" }.joined()
    let error = failure(text, try filters("winner=a", "category=overal", "model_a=x"))
    #expect(
      error?.description == "battles.csv: no row has category = overal (values there: \"overall\", "
        + "\"overawe\", \"coding\", \"qq\", \"zz\", … (6 values))")
    #expect(error?.kind == .badData)
  }

  @Test func nothingLeftOfManyValues() throws {
    let rows = (0..<2000).map { "x,y,a,\($0)\n" }.joined()
    #expect(
      failure("model_a,model_b,winner,id\n\(rows)", try filters("id = -1"))?.description
        == "battles.csv: no row has id = -1 (write another condition; its values are too "
        + "many or too long to list)")
  }

  @Test func filtersThatPassApartButNotTogether() throws {
    let text = "model_a,model_b,winner,c,d\nx,y,a,1,2\nx,y,a,2,1\n"
    #expect(
      failure(text, try filters("c=1", "d=1"))?.description
        == "battles.csv: no row passes all filters together (loosen one of the conditions of --where)"
    )
  }

  /// The condition that no row satisfies is to blame, wherever it stands.
  @Test func theOrderOfConditionsDoesNotMatter() throws {
    let text = "model_a,model_b,winner,c,d\nx,y,a,1,2\nx,y,a,2,1\n"
    for conditions in [["c=1", "d=3"], ["d=3", "c=1"], ["c=1", "d=3", "d=1"]] {
      let options = try options {
        $0.filters = try conditions.map { try RowFilter(parsing: $0) }
      }
      #expect(
        failure(text, options)?.description
          == "battles.csv: no row has d = 3 (values there: \"1\", \"2\")")
    }
  }

  /// The rows of all files together, and those of which others leave nothing, tell what passes.
  @Test func aConditionIsJudgedOnAllFiles() throws {
    let one = InMemoryFile("one.csv", Array("model_a,model_b,winner,c\nx,y,a,1\n".utf8))
    let two = InMemoryFile("two.csv", Array("model_a,model_b,winner,c\nx,y,b,2\n".utf8))
    #expect(cells(try readDataset([one, two], options: filters("c=2"))) == ["x|y|model_b|1"])
    let error = #expect(throws: IngestError.self) {
      try readDataset([one, two], options: filters("c=3"))
    }
    #expect(
      error?.description
        == "one.csv, two.csv: no row has c = 3 (values there: \"1\", \"2\")")
  }

  /// Where rows are bad and the others do not pass, the filter is to blame.
  @Test func badRowsDoNotHideTheFilterToBlame() throws {
    let text = "model_a,model_b,winner,c\nx,y,a,1\nx,y\n"
    let skip = try options {
      $0.filters = [try RowFilter(parsing: "c=3")]
      $0.badRows = .skip
    }
    #expect(
      failure(text, skip)?.description == "battles.csv: no row has c = 3 (values there: \"1\")")
  }
}

extension String {
  /// The text with the last occurrence of `part` replaced.
  fileprivate func replacingLast(_ part: String, by other: String) -> String {
    guard let range = ranges(of: part).last else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
