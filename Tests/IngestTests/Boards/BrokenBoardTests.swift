import Battles
import Ingest
import Testing

/// Rows of a board that make no sense, and models that occur twice.
@Suite struct BrokenBoardTests {
  private static let skip = "correct it, or leave such rows out with --bad-rows skip"
  private static let interval = "an interval such as 7, ±7, +7/-6, (-6, 7) or [1497, 1508]"

  @Test(
    arguments: [
      (
        "x,100,108,94",
        "the interval ends at 94.0, below its beginning at 108.0 (check which column "
          + "is which; \(skip))"
      ),
      (
        "x,109,94,108",
        "the score 109.0 is outside its interval, 94.0 to 108.0 (check which column "
          + "is which; \(skip))"
      ),
      (
        "x,93.5,94,108",
        "the score 93.5 is outside its interval, 94.0 to 108.0 (check which column "
          + "is which; \(skip))"
      ),
      ("x,1e,94,108", "rating is \"1e\"; expected a number (\(skip))"),
      (
        "x,\"100,5\",94,108",
        "rating is \"100,5\"; expected a number with a point before its decimals (\(skip))"
      ),
      ("x,100,,108", "lower is empty; expected a number (\(skip))"),
      ("x,100,NaN,108", "lower is \"NaN\"; expected a number (\(skip))"),
      ("x,100,94,inf", "upper is \"inf\"; expected a number (\(skip))"),
      (",100,94,108", "model is empty; expected the name of a model (\(skip))"),
    ] as [(String, String)])
  func intervals(_ row: String, _ description: String) {
    let error = failure("model,rating,lower,upper\ny,1,0,2\n\(row)\n")
    #expect(error?.description == "battles.csv:3: \(description)")
    #expect(error?.kind == .badData)
  }

  @Test(
    arguments: [
      ("variance", "-1", "a number that is not negative"),
      ("standard_error", "x", "a number that is not negative"),
      ("ci", "-7", interval), ("ci", "+7", interval), ("ci", "±-7", interval),
      ("ci", "+7/+6", interval), ("ci", "-7/-6", interval), ("ci", "7/6/5", interval),
      ("ci", "7/", interval), ("ci", "x", interval), ("ci", "(-7", interval),
      ("±", "-7", "a half-width such as 7, ±7, +7/-6 or (-6, 7)"),
      ("±", "5–9", "a half-width such as 7, ±7, +7/-6 or (-6, 7)"),
    ])
  func uncertainties(_ heading: String, _ value: String, _ expected: String) {
    let error = failure("model,rating,\(heading)\nx,1,\(value)\n")
    let shown = value.isEmpty ? "empty" : "\"\(value)\""
    #expect(
      error?.description
        == "battles.csv:2: \(heading) is \(shown); expected \(expected) (\(Self.skip))")
    #expect(error?.kind == .badData)
  }

  @Test func reaches() {
    #expect(
      failure("model,rating,ci_minus,ci_plus\nx,1,1,-2\n")?.description
        == "battles.csv:2: ci_plus is \"-2\"; expected a number that is not negative (\(Self.skip))"
    )
    #expect(
      failure("model,rating,ci_minus,ci_plus\nx,1,0,0.0\n")?.description
        == "battles.csv:2: the interval of the score 1.0 has no width; expected a positive one "
        + "(\(Self.skip))")
  }

  @Test func badRowsAreSkipped() throws {
    let result = try read(
      "model,rating,ci\nx,1,2\ny,oops,2\nz,1,-\nw,1,0\nv,2,0\n",
      options { $0.badRows = .skip })
    #expect(board(result)?.roster.names == ["x"])
    #expect(
      result.report.setAside == [SetAside(.badRow, count: 3), SetAside(.noError, count: 1)])
    #expect(result.report.rows == 5)
    #expect(result.report.warnings.first?.code == .badRows)
  }

  @Test(arguments: BadRowPolicy.allCases)
  func aModelTwiceNamesTheColumnThatVaries(_ policy: BadRowPolicy) {
    let text = """
      category,rank,organization,model,rating,ci
      coding,1,acme,x,1500,3
      coding,2,acme,y,1490,3
      overall,2,acme,x,1480,3
      """
    let error = failure(text, options { $0.badRows = policy })
    #expect(
      error?.description == "battles.csv:4: \"x\" was there before, on battles.csv:2; column "
        + "'category' differs: 'coding', 'overall' (choose one with --where category=overall)")
    #expect(error?.kind == .badData)
  }

  @Test func aModelTwiceWhereOnlyNumbersVary() {
    #expect(
      failure("epoch,model,rating,ci\n1,x,1,1\n2,x,1,1\n")?.description
        == "battles.csv:3: \"x\" was there before, on battles.csv:2; column 'epoch' differs: '1', "
        + "'2' (choose one with --where epoch=2)")
  }

  @Test func aModelTwiceWhereNothingElseVaries() {
    #expect(
      failure("note,model,rating,ci\nn,x,1,1\nn,x,2,1\n")?.description
        == "battles.csv:3: \"x\" was there before, on battles.csv:2, and no other column tells the "
        + "rows apart (leave one of the two rows out)")
  }

  @Test func aModelTwiceInTwoFilesOfOneBoard() {
    let error = #expect(throws: IngestError.self) {
      try readDataset([
        InMemoryFile("one.csv", Array("model,rating,ci,arena\nx,1,2,text\n".utf8)),
        InMemoryFile("two.csv", Array("model,rating,ci,arena\nx,1,2,text\n".utf8)),
      ])
    }
    #expect(
      error?.description == "two.csv:2: \"x\" was there before, on one.csv:2, and no other column "
        + "tells the rows apart (leave one of the two rows out)")
  }

  /// The scores of a board, its intervals' ends and its errors have bounds, which belong to them.
  @Test(
    arguments: [
      ("1e9", "1", true), ("1000000001", "1", false), ("-1e9", "1", true),
      ("-1000000001", "1", false), ("0", "1e9", true), ("0", "1000000001", false),
      ("0", "1e-9", true), ("0", "0.9e-9", false),
    ])
  func bounds(_ rating: String, _ error: String, _ isRead: Bool) throws {
    for heading in ["standard_error", "variance"] {
      let failure = failure("model,rating,\(heading)\nx,\(rating),\(error)\n")
      let told =
        rating == "0"
        ? "\(heading) is \"\(error)\"; expected a number from 1e-9 to 1e9 (\(Self.skip))"
        : "rating is \"\(rating)\"; expected a number from -1e9 to 1e9 (\(Self.skip))"
      #expect(failure?.description == (isRead ? nil : "battles.csv:2: " + told))
    }
  }

  @Test func boundsOfEnds() throws {
    let scores = try #require(board(try read("model,rating,lower,upper\nx,0,-1e9,1e9\n")))
    #expect(scores.lower == [-1e9] && scores.upper == [1e9])
    for (lower, upper, name, value) in [
      ("-1000000001", "1", "lower", "-1000000001"), ("-1", "1000000001", "upper", "1000000001"),
    ] {
      #expect(
        failure("model,rating,lower,upper\nx,0,\(lower),\(upper)\n")?.description
          == "battles.csv:2: \(name) is \"\(value)\"; expected a number from -1e9 to 1e9 (\(Self.skip))"
      )
    }
  }
}
