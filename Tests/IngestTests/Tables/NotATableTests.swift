import Battles
import Ingest
import Testing

/// CSV and JSON are never taken for tables for people, whatever stands in their cells.
@Suite struct NotATableTests {
  private static let table =
    "| model | elo | se |\n|---|---|---|\n| x | 1500 | 2 |\n| y | 1400 | 3 |"

  @Test(
    arguments: [
      "model_a,model_b,winner,prompt\nx,y,model_a,\"\(table)\"\n",
      "prompt,model_a,model_b,winner\n\"\(table)\n\n\(table)\",x,y,model_a\n",
      "model_a,model_b,winner,prompt\nx,y,model_a,<table><tr><td>model</td></tr></table>\n",
      "model_a|model_b|winner|note\nx|y|model_a|score: 7\n",
      "model_a|model_b|winner\nx|y|model_a\n",
      "model_a;model_b;winner;note\nx;y;model_a;a  b  c\n",
      "model_a\tmodel_b\twinner\tnote\nx\ty\tmodel_a\t\(table.split(separator: "\n")[0])\n",
      #"{"model_a": "x", "model_b": "y", "winner": "model_a", "prompt": "<table>| a | b |\n|---|---|"}"#,
      #"[{"model_a": "x", "model_b": "y", "winner": "model_a", "prompt": "|a|b|"}]"#,
    ])
  func battles(_ text: String) throws {
    let result = try read(text)
    #expect(cells(result) == ["x|y|model_a|1"])
    let form = result.report.reading.files.first?.form
    #expect(form == .delimited || form == .json)
  }

  /// CSV of which the headings say nothing stays CSV: the table in its cells is none of its own.
  @Test(
    arguments: [
      "alpha,beta,verdict,prompt\nx,y,1,\"\(table)\"\nx,y,1,\"\(table)\"\n",
      "id\tprompt\n1\t\(table.split(separator: "\n")[0])\n2\tx\n", "d|e|f\nx|1|2\ny|3|4\n",
      "id,html\n1,<table><tr><th>model<th>elo<th>se<tr><td>a<td>1<td>2</table>\n",
    ])
  func unknownHeadings(_ text: String) {
    #expect(failure(text)?.description.hasPrefix("battles.csv:1: the header is neither") == true)
  }

  @Test func aBoardWithPipesAndWithoutARule() throws {
    let result = try read("model|elo|se\na*|1500|2\nb|1400|3\n")
    #expect(board(result)?.roster.names == ["a*", "b"])
    #expect(result.report.reading.files.first?.delimiter == "pipe")
    // A row of values that are missing is no rule.
    let dashes = try read("model|elo|se\n-|-|-\nb|1400|3\na|1500|2\n")
    #expect(dashes.report.reading.files.first?.form == .delimited)
  }

  @Test func tabsFromABrowser() throws {
    let text =
      "Rank (UB)\tModel\tScore\t95% CI (±)\tVotes\n1\tx\t1470\t+5/-5\t26,019\n2\ty\t1460\t+6/-4\t9,019\n"
    let result = try read(text)
    #expect(board(result)?.lower == [1465, 1456])
    #expect(result.report.reading.files.first?.delimiter == "tab")
  }

  @Test func decimalCommasBetweenSemicolons() throws {
    #expect(
      failure("model;score;se\na;1,503;5\nb;1,490;5\n")?.description
        == "battles.csv:2: score is \"1,503\"; expected a number with a point before its decimals (correct "
        + "it, or leave such rows out with --bad-rows skip)")
    #expect(
      board(try read("model,score,se\na,\"1,503\",5\nb,\"1,490\",5\n"))?.rating == [1503, 1490])
  }

  @Test(arguments: ["model;score;se\na;1503;2,125\n", "model,score,se\na,1503,\"2,125\"\n"])
  func widthsWithACommaBeforeDecimals(_ text: String) {
    #expect(failure(text)?.description.hasPrefix("battles.csv:2: se is \"2,125\"") == true)
  }

  @Test func aLinkAtTheFrontIsNoArray() throws {
    let text = "[A board](https://x.org), as of today\n\n\(Self.table)\n"
    #expect(board(try read(text))?.roster.names == ["x", "y"])
  }

  @Test func bytesThatAreNoText() {
    let bytes = Array(Self.table.utf8) + [0xFF, 0x0A]
    #expect(
      failure(bytes)?.description
        == "battles.csv: it is not UTF-8 (save the file as UTF-8, for example with iconv)")
  }
}
