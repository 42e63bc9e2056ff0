import Battles
import Ingest
import Testing

/// The shapes in which battles come: a winner, counts, points.
@Suite struct BattleShapeTests {
  @Test(
    arguments: [
      ("model_a", "model_b"), ("left", "right"), ("player_a", "player_b"), ("white", "black"),
    ], ["winner", "outcome", "result"])
  func headings(_ sides: (String, String), _ winner: String) throws {
    #expect(try cells("\(winner),\(sides.0),\(sides.1)\na,x,y\n") == ["x|y|model_a|1"])
  }

  @Test func aCountColumnIsAFrequency() throws {
    let text = "model_a,model_b,winner,count\nx,y,a,5\nx,y,a,2.0\ny,x,tie,0\nx,y,b,1e2\n"
    let result = try read(text)
    #expect(cells(result) == ["x|y|model_a|7", "x|y|model_b|100"])
    #expect(result.report.rows == 4)
  }

  @Test func countsOfWinsAndTies() throws {
    #expect(
      try cells("model_a,model_b,wins_a,wins_b,ties\nx,y,5,3,2\ny,x,0,1,0\n")
        == ["x|y|model_a|5", "x|y|model_b|3", "x|y|tie|2", "y|x|model_b|1"])
    #expect(
      try cells("white,black,wins_b,wins_a\nx,y,172.0,90\n")
        == ["x|y|model_a|90", "x|y|model_b|172"])
  }

  @Test func countsNamedByTheMapping() throws {
    #expect(
      try cells(
        "a,b,w,l,t\nx,y,1,2,3\n", try mapping("a=a,b=b,wins_a=w,wins_b=l,ties=t"))
        == ["x|y|model_a|1", "x|y|model_b|2", "x|y|tie|3"])
  }

  @Test func pointsNamedByTheMapping() throws {
    let options = try mapping("a=home,b=away,score_a=hs,score_b=as")
    let text = "home,away,hs,as,count\nx,y,3,2,1\nx,y,10,9.5,2\ny,x,-1,0,1\nx,y,1,1.0,1\n"
    #expect(try cells(text, options) == ["x|y|model_a|3", "x|y|tie|1", "y|x|model_b|1"])
    #expect(
      failure("home,away,hs,as\nx,y,NA,NA\n", options)?.description
        == "battles.csv:2: hs is \"NA\"; expected a number (correct it, or leave such rows out with "
        + "--bad-rows skip)")
  }

  @Test(
    arguments: [
      "", "-1", "1.5", "nan", "NaN", "inf", "1e999", "9007199254740993", "0x10", "1 000", "five",
      "--5", "1e", "+", "9007199254740993.0", "4503599627370497.25", "99999999999999999999",
      "9007199254740993e0", "15e-1", ".0",
    ])
  func countsThatAreNone(_ count: String) {
    let error = failure("model_a,model_b,winner,count\nx,y,a,\(count)\n")
    let shown = count.isEmpty ? "empty" : "\"\(count)\""
    #expect(
      error?.description == "battles.csv:2: count is \(shown); expected a whole number of battles "
        + "from 0 to 2^53 (correct it, or leave such rows out with --bad-rows skip)")
    #expect(error?.kind == .badData)
  }

  @Test(arguments: ["9007199254740992", "9007199254740992.0", " 9007199254740992. "])
  func theLargestCount(_ count: String) throws {
    #expect(
      try cells("model_a,model_b,winner,count\nx,y,a,\(count)\n")
        == ["x|y|model_a|9007199254740992"])
    // One more battle is too many in total, and no policy for bad rows helps.
    let text = "model_a,model_b,winner,count\nx,y,a,\(count)\nx,y,b,1\n"
    let error = failure(text, options { $0.badRows = .skip })
    #expect(
      error?.description == "battles.csv:3: the battles up to here are more than 2^53 (check the "
        + "counts; beyond 2^53 they cannot be told apart)")
    #expect(error?.kind == .badData)
  }

  @Test func onlyZeros() {
    #expect(
      failure("model_a,model_b,winner,count\nx,y,a,0\n")?.description
        == "battles.csv: all counts are 0: there are no battles (check the count columns)")
  }

  @Test func badRowsAreSkippedCountedAndShown() throws {
    let text = """
      model_a,model_b,winner,count
      x,y,a,1
      x,y,a
      x,y,nobody,1
      ,y,a,1
      x,y,a,-1
      x,y,b,2
      """
    let result = try read(text, options { $0.badRows = .skip })
    #expect(cells(result) == ["x|y|model_a|1", "x|y|model_b|2"])
    #expect(result.report.rows == 6)
    #expect(result.report.setAside == [SetAside(.badRow, count: 4)])
    let warning = try #require(result.report.warnings.first)
    #expect(warning.code == .badRows)
    #expect(warning.text.hasPrefix("4 rows could not be read: battles.csv:3: the row has 3 fields"))
    #expect(warning.text.contains("; battles.csv:5: model_a is empty"))
    #expect(warning.text.contains("; battles.csv:6: count is \"-1\""))
    // What nothing knows is found when all is read, and so told of last.
    #expect(warning.text.hasSuffix("; and 1 more"))
  }

  @Test func nothingButBadRows() {
    let error = failure(
      "model_a,model_b,winner\nx,y,nobody\nx,y\n", options { $0.badRows = .skip })
    #expect(
      error?.description
        == "battles.csv: no row could be read; the first: battles.csv:3: the row has 2 fields; expected 3, as "
        + "in the header (put values with a delimiter in double quotes, or leave such rows out with "
        + "--bad-rows skip) (check the header and --columns)")
    #expect(error?.kind == .badData)
  }

  @Test func aSkippedRowLeavesNoTrace() throws {
    // The names of the bad row are not in the roster, nor its first count in the cells.
    let text = "model_a,model_b,wins_a,wins_b\nx,y,1,1\nX,z,5,oops\n"
    let result = try read(text, options { $0.badRows = .skip })
    #expect(cells(result) == ["x|y|model_a|1", "x|y|model_b|1"])
    #expect(result.report.warnings.map(\.code) == [.badRows])
  }

  @Test func thousandsOfModels() throws {
    // More names and cells than the tables have room for at first.
    var text = "model_a,model_b,winner\n"
    for index in 0..<5000 { text += "player number \(index),player number \(index + 1),model_a\n" }
    let cells = try #require(battles(try read(text + text.dropFirst(23))))
    #expect(cells.roster.count == 5001)
    #expect(cells.cellCount == 5000)
    #expect(cells.count.allSatisfy { $0 == 2 })
  }
}
