import Battles
import Ingest
import Testing

/// Scores and errors that are easily taken for something else.
@Suite struct BoardTrapTests {
  /// Standard errors, or `nil` where the board is refused: of a and b, rounded to three decimals.
  static let traps: [(String, [Double]?)] = [
    // What a heading says of both is said of the error.
    ("model,Elo ± SE\na,1503 ± 6\nb,1403 ± 7\n", [6, 7]),
    ("model,Elo (± std. err.)\na,1503 ± 6\nb,1403 ± 7\n", [6, 7]),
    ("model,Elo (±1σ)\na,1503 ± 6\nb,1403 ± 7\n", [6, 7]),
    ("model,Elo (±2σ)\na,1503 ± 6\nb,1403 ± 8\n", [3, 4]),
    ("model,Score (mean ± std)\na,8.5 ± 0.5\nb,7.5 ± 0.5\n", nil),
    ("model,Elo,± SE\na,1503,±6\nb,1403,±7\n", [6, 7]),
    ("model,Elo,SE (90%)\na,1503,6\nb,1403,7\n", nil),
    // Divisors are twice the quantiles by Python's statistics.NormalDist: 1.6448536, 1.9599640.
    ("model,Elo,CI\na,1503,90% CI: ±6\nb,1403,90% CI: ±7\n", [3.648, 4.256]),
    ("model,Elo\na,1503 (90% CI 1497–1509)\nb,1403 (90% CI: ±7)\n", [3.648, 4.256]),
    ("model,Elo\na,1503 (90% CI 1497–1509)\nb,1403 (95% CI: ±7)\n", nil),
    ("model,Elo (95% CI)\na,1503 (90% CI 1497–1509)\nb,1403 (90% CI: ±7)\n", nil),
    ("model,rating,ci_5,ci_95\na,1503,1497,1509\nb,1403,1396,1410\n", [3.648, 4.256]),
    ("model,rating,CI 5%,CI 95%\na,1503,1497,1509\nb,1403,1396,1410\n", [3.648, 4.256]),
    ("model,rating,Lower (5%),Upper (95%)\na,1503,1497,1509\nb,1403,1396,1410\n", [3.648, 4.256]),
    ("model,rating,Lower (95%),Upper (95%)\na,1503,1497,1509\nb,1403,1396,1410\n", [3.061, 3.571]),
    ("model,rating,Lower (5%),Upper\na,1503,1497,1509\nb,1403,1396,1410\n", nil),
    ("model,rating,CI (5%-95%)\na,1503,1497–1509\nb,1403,1396–1410\n", [3.648, 4.256]),
    // Ends are no half-widths.
    ("model,rating,CI\na,1503,1497/1509\nb,1403,1396/1410\n", nil),
    ("model,rating,CI 95\na,1503,1509\nb,1403,1410\n", nil),
    // Percent signs on one side.
    ("model,win rate,stderr\na,62.5%,0.012\nb,60.5%,0.013\n", nil),
    ("model,win rate,ci\na,0.625,±1.2%\nb,0.605,±1.3%\n", nil),
    ("model,win rate\na,0.625 ± 1.2%\nb,0.605 ± 1.3%\n", nil),
    ("model,win rate,ci\na,62.5%,\"[0.601, 0.650]\"\nb,60.5%,\"[0.581, 0.630]\"\n", nil),
    ("model,Elo,ci\na,1500,± 1%\nb,1400,± 1%\n", nil),
    ("model,Win%,ci\na,.625,.012\nb,.605,.013\n", nil),
    ("model,win rate,stderr\na,62.5%,1.25\nb,60.5%,1.5\n", [1.25, 1.5]),
    ("model,win rate,95% CI\na,62.5,±1.2%\nb,60.5,±1.4%\n", [0.612, 0.714]),
    // Up, then down.
    ("model,Elo,CI\na,1503,\"+6, -5\"\nb,1403,\"+3, -9\"\n", [2.806, 3.061]),
    ("model,Elo,CI-,CI+\na,1503,5,6\nb,1403,9,3\n", [2.806, 3.061]),
    ("model;Elo;se\na;1,408.5;6\nb;1,308.5;7\n", [6, 7]),
    // A point between thousands.
    ("model,Elo\na,1.503 ± 6\nb,1.403 ± 7\n", nil),
    (
      "[{\"model\":\"a\",\"Elo\":\"1503 \\u00b1 6\"},{\"model\":\"b\",\"Elo\":\"1403 \\u00b1 7\"}]",
      [3.061, 3.571]
    ),
  ]

  @Test(arguments: traps)
  func trap(_ text: String, _ expected: [Double]?) throws {
    guard let expected else {
      #expect(failure(text)?.kind == .badData, "\(text)")
      return
    }
    let errors = board(try read(text))?.standardError.map { ($0 * 1000).rounded() / 1000 }
    #expect(errors == expected, "\(text)")
  }

  @Test func optionsForOneColumn() throws {
    let text = "model,Score (mean ± std)\na,8.5 ± 0.5\nb,7.5 ± 0.25\n"
    let error = failure(text)
    #expect(
      error?.description
        == "battles.csv: 'Score (mean ± std)' may be the standard error of a score, or how far single results "
        + "scatter (if it is the former, say so with --columns 'rating=Score (mean ± std),standard_error=Score "
        + "(mean ± std)')")
    #expect(try offered(error).map { board(try read(text, $0))?.standardError } == [[0.5, 0.25]])
    let ends = "model,rating,CI\na,1503,1497/1509\nb,1403,1396/1410\n"
    #expect(board(try read(ends, try mapping("interval=CI")))?.upper == [1509, 1410])
  }

  /// Headings that many scores share are looked at once.
  @Test func aThousandScores() {
    var header = "model"
    var row = "a"
    for place in 0..<1000 {
      header += ",Elo\(place),Elo\(place) CI"
      row += ",1500,5"
    }
    #expect(
      failure("\(header)\n\(row)\n")?.description.contains("and 'Elo5' (1000 in all)") == true)
  }
}
