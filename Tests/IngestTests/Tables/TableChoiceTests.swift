import Battles
import Ingest
import Testing

/// Texts with several tables.
@Suite struct TableChoiceTests {
  private let text = """
    # Boards

    | Metric | Value |
    |---|---|
    | judges | 12 |

    **Style control**

    | model | score | se |
    |---|---|---|
    | a | 88.5 | 2 |
    | b | 77.5 | 2 |

    ## No style control

    ```
    a | score: 90.5 | se: 1
    c | score: 70.5 | se: 1
    ```
    """

  @Test func severalBoardsAreRefusedWithTheOptionForEach() throws {
    let error = failure(text)
    #expect(
      error?.description
        == "battles.csv: it has 2 tables that could be meant: 2 on line 9 (Style control), 2 rows; 3 on line "
        + "17 (No style control), 2 rows (choose one with --table 2 or --table 3)")
    #expect(error?.kind == .badData)
    let boards = try offered(error).map { board(try read(text, $0))?.roster.names }
    #expect(boards == [["a", "b"], ["a", "c"]])
  }

  @Test(arguments: [("no style", ["a", "c"]), ("Style Control", ["a", "b"]), ("3", ["a", "c"])])
  func chosen(_ wish: String, _ names: [String]) throws {
    #expect(board(try read(text, options { $0.table = wish }))?.roster.names == names)
  }

  @Test(arguments: ["4", "0", "hard prompts", ""])
  func notThere(_ wish: String) {
    let error = failure(text, options { $0.table = wish })
    #expect(
      error?.description.contains("it has no table '\(wish)'; it has: 1 on line 3 (Boards), 1 row;")
        == true)
    #expect(error?.description.hasSuffix("(name one of them, such as --table 1)") == true)
  }

  @Test func aTitleOfSeveral() {
    let error = failure(text, options { $0.table = "control" })
    #expect(error?.description.contains("choose one with --table 2 or --table 3") == true)
  }

  @Test func theTableThatIsNone() {
    let error = failure(text, options { $0.table = "1" })
    #expect(error?.description.hasPrefix("battles.csv:3: the header is neither") == true)
  }

  /// A table that is there twice is one.
  @Test func theSameTableTwice() throws {
    let table = "|model|elo|se|\n|---|---|---|\n|a|1500|2|\n|b|1400|2|\n"
    #expect(board(try read(table + "\nAgain:\n\n" + table))?.roster.count == 2)
  }

  @Test func oneBoardAmongOtherTables() throws {
    let other =
      "|model|license|\n|---|---|\n|a|MIT|\n\n|model|score|params|\n|---|---|---|\n|a|1|7B|\n\n"
    let table = "|model|elo|se|\n|---|---|---|\n|a|1500|2|\n|b|1400|2|\n"
    #expect(board(try read(other + table))?.roster.count == 2)
  }

  /// What is wrong is told of the table that is most like a board.
  @Test func theNearestToABoard() {
    let text = "|a|b|\n|---|---|\n|1|2|\n\n|model|elo|votes|\n|---|---|---|\n|x|1500|7|\n"
    #expect(
      failure(text)?.description.hasPrefix("battles.csv:5: the board has scores and no uncertainty")
        == true)
    #expect(
      failure("|a|b|\n|---|---|\n|1|2|\n\n|c|d|\n|---|---|\n|x|1|\n")?.description
        == "battles.csv: none of its 2 tables has a model and a rating, or two sides and a winner (name the "
        + "columns with --columns, or save the table as CSV)")
  }

  @Test func columnsAreNamedInTablesToo() throws {
    let text = "|thing|points|spread|\n|---|---|---|\n|x|15.5|7|\n|y|14.5|7|\n"
    let named = try mapping("model=thing,rating=points,standard_error=spread")
    #expect(board(try read(text, named))?.standardError == [7, 7])
  }

  @Test(
    arguments: [
      ("model,elo,se\na,1500,2\n", "no table was found in it (leave --table out)"),
      (
        #"[{"model": "a", "elo": 1500, "se": 2}]"#,
        "--table chooses among the tables of a text, and battles.csv is JSON (leave it out)"
      ),
    ])
  func thereAreNoTables(_ text: String, _ told: String) {
    #expect(failure(text, options { $0.table = "1" })?.description.hasSuffix(told) == true)
  }
}
