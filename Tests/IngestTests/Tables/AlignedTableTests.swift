import Battles
import Ingest
import Testing

/// Tables whose columns stand apart by blanks or tabs.
@Suite struct AlignedTableTests {
  @Test func aPrintedTable() throws {
    let text = """
      Some words above, in two lines that
      say what this is.

      Model            Rating   Std. Error   Votes
      ---------------  ------   ----------   -----
      alpha one        1503.2          2.5   1,200
      beta             1499.9          2.7     900
      """
    let result = try read(text)
    let scores = try #require(board(result))
    #expect(scores.roster.names == ["alpha one", "beta"])
    #expect(scores.standardError == [2.5, 2.7])
    #expect(scores.votes == [1200, 900])
    #expect(
      result.report.reading.files
        == [Reading.File(name: "battles.csv", form: .aligned, headerLine: 4)])
  }

  /// As pandas prints a frame: the headings end where the cells do, and the rows are numbered.
  @Test func aFrameOfPandas() throws {
    let text = """
      ```console
                                Model  Scores (%)         CI (%)
      0                     o3-latest        86.1  (-1.1 / +1.1)
      1                     gemini-25        79.3  (-1.5 / +1.9)
      13  claude-37-thinking-16k-long        50.0  (-0.0 / +0.0)
      ```
      """
    let scores = try #require(board(try read(text)))
    #expect(scores.roster.names == ["claude-37-thinking-16k-long", "gemini-25", "o3-latest"])
    #expect(scores.reference == 0)
    #expect(scores.unit == .percent)
    #expect(scores.upper == [50, 79.3 + 1.9, 86.1 + 1.1])
  }

  /// Ordo prints errors as half-widths at 95%, and dashes for the player that the others are measured
  /// against.
  @Test func anOrdoList() throws {
    let text = """
         # PLAYER           :  RATING  ERROR  POINTS  PLAYED   (%)  CFS(%)
         1 lc0 net 42850    :       3     12  1105.0    2000  55.2      69
         2 lc0 net LS10     :       0   ----  1092.0    2000  54.6     100
        13 lc0 net 32930    :     -69     14   803.0    2000  40.1     ---

      White advantage = 35.15 +/- 4.43
      """
    let result = try read(text)
    let scores = try #require(board(result))
    #expect(scores.roster.names == ["lc0 net 32930", "lc0 net 42850", "lc0 net LS10"])
    #expect(scores.rating == [-69, 3, 0])
    #expect(scores.lower == [-83, -9, 0])
    #expect(scores.reference == 2)
    #expect(scores.votes == [2000, 2000, 2000])
    #expect(
      result.report.reading.columns.map(\.role) == ["model", "rating", "plus_minus", "votes"])
    let csv = """
      "#","PLAYER","RATING","ERROR","POINTS","PLAYED","(%)"
      1,"a b",2804.4,36.6,1333.0,1400,95
      2,"c",2250.0,"-",1304.0,3500,37
      """
    #expect(board(try read(csv))?.lower == [2804.4 - 36.6, 2250])
  }

  /// BayesElo prints how far its intervals reach, by default at 95%; a prompt may stand before the headings.
  @Test func aBayesEloList() throws {
    let text = """
      ResultSet-EloRating>Rank Name               Elo    +    - games score oppo. draws
         1 Houdini 6.03       497  146  124    19   84%   256   32%
         2 Stockfish 220818   471  133  119    19   79%   270   42%
        13 Shredder 13       -395  128  115    19   76%   234   47%
      ResultSet-EloRating>
      """
    let scores = try #require(board(try read(text)))
    #expect(scores.roster.names == ["Houdini 6.03", "Shredder 13", "Stockfish 220818"])
    #expect(scores.lower == [373, -510, 352])
    #expect(scores.upper == [643, -267, 604])
    #expect(scores.votes == [19, 19, 19])
    #expect(scores.unit == .elo)
  }

  @Test func aListOfEngines() throws {
    let text = """
      Rank  Name                       Rating     +     −    Score  AvOp.   Games
         1  Stockfish 17 64-bit 8CPU     3647   +14   −15    58.4%  −55.2    1650
         2  Torch 3 64-bit 8CPU          3640   +16   −15    57.2%  −50.9    1322
      """
    let scores = try #require(board(try read(text)))
    #expect(scores.roster.names == ["Stockfish 17 64-bit 8CPU", "Torch 3 64-bit 8CPU"])
    #expect(scores.lower == [3632, 3625])
    #expect(scores.upper == [3661, 3656])
    #expect(scores.votes == [1650, 1322])
  }

  @Test(
    arguments: [
      "Model Elo CI\ngpt-4 1503 6\ngpt-3 1400 7\n",
      "Model  Elo  CI\ngpt-4  1503  6\ngpt-3  1400  7\n",
      "Model Elo CI\ngpt-4  1503  6\ngpt-3  1400  7\n",
      "=====  ====  ==\nModel  Elo   CI\n=====  ====  ==\ngpt-4  1503  6\ngpt-3  1400  7\n=====  ====  ==\n",
      "A title\n\nModel\tElo\tCI\ngpt-4\t1503\t6\ngpt-3\t1400\t7\n",
      "Model                    Elo     CI\n\ngpt-4 1503 6\n\nModel  Elo  CI\ngpt-4  1503  6\ngpt-3  1400  7\n",
    ])
  func kinds(_ text: String) throws {
    let scores = try #require(board(try read(text)))
    #expect(scores.roster.names == ["gpt-3", "gpt-4"])
    #expect(scores.lower == [1393, 1497])
  }

  /// As R prints frames: the rows are numbered, and types may stand below the headings.
  @Test(
    arguments: [
      "   model    elo  se\n1      a 1500.5 2.5\n2   b c2 1400.5 2.25\n10    dd 1300.5 3.5\n",
      "  model    elo  se\n1     a 1500.5 2.5\n2  b c2 1400.5 2.25\n3    dd 1300.5 3.5\n",
      """
      # A tibble: 3 × 3
        model    elo    se
        <chr>  <dbl> <dbl>
      1 a      1500.5   2.5
      2 b c2   1400.5   2.25
      3 dd     1300.5   3.5
      """,
    ])
  func framesOfR(_ text: String) throws {
    let scores = try #require(board(try read(text)))
    #expect(scores.roster.names == ["a", "b c2", "dd"])
    #expect(scores.rating == [1500.5, 1400.5, 1300.5])
    #expect(scores.standardError == [2.5, 2.25, 3.5])
  }

  /// A cell of a page's table on a line of its own, headings first.
  @Test func cellsOnLinesOfTheirOwn() throws {
    let rows = [
      ["1", "gemini x", "1470", "+5/-5", "26,019"], ["2", "gpt-x", "1460", "+6/-4", "9,019"],
      ["2", "claude", "1459", "+6/-6", "8,020"],
    ]
    let text = (["Rank", "Model", "Score", "95% CI (±)", "Votes"] + rows.flatMap { $0 })
      .joined(separator: "\n")
    let scores = try #require(board(try read(text)))
    #expect(scores.roster.names == ["claude", "gemini x", "gpt-x"])
    #expect(scores.lower == [1453, 1465, 1456])
    #expect(scores.votes == [8020, 26019, 9019])
    // Where a cell is missing nothing tells where rows begin.
    #expect(failure((text.split(separator: "\n").dropLast()).joined(separator: "\n")) != nil)
  }

  @Test func aRowThatDoesNotFit() {
    let text = "Model  Elo   CI\na      1500  5\nwords in between\nb      1400  5\n"
    #expect(
      failure(text)?.description.hasPrefix("battles.csv:3: the row has 1 cell; expected 3") == true)
  }

  @Test func anEmptyCellInTheMiddle() throws {
    let text = """
      Model    Org    Elo   CI
      alpha    Acme   1500  5
      beta            1400  6
      gamma    Xyz          7
      """
    let result = try read(text)
    #expect(board(result)?.roster.names == ["alpha", "beta"])
    #expect(result.report.setAside == [SetAside(.noScore, count: 1)])
  }
}
