import Battles
import Ingest
import Testing

/// Boards in the JSON shapes that people publish.
@Suite struct JSONBoardTests {
  private let row = #""rating":1200.5,"rating_q025":1190.5,"rating_q975":1210.5"#
  private let other = #""rating_q975":1110,"rating_q025":1090,"rating":1100"#

  @Test func everyShapeIsTheSameBoard() throws {
    let csv = "model,rating,rating_q025,rating_q975\ny,1100,1090,1110\nx,1200.5,1190.5,1210.5\n"
    let expected = try #require(board(try read(csv)))
    let shapes = [
      "[{\"model\":\"x\",\(row)},{\"model\":\"y\",\(other)}]",
      "{\"model\":\"x\",\(row)}\n{\(other),\"name\":\"y\"}\n",
      "{\"x\":{\(row)},\n \"y\":{\(other)}}",
      "{\"when\":\"2026-01-01\",\"leaderboard\":[{\"model\":\"x\",\(row)},{\"key\":\"y\",\(other)}]}",
      #"{"0":{"model":"x","#
        + row + #"},"1":{"model":"y","# + other + "}}",
      "{\"\\u0078\":{\(row),\"extra\":{\"model\":1}},\"y\":{\(other)}}",
    ]
    for text in shapes {
      for size in [1, 7, 1 << 16] {
        #expect(board(try read(text, named: "b.json", windowSize: size)) == expected, "\(text)")
      }
    }
  }

  @Test func aCategoryIsChosenWithAFilter() throws {
    let text = "{\"full\":{\"x\":{\(row)},\"y\":{\(other)}},\n\"coding\":{\"x\":{\(other)}}}"
    let full = try #require(board(try read(text, try filters("category=full"))))
    #expect(full.roster.names == ["x", "y"])
    #expect(full.rating == [1200.5, 1100])
    let coding = try #require(
      board(try read(text, try filters("category=coding", "model=x"), windowSize: 3)))
    #expect(coding.rating == [1100])
    let error = failure(text)
    #expect(error?.kind == .badData)
    #expect(
      error?.description == "battles.csv:2: \"x\" was there before, on battles.csv:1; column "
        + "'category' differs: 'full', 'coding' (choose one with --where category=full)")
    #expect(
      failure(text, try filters("category=ful"))?.description.contains("\"full\"") == true)
  }

  @Test func theChecksOfBoards() {
    #expect(
      failure("{\"x\":{\(row)},\"x\":{\(row)}}")?.description
        == "battles.csv:1: \"x\" was there before, on battles.csv:1, and no other column tells the "
        + "rows apart (leave one of the two rows out)")
    #expect(
      failure("[{\"model\":\"x\",\"rating\":1200}]")?.description.contains("no uncertainty") == true
    )
    #expect(
      failure("{\"x\":{\"rating\":1,\"lower\":2,\"upper\":3}}")?.description.contains(
        "is outside its interval") == true)
    #expect(
      failure(
        "[{\"model\":\"x\",\(row)},{\"model\":\"y\",\"rating\":true,\"rating_q025\":1,"
          + "\"rating_q975\":2}]")?.description.contains("rating is \"true\"; expected a number")
        == true)
    #expect(failure("{\"x\":{\(row)},\"y\":5}")?.description.contains("expected an object") == true)
    #expect(
      failure("{\"a\":{\"x\":{\(row)}},\n\"b\":{}}") == nil, "an empty category has no rows")
  }

  @Test func battlesAndABoardDoNotMix() {
    let battle = #"{"model_a":"x","model_b":"y","winner":"tie"}"#
    for policy in BadRowPolicy.allCases {
      #expect(
        failure("\(battle)\n{\"model\":\"x\",\(row)}", options { $0.badRows = policy })?.description
          == "battles.csv:2: this is a row of a board, and those before it are battles (give "
          + "battles and boards in files of their own)")
    }
  }

  @Test func intervalsInOtherForms() throws {
    let text =
      #"[{"Model":"x","Score":"1200","ci":"+7\/-6","votes":12},"#
      + #"{"model":"y","elo":1100,"variance":4,"vote_count":"30"}]"#
    let scores = try #require(board(try read(text)))
    #expect(scores.upper[0] == 1207 && scores.lower[0] == 1194)
    #expect(scores.standardError[1] == 2)
    #expect(scores.votes == [12, 30])
  }
}
