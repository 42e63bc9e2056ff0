import Testing

@testable import Reporting

struct CSVWriterTests {
  private static let texts = [
    "plain", "with,comma", "with\"quote", "two\nlines", "cr\r\nlf", " leading", "trailing ",
    "\ttab", "in side", "", "\"", ",", "🚀 通义", "מודל", "=1+1", "u\u{308}", "a\u{0}b",
    "a\rb", "\r",
  ]

  @Test func textComesBackByteForByte() {
    for text in Self.texts {
      for other in Self.texts {
        var writer = CSVWriter(headings: ["x", "y"])
        writer.write([.string(text), .string(other)])
        let rows = CSVReader.rows(writer.text)
        #expect(rows.count == 2)
        let bytes = rows.last?.map { $0.map { Array($0.utf8) } }
        #expect(bytes == [Array(text.utf8), Array(other.utf8)])
      }
    }
  }

  @Test func quotesOnlyWhatNeedsIt() {
    var writer = CSVWriter(headings: ["a,b", "c"])
    writer.write([.string("in side"), .string("=1+1")])
    writer.write([.string("say \"hi\""), .string(" x")])
    writer.write([.string(""), .null])
    #expect(writer.text == "\"a,b\",c\nin side,=1+1\n\"say \"\"hi\"\"\",\" x\"\n\"\",\n")
  }

  /// RFC 4180 quotes a carriage return whether or not a newline follows: many readers end a record at one.
  @Test(arguments: ["a\rb", "\r", "a\r", "\ra"]) func aLoneCarriageReturnIsQuoted(text: String) {
    var writer = CSVWriter()
    writer.write([.string(text), .string("x")])
    #expect(writer.text == "\"\(text)\",x\n")
  }

  @Test func valuesAreWrittenAsInJSON() {
    var writer = CSVWriter(headings: ["x"])
    writer.write([
      .bool(true), .bool(false), .integer(-3), .unsigned(7), .number(1000), .number(.nan),
      .array([.integer(0), .integer(2)]), .array([]),
    ])
    #expect(writer.text == "x\ntrue,false,-3,7,1000.0,,0 2,\n")
  }
}
