import Battles
import Testing

@testable import Ingest

/// UTF-16 with a byte order mark, whose units the standard library makes here.
@Suite struct UTF16Tests {
  private static let csv =
    "model_a,model_b,winner\r\nGrüße,模型,model_a\r\n😀,Grüße,tie\r\n模型,a\u{301},model_b\r\n"

  private func encoded(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  private func read(
    _ bytes: [UInt8], _ options: ReadOptions = ReadOptions(), windowSize: Int = 1 << 16
  ) throws(IngestError) -> ReadResult {
    var tuning = ReadTuning()
    tuning.windowSize = windowSize
    return try readDataset([InMemoryFile("b", bytes)], options: options, tuning: tuning)
  }

  @Test(arguments: [true, false], [1, 2, 3, 7, 64, 1 << 16])
  func everyTextForm(_ isBigEndian: Bool, _ size: Int) throws {
    let forms = [
      (Self.csv, Reading.Form.delimited),
      (
        #"[{"model_a":"Grüße","model_b":"模型","winner":"model_a"},{"model_a":"😀","model_b":"Grüße","#
          + #""winner":"tie"},"# + "\n"
          + #"{"model_a":"模型","model_b":"a\#u{301}","winner":"model_b"}]"#,
        .json
      ),
      (
        "[White \"Grüße\"]\n[Black \"模型\"]\n[Result \"1-0\"]\n\n1. e4 {模}\n\n[White \"😀\"]\n[Black "
          + "\"Grüße\"]\n[Result \"1/2-1/2\"]\n\n[White \"模型\"]\n[Black \"a\u{301}\"]\n[Result \"0-1\"]\n",
        .pgn
      ),
    ]
    let expected = try readUTF8(Self.csv)
    for (text, form) in forms {
      let result = try read(encoded(text, isBigEndian: isBigEndian), windowSize: size)
      #expect(result.dataset == expected.dataset, "\(form)")
      #expect(result.report.reading.files.map(\.form) == [form])
      #expect(result.report.reading.files.map(\.encoding) == ["UTF-16"])
    }
  }

  private func readUTF8(_ text: String) throws(IngestError) -> ReadResult {
    try read(Array(text.utf8))
  }

  @Test func itIsNotDividedAmongThreads() throws {
    var options = ReadOptions()
    options.threads = 4
    let text = "model_a,model_b,winner\n" + String(repeating: "x,y,a\ny,z,b\n", count: 5000)
    var tuning = ReadTuning()
    tuning.chunkSize = 1
    let result = try readDataset(
      [InMemoryFile("b", encoded(text, isBigEndian: false))], options: options, tuning: tuning)
    #expect(cells(result) == ["x|y|model_a|5000", "y|z|model_b|5000"])
  }

  /// What stands before half a pair is read first, so that the first fault of a file is told of.
  @Test(arguments: [true, false], [1, 7, 1 << 16])
  func halvesOfPairs(_ isBigEndian: Bool, _ size: Int) throws {
    func error(_ units: [UInt16], behind text: String, odd: Bool = false) -> String? {
      var bytes = encoded(text, isBigEndian: isBigEndian)
      for unit in units {
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        bytes += isBigEndian ? [high, low] : [low, high]
      }
      if odd { bytes.append(0x20) }
      do throws(IngestError) {
        _ = try read(bytes, windowSize: size)
        return nil
      } catch {
        return error.description
      }
    }
    let good = "model_a,model_b,winner\r\nx,y,a\n"
    let place = 2 + 2 * good.utf16.count
    for units in [[0xD83D, 0x0041], [0xDE00, 0x0041], [0xD83D], [0xD83D, 0xD83D]] as [[UInt16]] {
      #expect(
        error(units, behind: good)
          == "b:3: half a surrogate pair stands at offset \(place), which is no character (check that the "
          + "file is complete, and save it as UTF-8)")
    }
    #expect(
      error([], behind: good, odd: true)
        == "b:3: the byte at offset \(place) is half of a UTF-16 unit, and the last one (check that the file "
        + "is complete, and save it as UTF-8)")
    #expect(
      error([0xDE00], behind: "model_a,model_b,winner\nx,,a\ny,z,b")?.hasPrefix(
        "b:2: model_b is empty") == true)
    #expect(error([0xD83D, 0xDE00], behind: "model_a,model_b,winner\nx,y,") != nil)
  }

  @Test func withoutAMarkItIsRefused() throws {
    let bytes = Array(encoded(Self.csv, isBigEndian: false).dropFirst(2))
    #expect(failure(bytes)?.description.contains("NUL byte at offset 1") == true)
  }

  @Test func valuesToo() throws {
    let bytes = encoded("model;rating\nGrüße;5\n", isBigEndian: true)
    let column = try readValues(InMemoryFile("v.csv", bytes), windowSize: 3).column
    #expect(column.roster.names == ["Grüße"])
  }
}
