import Battles
import Ingest
import Testing

/// What a page of HTML does not show, or shows otherwise than it is written.
@Suite struct HTMLTrapTests {
  private static func page(_ rows: String) -> String {
    "<table><tr><th>Model</th><th>Elo</th><th>±</th></tr>\(rows)</table>"
  }

  static let traps: [(String, [String]?)] = [
    // What is hidden is no part of a number, and no row.
    (page("<tr><td>a<td><span style=\"display:none\">0001403</span>1403<td>6"), ["a|1403.0|6.0"]),
    (
      page(
        "<tr hidden><td>z<td>1<td>1<tr style='display: none'><td>y<td>1<td>1</tr><tr><td>a<td>1403<td>6"
      ),
      ["a|1403.0|6.0"]
    ),
    // A cell that cannot be seen keeps its place,
    (
      "<table><tr><th>Model<th>Peak<th>Elo<th>±<tr><td>a<td>1600<td>1503<td>6"
        + "<tr><td>b<td style=\"visibility:hidden\">1600</td><td>1403<td>7</table>",
      ["a|1503.0|6.0", "b|1403.0|7.0"]
    ),
    // and what is hidden ends with its part of the table, or with its own tag.
    (
      page(
        "<tbody><tr><td>a<td>1503<td>6<tbody hidden><tr><td>x<td>1<td>2<tbody><tr><td>b<td>1403<td>7"
      ),
      ["a|1503.0|6.0", "b|1403.0|7.0"]
    ),
    (
      page("<tr><td>a<td>1503<td>6<tr><td><svg hidden/>b<td>1403<td>7"),
      ["a|1503.0|6.0", "b|1403.0|7.0"]
    ),
    // Two numbers without a blank between are two.
    (page("<tr><td>a<td><span>1503</span><span>12</span><td>6"), nil),
    (page("<tr><td>a<td><b>1</b>,503<td>6"), ["a|1503.0|6.0"]),
    (page("<!-- x --!><tr><td>a<td>1403<td>6"), ["a|1403.0|6.0"]),
    (
      page("<tr><td>a &hearts; &amp b &notanentity;<td>1403<td>6"),
      ["a ♥ & b ¬anentity;|1403.0|6.0"]
    ),
    // A cell may reach down to the end of its part of the table.
    (
      "<table><tr><th>Org<th>Model<th>Elo<th>±<tbody><tr><td rowspan=0>X<td>a<td>1403<td>6<tr><td>b<td>1303<td>7"
        + "<tbody><tr><td>Y<td>c<td>1203<td>8</table>",
      ["a|1403.0|6.0", "b|1303.0|7.0", "c|1203.0|8.0"]
    ),
    // What stands at the foot sums up.
    (page("<tr><td>a<td>1403<td>6<tfoot><tr><td>All<td>1403<td>6"), ["a|1403.0|6.0"]),
    // Raised and lowered numbers are no footnotes.
    (
      "<table><tr><th>Model<th>Elo<tr><td>a<td>1503<sup>+6</sup><sub>−5</sub></table>",
      ["a|1503.0|6.0"]
    ),
    (
      "<table><thead><tr><th>Model</th><th>Elo</th><th>±</th></tr><tr><td>a</td><td>1403</td><td>6</td></tr></table>",
      ["a|1403.0|6.0"]
    ),
  ]

  @Test(arguments: traps)
  func trap(_ text: String, _ expected: [String]?) throws {
    guard let expected else {
      #expect(failure(text)?.kind == .badData, "\(text)")
      return
    }
    #expect(TableTrapTests.told(try read(text)) == expected, "\(text)")
  }
}
