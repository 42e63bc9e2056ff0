import Battles
import Testing

@testable import Reporting

@Suite struct ReadingWordingTests {
  private func line(_ reading: Reading) -> String {
    var document = Document()
    if let line = ReadingWording(reading).line { document.blocks.append(.note(line)) }
    // However the lines are broken.
    let text = TextRenderer(style: TerminalStyle(width: 1000)).text(document)
    return text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// Labels are told with their battles, and with what they mean where that does not go without saying.
  @Test func theLine() {
    #expect(
      line(ReadingFixture.reading)
        == "Read: a = left, b = right; vote: A>B (a) 1,200 · B>A (b) 900 · tie 30 · (empty) (no verdict) 7; "
        + "count = n; 1 line repeats the header and is passed over; 2 lines of comments passed over; blanks "
        + "trimmed around alder; not used: draws.")
  }

  @Test func headingsSpeakForThemselves() {
    var reading = Reading()
    reading.columns = [
      Reading.Column(heading: "black", role: "a", isNamed: false),
      Reading.Column(heading: "white", role: "b", isNamed: false),
      Reading.Column(heading: "winner", role: "winner", isNamed: false),
    ]
    reading.labelColumns = [
      Reading.LabelColumn(
        heading: "winner", sideA: "black", sideB: "white", basis: .headings, vocabulary: nil,
        labels: [
          Reading.Label(text: "black", meaning: "a", battles: 55),
          Reading.Label(text: nil, meaning: "b", battles: 45),
        ])
    ]
    reading.outcomes = Reading.Outcomes()
    #expect(line(reading) == "Read: a = black, b = white; winner: black 55 · names of b 45.")
  }

  @Test func columnsOfNumbersAndBoards() {
    var reading = Reading()
    reading.columns = ["a", "b", "wins_a", "wins_b", "ties"].map {
      Reading.Column(heading: $0 + "!", role: $0, isNamed: false)
    }
    var outcomes = Reading.Outcomes()
    outcomes.add(.aWins, 3)
    outcomes.add(.bothBad, 2)
    reading.outcomes = outcomes
    #expect(
      line(reading)
        == "Read: a = a!, b = b!, wins_a = wins_a!, wins_b = wins_b!, ties = ties!; a won 3 · b won 0 · ties 0 "
        + "· both bad 2.")
    var board = Reading()
    board.columns = [Reading.Column(heading: "who", role: "model", isNamed: true)]
    #expect(line(board) == "Read: model = who.")
    board.unmarkedNames = ["x", "y"]
    #expect(line(board) == "Read: model = who; footnote marks taken off behind x and y.")
    #expect(line(Reading()).isEmpty)
  }

  @Test func describe() {
    let text = ReadingFixture.report.rendered(as: .table, style: TerminalStyle(width: 80))
    #expect(
      text == """
        2,130 battles among 4 models, in 2,137 rows.

        battles.csv: text with a semicolon between fields, its header on line 2.

        <stdin>: JSON.

        g.pgn: chess games as PGN, a row each.

        bare.txt: text in UTF-16 with a ^ between fields and no header.

        Role    Column  Named by
        a       left    heading
        b       right   heading
        winner  vote    option
        count   n       heading

        vote, beside left and right: labels are of the vocabulary A>B, B>A.

        Label    Means       Battles
        A>B      a             1,200
        B>A      b               900
        tie      tie              30
        (empty)  no verdict        7

        By side: a won 1,200 · b won 900 · ties 30.

        Times (day): from 2026-01-01 to 2026-02-01.

        Set aside: 7 battles without a verdict.
        Blanks were trimmed around alder.
        1 line repeats the header and is passed over.
        2 lines that begin with # are comments.
        Not used, though it looks like numbers of ties: draws.
        Not used, though it looks like judges: judge.

        """)
    let csv = ReadingFixture.report.rendered(as: .csv, style: TerminalStyle())
    #expect(
      csv == """
        column,role,label,meaning,battles
        left,a,,,
        right,b,,,
        vote,winner,A>B,a,1200
        vote,winner,B>A,b,900
        vote,winner,tie,tie,30
        vote,winner,"",skip,7
        n,count,,,

        """)
  }

  /// Two tables in one float stand below each other.
  @Test func tablesInLaTeX() {
    let text = ReadingFixture.report.rendered(as: .latex, style: TerminalStyle())
    #expect(text.contains("\\end{tabular}\n  \\par\\medskip\n  \\begin{tabular}"))
    let markdown = ReadingFixture.report.rendered(as: .markdown, style: TerminalStyle())
    #expect(markdown.contains("| winner | vote"))
  }

  /// What a file is written in, with the line of its headings where it has some.
  @Test(
    arguments: [
      (.pipes, "a table with pipes between its cells, its header on line 7."),
      (.aligned, "a table with blanks between its columns, its header on line 7."),
      (.keyed, "lines of keys and values, the first on line 7."),
      (.html, "a table of HTML, its header on line 7."), (.json, "JSON."),
    ] as [(Reading.Form, String)])
  func forms(_ form: Reading.Form, _ words: String) {
    var reading = Reading()
    reading.files = [Reading.File(name: "board.md", form: form, headerLine: 7)]
    reading.columns = [Reading.Column(heading: "who", role: "model", isNamed: false)]
    reading.unmarkedNames = ["x"]
    let report = DescribeReport(
      .board(models: 3),
      report: ReadReport(
        files: ["board.md"], rows: 4, setAside: [SetAside(.noScore, count: 1)], reading: reading))
    let text = report.rendered(as: .table, style: TerminalStyle(width: 1000))
    #expect(text.contains("board.md: \(words)\n"))
    #expect(text.contains("Set aside: 1 row without a score."))
    #expect(text.contains("Footnote marks were taken off behind x."))
  }
}
