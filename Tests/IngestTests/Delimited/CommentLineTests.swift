import Battles
import Testing

@testable import Ingest

/// Lines that begin with `#`: comments, headers, and rows.
@Suite struct CommentLineTests {
  private static let expected = ["x|y|model_a|1", "y|x|tie|1"]

  @Test(
    arguments: [
      ("# exported\nmodel_a,model_b,winner\nx,y,model_a\ny,x,tie\n", 1),
      ("#exported\n\n# twice, and by hand\nmodel_a,model_b,winner\nx,y,model_a\ny,x,tie\n", 2),
      // As many fields as the header has, and none of its names.
      ("# from 2024, cleaned, again\nmodel_a,model_b,winner\nx,y,model_a\ny,x,tie\n", 1),
      // The header once more.
      ("# model_a,model_b,winner\nmodel_a,model_b,winner\nx,y,model_a\ny,x,tie\n", 1),
      // The header is a comment itself.
      ("# model_a,model_b,winner\nx,y,model_a\ny,x,tie\n", 0),
      ("#model_a,model_b,winner\nx,y,model_a\ny,x,tie\n", 0),
      ("# about\n# model_a,model_b,winner\n# and more\nx,y,model_a\ny,x,tie\n", 2),
      // Row numbers under a sign.
      ("#,model_a,model_b,winner\n1,x,y,model_a\n2,y,x,tie\n", 0),
      ("# about, these, four, names\n#,model_a,model_b,winner\n#1,x,y,model_a\n#2,y,x,tie\n", 1),
      // Among the rows.
      ("model_a,model_b,winner\n# one\nx,y,model_a\n## two, more\ny,x,tie\n#three\n#", 4),
      ("model_a,model_b,winner\nx,y,model_a\n# say, \"one\" and, \"two, more\ny,x,tie\n", 1),
      ("model_a,model_b,winner\nx,y,model_a\n# open,\"one\ny,x,tie\n", 1),
    ])
  func readsTheSameBattles(_ text: String, _ comments: Int) throws {
    for lineEnd in ["\n", "\r\n", "\r"] {
      let text = text.replacing("\n", with: lineEnd)
      for size in [1, 3, 64, 1 << 16] {
        let result = try read(text, windowSize: size)
        #expect(cells(result) == Self.expected, "window of \(size)")
        #expect(result.report.reading.commentLines == comments)
        #expect(result.report.rows == 2)
      }
    }
  }

  @Test func rowsThatBeginWithTheSign() throws {
    let text = "model_a,model_b,winner\n#1 bot,b,a\n# 2,#1 bot,b\n#1 bot,# 2,tie\n"
    let result = try read(text)
    #expect(
      cells(result) == ["# 2|#1 bot|model_b|1", "#1 bot|# 2|tie|1", "#1 bot|b|model_a|1"])
    #expect(result.report.reading.commentLines == 0)
  }

  /// A row with something missing must not be lost as a comment.
  @Test func aRowThatLacksAField() {
    #expect(
      failure("model_a,model_b,winner\nx,y,a\n#1 bot,b\n")?.description.hasPrefix(
        "battles.csv:3: the row has 2 fields; expected 3") == true)
    #expect(
      failure("model_a,model_b,winner\nx,y,a\n#1 bot,\"b\n")?.description.hasPrefix(
        "battles.csv:3: the quote that opens on this line is never closed") == true)
  }

  @Test func linesAreCountedThroughComments() {
    let text = "# one\n\n# two\nmodel_a,model_b,winner\n# three\nx,y,a\n#\nx,,b\n"
    #expect(failure(text)?.description.hasPrefix("battles.csv:8: model_b is empty") == true)
  }

  /// Names that options give are looked for as well.
  @Test func aHeaderThatOptionsKnow() throws {
    let named = try mapping("model=PLAYER,rating=ELO RATING,plus_minus=CI")
    let text = "# by, hand, twice\n# PLAYER,ELO RATING,CI\nx,1500,5\ny,1400,6\n"
    #expect(board(try read(text, named))?.roster.names == ["x", "y"])
    let other = "# by, hand, twice\nPLAYER,ELO RATING,CI\nx,1500,5\ny,1400,6\n"
    #expect(board(try read(other, named))?.roster.names == ["x", "y"])
    let bare = try mapping("model=# PLAYER,rating=ELO RATING,plus_minus=CI")
    #expect(board(try read(text, bare))?.roster.names == ["x", "y"])
  }

  /// With comments between them, and signs in their names, rows are the same however they are divided.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func howeverAFileIsDivided(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let lines = [
      "x,y,a,", "#1,y,b,", "# 2,x,tie,", "\"#q\",x,tie,\"a\nb,c\"", "# a comment", "#",
      "#a comment",
      "# a,comment", "# \"open", "# a,\"comment", "", "x,y,a,\"\n# in quotes\n\"",
    ]
    var text = "model_a,model_b,winner,note\n"
    for _ in 0..<Int.random(in: 1...80, using: &numbers) {
      text += lines[Int.random(in: 0..<(seed % 4 == 0 ? 12 : 8), using: &numbers)] + "\n"
    }
    func reading(_ threads: Int, _ size: Int, _ paths: ReadTuning.Paths) -> String {
      var options = ReadOptions()
      options.threads = threads
      options.badRows = .skip
      var tuning = ReadTuning()
      (tuning.windowSize, tuning.chunkSize, tuning.paths) = (size, 1, paths)
      tuning.chunksPerThread = 7
      do throws(IngestError) {
        return
          "\(try readDataset([InMemoryFile("b", Array(text.utf8))], options: options, tuning: tuning))"
      } catch {
        return "\(error)"
      }
    }
    let expected = reading(1, 1 << 16, .careful)
    for (threads, size) in [(1, 1), (1, 100), (2, 17), (3, 1 << 16)] {
      #expect(reading(threads, size, .fast) == expected, "seed \(seed), \(threads) threads")
    }
  }
}
