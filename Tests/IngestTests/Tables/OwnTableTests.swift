import Battles
import Ingest
import Testing

/// Rankings of this program, as it prints them for readers.
@Suite struct OwnTableTests {
  private let table = """
    Tied for first, at 95% confidence: alpha and
      beta with a long name.

    Rank  Range  Model                 Rating  95% interval  Battles      1400          1500
     • 1  1–2    alpha                   1503     1498–1509   13,919         ┊       ├──●──┤
     • 2  1–2    beta with a long name   1499     1495–1503   24,300         ┊        ├─●─┤
       3  3      gamma|x *y*             −120   −127 to −113     300  ├──●──┤┊

      Not ranked: fewer than 30 battles (intervals from the model, not the
        resamples)
                 delta                   1380     1371–1389       10       ├──●──┤
    • tied for first
    1 more model is not shown, without a rank.

    Read: a = model_a, b = model_b; winner: model_a 60 · model_b 30.
    """

  @Test func aTableOfATerminal() throws {
    for text in [
      table, table.split(separator: "\n").map { "\u{1B}[1m\($0)\u{1B}[0m" }.joined(separator: "\n"),
    ] {
      let result = try read(text)
      let scores = try #require(board(result))
      #expect(scores.roster.names == ["alpha", "beta with a long name", "delta", "gamma|x *y*"])
      #expect(scores.rating == [1503, 1499, 1380, -120])
      #expect(scores.lower == [1498, 1495, 1371, -127])
      #expect(scores.isUnranked == [false, false, true, false])
      #expect(scores.votes == [13919, 24300, 10, 300])
      #expect(
        result.report.warnings.first?.text
          == "The table was printed for readers: its numbers are rounded, and 1 more model is not in it. The "
          + "same ranking as CSV or JSON has all digits.")
    }
  }

  @Test func aNameThatLostAPart() {
    let text = table.split(separator: "long name").joined(separator: "long…name")
    #expect(
      failure(text)?.description
        == "battles.csv: the name \"beta with a long…name\" on line 6 lost a part where the table was "
        + "printed (print the ranking with --width none, or as CSV or JSON)")
  }

  /// Names are isolated and written out for readers, and scores of no Elo have decimals.
  @Test func namesAndPointsAsTheyArePrinted() throws {
    let text = """
      Rank  Range  Model      Rating     95% interval  Battles
         1  1–2    \u{2068}עברית\u{2069}       0.158      0.002–0.311       84
         2  1–2    \\u{A0}nb\\t   −0.038  −0.183 to 0.100      108
      """
    let scores = try #require(board(try read(text)))
    #expect(
      scores.roster.names
        == ["עברית", "\u{A0}nb\\t"].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(scores.unit == .points)
  }

  /// In Markdown the models without a rank are a table of their own.
  @Test func twoTablesOfMarkdown() throws {
    let head =
      "| Rank | Range | Model | Rating | 90% interval |\n| ---: | :---- | :--- | -----: | ---: |\n"
    let text = """
      **alpha is alone in first place.**

      \(head)|    1 | 1     | al\\_pha\\* |   1503 |    1498–1509 |
      |    2 | 2     | beta  |   1400 |    1395–1406 |

      Not ranked: too little is known of them

      \(head)|      |       | gamma |   1380 |    1370–1391 |

      Read: model = model.
      """
    let result = try read(text)
    let scores = try #require(board(result))
    #expect(scores.roster.names == ["al_pha*", "beta", "gamma"])
    #expect(scores.isUnranked == [false, false, true])
    #expect(scores.level == 0.9)
    #expect(result.report.reading.unmarkedNames.isEmpty)
  }

  @Test func jointIntervalsGiveNoErrors() {
    let text = """
      Rank  Range  Model  Rating  Joint 95% interval
         1  1      alpha    1503           1498–1509
         2  2      beta     1400           1395–1406
      """
    #expect(
      failure(text)?.description
        == "battles.csv:1: 'Joint 95% interval' holds for all models at once: it is wider than each by "
        + "itself, and gives no standard error (give the same ranking as CSV or JSON, which has standard "
        + "errors, or one without --intervals simultaneous)")
  }

  /// A document of this program: its level counts, and models without a rank are marked.
  @Test func aDocument() throws {
    let keys = """
      "rank_lower": 1, "rank_upper": 2, "arena_rank": 1, "quasi_standard_error": 2.5, "letters": [0],
      """
    let text = """
      {"schema": "deadheat/rank/2", "source": {"kind": "battles", "files": ["x"]},
       "interval": {"method": "percentile", "level": 0.9, "seed": null},
       "models": [
        {"rank": 1, \(keys) "model": "a", "rating": 12.5, "lower": 7.5, "upper": 20, "standard_error": 3,
         "battles": 40, "wins": 30, "provisional": false},
        {"rank": null, \(keys) "model": "b", "rating": -12.5, "lower": -20, "upper": -7.5,
         "standard_error": 4, "battles": 4, "wins": 0, "provisional": true}],
       "unranked": [{"model": "b"}]}
      """
    let scores = try #require(board(try read(text)))
    #expect(scores.level == 0.9)
    #expect(scores.lower == [7.5, -20])
    #expect(scores.standardError == [3, 4])
    #expect(scores.isUnranked == [false, true])
    #expect(scores.unit == .elo)
    #expect(scores.votes == [40, 4])
  }
}
