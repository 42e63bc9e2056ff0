import Battles

@testable import Reporting

/// A reading in which everything occurs.
enum ReadingFixture {
  static var reading: Reading {
    var reading = Reading()
    reading.files = [
      Reading.File(name: "battles.csv", form: .delimited, delimiter: "semicolon", headerLine: 2),
      Reading.File(name: "-", form: .json), Reading.File(name: "g.pgn", form: .pgn),
      Reading.File(name: "bare.txt", form: .delimited, delimiter: "^", encoding: "UTF-16"),
    ]
    reading.columns = [
      Reading.Column(heading: "left", role: "a", isNamed: false),
      Reading.Column(heading: "right", role: "b", isNamed: false),
      Reading.Column(heading: "vote", role: "winner", isNamed: true),
      Reading.Column(heading: "n", role: "count", isNamed: false),
    ]
    reading.labelColumns = [
      Reading.LabelColumn(
        heading: "vote", sideA: "left", sideB: "right", basis: .vocabulary, vocabulary: "A>B, B>A",
        labels: [
          Reading.Label(text: "A>B", meaning: "a", battles: 1200),
          Reading.Label(text: "B>A", meaning: "b", battles: 900),
          Reading.Label(text: "tie", meaning: "tie", battles: 30),
          Reading.Label(text: "", meaning: "skip", battles: 7),
        ])
    ]
    var outcomes = Reading.Outcomes()
    outcomes.add(.aWins, 1200)
    outcomes.add(.bWins, 900)
    outcomes.add(.tie, 30)
    reading.outcomes = outcomes
    reading.trimmedNames = ["alder"]
    reading.repeatedHeaders = 1
    reading.commentLines = 2
    reading.unusedColumns = [
      Reading.UnusedColumn(heading: "draws", looksLike: .ties),
      Reading.UnusedColumn(heading: "judge", looksLike: .judge),
    ]
    reading.times = Reading.Times(heading: "day", first: "2026-01-01", last: "2026-02-01")
    return reading
  }

  static var report: DescribeReport {
    DescribeReport(
      .battles(2130, models: 4),
      report: ReadReport(
        files: ["battles.csv", "-"], rows: 2137, setAside: [SetAside(.noVerdict, count: 7)],
        reading: reading))
  }
}
