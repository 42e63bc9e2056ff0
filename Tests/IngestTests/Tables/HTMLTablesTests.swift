import Battles
import Testing

@testable import Ingest

/// Tables of HTML.
@Suite struct HTMLTablesTests {
  private let page = """
    <!DOCTYPE html>
    <html><head><title>x</title><style>td > a { b: c }</style>
    <script>var a = "<table><tr><td>no</td></tr></table>";</script></head>
    <body><h2>Arena &amp; more</h2>
    <!-- <table><tr><th>Model</th></tr></table> -->
    <TABLE class="t" data-x="a>b" id=c>
    <thead><tr><th rowspan=2>Rank<th rowspan="2">Model<th rowspan='2'>Score &uarr;<th colspan=2>95% CI</tr>
    <tr><th>lower<th>upper</thead>
    <tr><td>1<td><a href="u"><b>alpha</b></a><sup>1</sup><br><td>1503&nbsp;<td>1497<td>1508
    <tr><td>2<td>b&#233;ta &#x2212; x<td>1,490<td>1485<td>1495</tr>
    <tr><td colspan=5>Open models</td></tr>
    <tr><td>3</td><td>gamma&dagger;</td><td>1480</td><td>1475</td><td>1485</td></tr>
    </TABLE></body></html>
    """

  @Test func aPage() throws {
    let result = try read(page)
    let scores = try #require(board(result))
    #expect(scores.roster.names == ["alpha", "béta − x", "gamma"])
    #expect(scores.rating == [1503, 1490, 1480])
    #expect(scores.lower == [1497, 1485, 1475])
    let reading = result.report.reading
    #expect(reading.files == [Reading.File(name: "battles.csv", form: .html, headerLine: 7)])
    #expect(
      reading.columns.map(\.heading) == ["Model", "Score ↑", "95% CI lower", "95% CI upper"])
    #expect(reading.unmarkedNames == ["alpha", "gamma"])
  }

  @Test func errorsHaveLines() {
    let wrong = page.split(separator: "1,490", omittingEmptySubsequences: false).joined(
      separator: "1.490,5")
    #expect(failure(wrong)?.description.hasPrefix("battles.csv:10: Score ↑ is \"1.490,5\"") == true)
  }

  @Test(
    arguments: [
      "<table><tr><th>model<th>elo<th>se<tr><td>a<td>1500<td>2<tr><td>b<td>1400<td>3",
      "<table><td>model<td>elo<td>se<tr><td>a<td>1500<td>2<tr><td>b<td>1400<td>3</table>",
      """
      <div><p>text<table>
      <caption>t</caption><tr><th>model</th><th>elo</th><th>se</th></tr>
      <tr><td>a <td> 1500 <td>2 </tr><tr><td>b<td>1400<td>3</table></div>
      """,
      """
      <p align="center">A readme that begins with a tag, and has Markdown.</p>

      | model | elo | se |
      |---|---|---|
      | a | 1500 | 2 |
      | b | 1400 | 3 |
      """,
      """
      Text, and a table of HTML among it:

      <table><tr><th>model</th><th>elo</th><th>se</th></tr>
      <tr><td>a</td><td>1500</td><td>2</td></tr><tr><td>b</td><td>1400</td><td>3</td></tr></table>
      """,
      """
      <table><tr><td><table><tr><th>model<th>elo<th>se<tr><td>a<td>1500<td>2<tr><td>b<td>1400<td>3
      </table></td></tr></table>
      """,
    ])
  func kinds(_ text: String) throws {
    let scores = try #require(board(try read(text)))
    #expect(scores.roster.names == ["a", "b"])
    #expect(scores.standardError == [2, 3])
  }

  /// A cell that spans rows stands in each; one that spans columns stands in the first.
  @Test func spans() throws {
    let text = """
      <table><tr><th>arena<th>model<th>elo<th>se<th>note
      <tr><td rowspan=2>text<td>a<td>1500<td>2<td>x
      <tr><td>b<td>1400<td colspan=2>3
      <tr><td>code<td>c<td>1300<td>3<td>y</table>
      """
    #expect(board(try read(text, try filters("arena = text")))?.roster.names == ["a", "b"])
  }

  /// A heading over three columns, as lists of engines have it: the rating, and how far its interval reaches.
  @Test func signedNumbersBehindTheScore() throws {
    let text = """
      <table><tr><th>Rank<th>Name<th colspan=3>Rating<th>Score<th>Games
      <tr><td>1<td>Stock 17<td>3642<td>+15<td>&minus;14<td>58.5%<td>1650
      <tr><td>2<td>Drag 3<td>3622<td>+11<td>&minus;11<td>56.5%<td>2470</table>
      """
    let scores = try #require(board(try read(text)))
    #expect(scores.upper == [3633, 3657])
    #expect(scores.lower == [3611, 3628])
    #expect(scores.votes == [2470, 1650])
  }

  @Test func aPageWithoutTables() {
    #expect(
      failure("<!DOCTYPE html><html><body><p>Nothing, but text.</p></body></html>")?.description
        == "battles.csv: it looks like a text with a table, and none was found in it (name the columns with "
        + "--columns, or save the table as CSV)")
  }

  /// Spans of which browsers would make more cells than there are bytes.
  @Test func spansThatGrow() {
    let row = "<tr>" + String(repeating: "<td rowspan=1000 colspan=1000>", count: 40)
    let text = "<table><tr><th>model<th>elo<th>se</tr>" + String(repeating: row, count: 100)
    var page = HTMLTables(Array(text.utf8))
    #expect(page.found().isEmpty)
  }

  @Test func entities() {
    let text = Array("&amp;&#65;&#x42;&nbsp;&bogus;&#0;&#xD800;&".utf8)
    var decoded: [UInt8] = []
    var place = 0
    while place < text.count {
      if text[place] == UInt8(ascii: "&") {
        let (bytes, length) = HTMLEntities.decoded(text[place...])
        decoded += bytes
        place += length
      } else {
        decoded.append(text[place])
        place += 1
      }
    }
    #expect(String(decoding: decoded, as: UTF8.self) == "&AB &bogus;&#0;&#xD800;&")
  }
}
