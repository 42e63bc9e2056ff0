import Testing

@testable import CommandLineKit

struct ArgumentTextTests {
  /// Words that are text, that are none, and that hold what stands in for bytes that are none.
  static let words: [[UInt8]] = [
    [], Array("battles.csv".utf8), Array("é\u{FFFD}\u{10FFFF}\u{E000}".utf8), [0xFF], [0x80],
    [0x61, 0xC3], [0xC3, 0xA9, 0xE9, 0x2E], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    Array("\u{10FEFF}".utf8), Array("\u{10FE80}.csv".utf8) + [0xFF], Array((1...255).reversed()),
  ]

  @Test(arguments: words) func bytesComeBackAsTheyWere(bytes: [UInt8]) {
    #expect(ArgumentText.bytes(of: ArgumentText.text(of: bytes)) == bytes)
  }

  @Test func noTwoWordsHaveTheSameText() {
    let texts = Self.words.map { Array(ArgumentText.text(of: $0).unicodeScalars.map(\.value)) }
    #expect(Set(texts).count == texts.count)
  }

  @Test func textStaysAsItIs() {
    for text in ["--where", "é", "\u{FFFD}.csv"] {
      #expect(ArgumentText.text(of: Array(text.utf8)).utf8.elementsEqual(text.utf8))
      #expect(ArgumentText.isText(text))
    }
    #expect(!ArgumentText.isText(ArgumentText.text(of: [0x61, 0xFF])))
  }

  @Test func messagesShowTheBytes() {
    #expect(FilePath(bytes: [0x61, 0xFF, 0x80, 0x62]).description == "a\\xFF\\x80b")
    #expect(FilePath("é").description == "é")
  }

  @Test func aPathTakesAnyBytesAndOtherValuesDoNot() throws {
    struct Settings: Sendable {
      var path: FilePath?
      var name: String?
    }
    let parser = Parser<Settings>(parameters: [
      .argument("FILE", \.path, help: ""), .option("name", \.name, "NAME", help: ""),
    ])
    let word = ArgumentText.text(of: [0x61, 0xFF])
    #expect(try parser.parse([word], into: Settings())?.target.path?.bytes == [0x61, 0xFF])
    let error = #expect(throws: UsageError.self) {
      try parser.parse(["--name", word], into: Settings())
    }
    #expect(error?.description == "--name is \"a\\xFF\"; expected text in UTF-8")
    let unknown = #expect(throws: UsageError.self) {
      try parser.parse(["--\(word)"], into: Settings())
    }
    #expect(unknown?.description == "unknown option '--a\\xFF'")
  }
}
