import Battles
import Ingest
import Testing

/// Tables that are easily misread: what each comes to, counted by hand, or that it is refused.
@Suite struct TableTrapTests {
  /// A model with its score and how far its interval reaches, or its standard error behind `se`.
  static func told(_ result: ReadResult) -> [String]? {
    board(result).map { scores in
      scores.roster.names.indices.map { index in
        let reach = ((scores.upper[index] - scores.rating[index]) * 1e6).rounded() / 1e6
        return "\(scores.roster.names[index])|\(scores.rating[index])|\(reach)"
      }
    }
  }

  private static let markdown = "| Model | Elo | ± |\n|---|---|---|\n"
  private static let abc = ["a|1503.0|6.0", "b|1403.0|7.0", "c|1303.0|8.0"]

  static let traps: [(String, [String]?)] = [
    // Rows go on behind a blank line,
    (markdown + "| a | 1503 | 6 |\n| b | 1403 | 7 |\n\n| c | 1303 | 8 |\n", abc),
    // behind each row,
    (markdown + "| a | 1503 | 6 |\n\n| b | 1403 | 7 |\n\n| c | 1303 | 8 |\n", abc),
    // where all line ends are doubled,
    (
      "| Model | Elo | ± |\n\n|---|---|---|\n\n| **a** | 1503 | 6 |\n\n| b | 1403 | 7 |\n",
      Array(abc.prefix(2))
    ),
    // behind a line of words, which is a row without a score,
    (
      markdown
        + "| a | 1503 | 6 |\nClosed models:\n| b | 1403 | 7 |\nOthers\n| c | 1303 | 8 |\n", abc
    ),
    // and without pipes at the edges.
    ("Model | Elo | ±\n---|---|---\na | 1503 | 6\nb | 1403 | 7\nnone\nc | 1303 | 8\n", abc),
    // A page break stands between no tables.
    (
      """
      +-------+------+---+
      | Model | Elo  | ± |
      +-------+------+---+
      | a     | 1503 | 6 |
      --More--
      | b     | 1403 | 7 |

      | c     | 1303 | 8 |
      +-------+------+---+
      """, abc
    ),
    // Headings of its own make a table of its own.
    (markdown + "| a | 1503 | 6 |\n\n" + markdown + "| b | 1403 | 7 |\n", nil),
    ("A title\n\nModel\tElo\t±\na\t1503\t6\n\nb\t1403\t7\nc\t1303\t8\n", abc),
    ("Model   Elo  ±\na      1503  6\nb      1403  7\n\nc      1303  8\n\nSource: us.\n", abc),
    ("Model   Elo  ±\na      1503  6\n\nClosed\nb      1403  7\nc      1303  8\n", nil),
    // Nothing of a board of keys is lost.
    ("a | elo: 1503 | ci: ±6\nb | elo: 1403 | ci: ±7\n\nc | elo: 1303 | ci: ±8\n", abc),
    ("a | elo: 1503 | ci: ±6\nb | elo: 1403 | ci: ±7\nc | elo: 1303\n", nil),
    ("a | elo: 1503 | ci: ±6\nc | failed\nb | elo: 1403 | ci: ±7\n", nil),
    ("a | Elo: 1503 | +: 6 | -: 6\nb | Elo: 1403 | +: 7 | -: 7\n", Array(abc.prefix(2))),
    // A rule below the headings may be missing, and blanks may be wide ones.
    ("| Model | Elo | ± |\n| **a** | 1503 | 6 |\n| b | 1403 | 7 |\n", Array(abc.prefix(2))),
    ("Model | Elo | ±\n**a** | 1503 | 6\nb | 1403 | 7\n", Array(abc.prefix(2))),
    ("> Model\tElo\t±\n> a\t1503\t6\n> b\t1403\t7\n", Array(abc.prefix(2))),
    (markdown + "|\u{3000}a\u{A0}| 1503 | 6 |\n| \u{FEFF}b | 1403 | 7 |\n", Array(abc.prefix(2))),
    // The longest name leaves single blanks, in the last row and in the first one.
    (
      """
                    model rating   CI
      1             GPT-4 1250.5  4.5
      2            claude  940.5  5.5
      3 Qwen2.5-72B-Instr 1230.5 15.5
      """, ["GPT-4|1250.5|4.5", "Qwen2.5-72B-Instr|1230.5|15.5", "claude|940.5|5.5"]
    ),
    (
      "Model      Elo  CI\ngamma_ray 1303 ±11\nalpha     1503  ±6\nbeta      1403  ±7\n",
      ["alpha|1503.0|6.0", "beta|1403.0|7.0", "gamma_ray|1303.0|11.0"]
    ),
    // A rank, and names with blanks in them.
    (
      """
      #               Model Elo   ±  Votes        Org
      1             model_a 567  14  34229 Apache 2.0
      2                   A 1427 73  2465     OpenAI
      5 GPT-4o (2024-08-06) 1491 85 819707        MIT
      """, ["A|1427.0|73.0", "GPT-4o (2024-08-06)|1491.0|85.0", "model_a|567.0|14.0"]
    ),
    (
      """
      Rank model            elo     CI votes
         1 zephyr 7B     935.25 ±14.25   549
         2 mixtral-8x7b  872.25 ±24.25  3715
         3 olmo 2       1125.25  ±3.25 64822
      """, ["mixtral-8x7b|872.25|24.25", "olmo 2|1125.25|3.25", "zephyr 7B|935.25|14.25"]
    ),
    // Names that all are as long, with blanks in other places.
    (
      """
      Rank Name                 Elo    +    - games score oppo. draws
         1 Stockfish 8 64-bit   120   12   12  1000   75%   -40   40%
         2 Houdini 5             45   11   11  1000   55%    10   45%
         3 Komodo 10           -165   13   13  1000   20%    80   38%
      """, ["Houdini 5|45.0|11.0", "Komodo 10|-165.0|13.0", "Stockfish 8 64-bit|120.0|12.0"]
    ),
    // Two blanks within one name are its own.
    (
      "Model      Elo  ±\na  b      1503  6\nlong name 1403 17\n",
      ["a  b|1503.0|6.0", "long name|1403.0|17.0"]
    ),
    // The names of rows have no heading.
    ("        elo   ci\nalpha 1503.5 44.5\nBeta 2 1203.5  3.5\n", nil),
    (
      "          elo   ci\nalpha  1503.5 44.5\nBeta 2 1203.5  3.5\n",
      ["Beta 2|1203.5|3.5", "alpha|1503.5|44.5"]
    ),
    // Two blanks within all names are no border of a column.
    ("Model         Elo  ±\nLlama 2  70B  1503  6\nLlama 3  8Bx  1403  7\n", nil),
    // Names of two words in the same places are names.
    (
      "Model Name Elo ±\nalpha one  1503 6\nalpha two  1403 7\n",
      nil
    ),
    // Headings that stand above nothing of theirs leave open where errors belong.
    ("Model,Elo,MMLU,±\na,1503,65.5,6\nb,1403,63.5,7\n", nil),
    ("Model,Elo,Elo change,±\na,1503,12,6\nb,1403,13,7\n", nil),
    ("Model,Elo,TrueSkill,Sigma\na,1503,25.5,1\nb,1403,23.5,1\n", nil),
    ("Model,Elo,Votes,±\na,1503,655,6\nb,1403,635,7\n", Array(abc.prefix(2))),
    ("Model,Elo,Vendor,±\na,1503,x,6\nb,1403,y,7\n", Array(abc.prefix(2))),
    // Two columns of one heading are those of the scores before them.
    (
      "| Model | Elo | ± | MMLU | ± |\n|---|---|---|---|---|\n| a | 1503 | 6 | 65 | 1 |\n| b | 1403 | 7 | 6 | 2 |\n",
      Array(abc.prefix(2))
    ),
    // Totals are no models.
    (
      markdown
        + "| a | 1503 | 6 |\n| b | 1403 | 7 |\n| Average | 1453 | |\n| Total: | 2906 | 13 |\n",
      Array(abc.prefix(2))
    ),
    // A name that could be a total's is a model's where it has an error of its own.
    (
      "model,elo,se\nAverage,1503,6\nb,1403,7\n",
      ["Average|1503.0|11.759784", "b|1403.0|13.719748"]
    ),
    // Headings with numbers begin a table of their own where a rule stands below them.
    (
      markdown + "| a | 1503 | 6 |\n| b | 1403 | 7 |\n\n## By year\n\n| Language | 2024 | 2025 |\n"
        + "|---|---|---|\n| English | 1200 | 60 |\n",
      ["a|1503.0|6.0", "b|1403.0|7.0"]
    ),
    // What was cut when it was printed is no whole board.
    (
      "# A tibble: 40 x 3\n  model    elo    se\n  <chr>  <dbl> <dbl>\n1 gpt-4  1503.   6.1\n"
        + "2 claude 1403.   7.2\n# ℹ 38 more rows\n", nil
    ),
    // What is like a row behind other text may belong to that.
    (
      markdown + "| a | 1503 | 6 |\n| b | 1403 | 7 |\n\nCosts follow.\n\n| x | 12 | 3 |\n", nil
    ),
    (
      "name,score,±\nmean machine,60,5\naverage joe,50,5\n",
      ["average joe|50.0|5.0", "mean machine|60.0|5.0"]
    ),
  ]

  @Test(arguments: traps)
  func trap(_ text: String, _ expected: [String]?) throws {
    guard let expected else {
      #expect(failure(text)?.kind == .badData, "\(text)")
      return
    }
    #expect(Self.told(try read(text)) == expected, "\(text)")
  }

  /// Rows without a score and sums are counted.
  @Test func whatIsNoModelIsCounted() throws {
    let text = Self.markdown + "| a | 1503 | 6 |\nClosed:\n| b | 1403 | 7 |\n| Mean | 1453 | 7 |\n"
    #expect(
      try read(text).report.setAside == [
        SetAside(.noScore, count: 1), SetAside(.summary, count: 1),
      ])
  }

  /// What an error offers is taken.
  @Test func errorsBehindAnotherScore() throws {
    let text = "Model,Elo,MMLU,±\na,1503,65.5,6\nb,1403,63.5,7\n"
    let results = try offered(failure(text)).map { try read(text, $0) }
    #expect(results.map { board($0)?.rating } == [[1503, 1403], [65.5, 63.5]])
  }

  @Test func aLineThatCannotBeCutIsNamed() {
    let text = "Model         Elo  ±\nLlama 2  70B  1503  6\nLlama 3  8Bx  1403  7\n"
    #expect(
      failure(text)?.description.hasPrefix(
        "battles.csv:2: nothing tells under which headings the parts of the row stand") == true)
  }
}
