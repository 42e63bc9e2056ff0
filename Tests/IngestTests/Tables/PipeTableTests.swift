import Battles
import Ingest
import Testing

/// Tables with pipes between their cells: of Markdown, and drawn by programs.
@Suite struct PipeTableTests {
  private let usual = """
    # A board

    Text with a comma, and  two blanks.

    | Rank* (UB) | Model | ⭐ Arena Elo | 95% CI | Votes | License |
    |:---|---|---:|:-:|---|---|
    | 1 | [Omega](https://x.org/a_(b)) | **1259** | +4/-3 | 35,931 | MIT |
    | 2 | **Foo** 3 Opus* | 1251 | +3/−3 | 80.9k | a\\|b |
    | 2 | `baz_chat_v2*` | 1240 | ±3 |

    The end.
    """

  @Test func aBoardInMarkdown() throws {
    let result = try read(usual, named: "board.md")
    let scores = try #require(board(result))
    #expect(scores.roster.names == ["Foo 3 Opus", "Omega", "baz_chat_v2*"])
    #expect(scores.rating == [1251, 1259, 1240])
    #expect(scores.lower == [1248, 1256, 1237])
    #expect(scores.upper == [1254, 1263, 1243])
    // The last row ends before its votes, as Markdown allows.
    #expect(scores.votes == nil)
    #expect(scores.unit == .elo)
    #expect(result.report.rows == 3)
    let reading = result.report.reading
    #expect(reading.files == [Reading.File(name: "board.md", form: .pipes, headerLine: 5)])
    #expect(reading.columns.map(\.heading) == ["Model", "⭐ Arena Elo", "95% CI", "Votes"])
    #expect(reading.columns.map(\.role) == ["model", "rating", "plus_minus", "votes"])
    #expect(reading.unmarkedNames == ["Foo 3 Opus"])
  }

  /// Votes are there where all rows have them.
  @Test func votes() throws {
    let text = "|model|elo|ci|votes|\n|-|---|-|-|\n|a|1500|±5|13,919|\n|b|1400|±5|24.3k|\n"
    #expect(board(try read(text))?.votes == [13919, 24300])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let text = ["title, x", "", "| model | elo | se |", "|---|---|---|", "|a|1500|oops|"]
      .joined(separator: end)
    #expect(failure(text)?.description.hasPrefix("battles.csv:5: se is \"oops\"") == true)
  }

  @Test(
    arguments: [
      "model | elo | se\n--- | --- | ---\na | 1500 | 2\nb | 1400 | 3\n",
      "> | model | elo | se |\n> |---|---|---|\n> | a | 1500 | 2 |\n> | b | 1400 | 3 |\n",
      "| model | elo | se |\n|-------+-----+----|\n| a | 1500 | 2 |\n| b | 1400 | 3 |\n",
      """
      +-------+------+----+
      | model |  elo | se |
      +-------+------+----+
      | a     | 1500 |  2 |
      | b     | 1400 |  3 |
      +-------+------+----+
      2 rows in set (0.00 sec)
      """,
      " model | elo  | se \n-------+------+----\n a     | 1500 |  2\n b     | 1400 |  3\n(2 rows)\n",
      """
      ┏━━━━━━━┳━━━━━━┳━━━━┓
      ┃ model ┃ elo  ┃ se ┃
      ┡━━━━━━━╇━━━━━━╇━━━━┩
      │ a     │ 1500 │ 2  │
      ├───────┼──────┼────┤
      │ b     │ 1400 │ 3  │
      └───────┴──────┴────┘
      """,
      """
      shape: (2, 3)
      ┌───────┬────────┬─────┐
      │ model ┆ elo    ┆ se  │
      │ ---   ┆ ---    ┆ --- │
      │ str   ┆ f64    ┆ i64 │
      ╞═══════╪════════╪═════╡
      │ a     ┆ 1500.0 ┆ 2   │
      │ b     ┆ 1400.0 ┆ 3   │
      └───────┴────────┴─────┘
      """,
    ])
  func kinds(_ text: String) throws {
    let result = try read(text)
    #expect(result.report.reading.files.first?.form == .pipes)
    let scores = try #require(board(result))
    #expect(scores.roster.names == ["a", "b"])
    #expect(scores.rating == [1500, 1400])
    #expect(scores.standardError == [2, 3])
  }

  /// Only Markdown has markup: elsewhere stars and underscores are a name's own.
  @Test func drawnTablesHaveNoMarkup() throws {
    let text =
      "+---+---+---+\n| model | elo | se |\n+---+---+---+\n| _a_* | 1500 | 2 |\n| b | 1 | 2 |\n"
    let result = try read(text)
    #expect(board(result)?.roster.names == ["_a_*", "b"])
    #expect(result.report.reading.unmarkedNames.isEmpty)
    #expect(
      board(try read("model,elo,se\n**a***,1500,2\nb,1,2\n"))?.roster.names == ["**a***", "b"])
  }

  /// Marks that tell two names apart stay.
  @Test func marksThatTellNamesApart() throws {
    let text = "|model|elo|se|\n|---|---|---|\n|a*|1500|2|\n|a|1400|2|\n|b†|1300|2|\n"
    let result = try read(text)
    #expect(board(result)?.roster.names == ["a", "a*", "b"])
    #expect(result.report.reading.unmarkedNames == ["b"])
  }

  @Test func rowsThatDoNotFit() throws {
    let text = "|model|elo|se|\n|---|---|---|\n|a|1500|2|3|\n|b|1400|3|\n| | | |\n"
    #expect(
      failure(text)?.description
        == "battles.csv:3: the row has 4 cells; expected 3, as in the headings (correct it, or leave such "
        + "rows out with --bad-rows skip)")
    let result = try read(text, options { $0.badRows = .skip })
    #expect(board(result)?.roster.names == ["b"])
    #expect(result.report.setAside == [SetAside(.badRow, count: 1)])
    #expect(result.report.rows == 2)
  }

  @Test func battles() throws {
    let text = "Battles:\n\n| model_a | model_b | winner |\n|---|---|---|\n| x | y | model_a |\n"
    #expect(try cells(text) == ["x|y|model_a|1"])
  }

  @Test func filtersChooseRows() throws {
    let text = "|model|elo|se|kind|\n|---|---|---|---|\n|a|1500|2|open|\n|b|1400|3|closed|\n"
    #expect(board(try read(text, try filters("kind = open")))?.roster.names == ["a"])
  }

  @Test func scoresWithTheirIntervals() throws {
    let text = """
      Method | Score (95% CI) | votes
      --- | --- | ---
      Ours | 88.7 (86.4–90.9) | 500
      Base | 80.0 (78.0–82.2) | 500
      """
    let scores = try #require(board(try read(text)))
    #expect(scores.lower == [78, 86.4])
    #expect(scores.upper == [82.2, 90.9])
    let rates = "|model|Win rate|\n|---|---|\n|a|62.5% ± 1.2%|\n|b|60.0% ± 1.5%|\n"
    let other = try #require(board(try read(rates)))
    #expect(other.unit == .percent)
    #expect(other.upper == [63.7, 61.5])
  }
}
