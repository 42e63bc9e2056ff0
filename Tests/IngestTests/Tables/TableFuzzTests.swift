import TestSupport
import Testing

@testable import Ingest

/// Whatever a text holds, it is read or refused, in time that grows with its length and no faster.
@Suite struct TableFuzzTests {
  /// Pieces that mean something to some reader of tables.
  private static let pieces = [
    "|", "||", "\\|", "---", "|---|---|", ":-:", "+--+--+", "\n", "\n", "\n\n", " ", "  ", "\t",
    "```\n",
    "<table>", "</table>", "<tr>", "<td>", "<th colspan=9>", "<td rowspan=99>", "<!--", "-->",
    "<script>",
    "</script>", "<", ">", "&", "&amp;", "&#", "\"", "'", "=", "*", "**", "_", "`", "``", "[", "](",
    ")",
    "[^", "~~", "\\", "model", "elo", "se", "95% CI", "a", "1500", "±6", "(-6, +5)", "1497–1509",
    ": ",
    "score: 7", "Not ranked: x", "│", "┼", "─", "é", "漢", "\u{1B}[1m", "# ", "\r\n", "\r",
    "ResultSet>",
  ]

  private func text(_ random: inout SeededGenerator, pieces count: Int) -> String {
    (0..<count).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }.joined()
  }

  @Test func anyTextIsReadOrRefused() throws {
    for seed in 0..<120 {
      var random = SeededGenerator(seed: seed)
      let body = text(&random, pieces: 60)
      // With a table that is a board, so that what is around it and in it is read, too.
      for front in [
        "", "|model|elo|se|\n|---|---|---|\n|a|1500|2|\n", "<table><tr><th>model<th>elo<th>se<tr>",
      ] {
        for table in [nil, "1"] {
          let error = failure(front + body, options { $0.table = table })
          #expect(error == nil || error?.description.isEmpty == false, "seed \(seed)")
        }
      }
    }
  }

  @Test func anyBytesAreReadOrRefused() {
    for seed in 0..<80 {
      var random = SeededGenerator(seed: seed)
      let bytes = (0..<300).map { _ in UInt8(truncatingIfNeeded: random.next() >> 32) }
      for front in ["<table>", "|a|b|\n|---|---|\n", "x | y: 1\n", ""] {
        let error = failure(Array(front.utf8) + bytes, options { $0.table = "1" })
        #expect(error?.description.isEmpty != true, "seed \(seed)")
      }
    }
  }

  /// Texts that would make a careless reader look at all of the rest again and again, which for so many bytes
  /// would not end in hours.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "[", "[x](", "`a", "``", "*a ", "**", "_a", "<a ", "<td", "<table><tr><td>",
      "<th colspan=1000>",
      "&", "|", "|-", "a|b: c|", "<!--", "<script", "a  b\n", "x\ty\n", "1 ", "(", "+--+\n",
      "| a |\n|---|\n",
      "model  elo\n", "Not ranked\n", "\n", "<tr><td rowspan=1000>", "\u{1B}[", "~~", "\\", "![",
      "</table>",
    ])
  func timeGrowsWithLengthAlone(_ piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    var page = HTMLTables(Array(text.utf8))
    #expect(page.found().count < 100_000)
    #expect(InlineMarkup.cell(text).marked.utf8.count <= text.utf8.count)
    #expect(PastedDocument(Array(text.utf8)) { _ in false }.tables.count <= text.utf8.count)
  }
}
