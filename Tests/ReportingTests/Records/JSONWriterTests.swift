import Testing

@testable import Reporting

struct JSONWriterTests {
  @Test func writesALineForEachKeyAndForEachObjectOfAList() {
    let document = JSONValue.object([
      Field("schema", .string("s/1")),
      Field("source", .object([Field("a", .integer(1)), Field("b", .array([.bool(true)]))])),
      Field("rows", .array([.object([Field("x", .null)]), .object([Field("x", .number(0.5))])])),
      Field("names", .array([.string("p"), .string("q")])),
      Field("none", .array([])),
    ])
    #expect(
      JSONWriter.text(document) == """
        {
          "schema": "s/1",
          "source": {"a": 1, "b": [true]},
          "rows": [
            {"x": null},
            {"x": 0.5}
          ],
          "names": ["p", "q"],
          "none": []
        }

        """)
  }

  @Test(arguments: [
    (1000, "1000.0"), (0.1, "0.1"), (1124.0778, "1124.0778"), (1e-10, "1e-10"), (-0.0, "-0.0"),
    (1e22, "1e+22"), (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
    (0.1 + 0.2, "0.30000000000000004"),
  ])
  func numbersReadBackAsTheSameDouble(value: Double, text: String) throws {
    let written = JSONWriter.text(.number(value))
    #expect(written == text + "\n")
    let read: Double? =
      if case .number(let digits) = try JSONReader.read(written) { Double(digits) } else { nil }
    #expect(read?.bitPattern == (value.isFinite ? value.bitPattern : nil))
  }

  @Test func wholeNumbersHaveAllTheirDigits() {
    #expect(JSONWriter.text(.unsigned(.max)) == "18446744073709551615\n")
    #expect(JSONWriter.text(.integer(.min)) == "-9223372036854775808\n")
  }

  @Test func escapesWhatTheStandardAsksFor() {
    let written = JSONWriter.text(.string("a\"b\\c\n\r\t\u{0}\u{8}\u{1F}\u{7F}ü🚀/"))
    #expect(written == #""a\"b\\c\n\r\t\u0000\u0008\u001f\u007fü🚀/""# + "\n")
  }

  /// Terminals act on C1 controls, and programs that read lines on U+2028 and U+2029; what is merely
  /// invisible is data, byte by byte.
  @Test func controlsBeyondASCIIAreEscapes() throws {
    let text = "\u{7F}\u{80}\u{9B}\u{9F}\u{A0}\u{200B}\u{2028}\u{2029}\u{FEFF}\u{E0041}"
    let written = JSONWriter.text(.string(text))
    #expect(
      Array(written.utf8)
        == Array(
          ("\"" + #"\u007f\u0080\u009b\u009f"# + "\u{A0}\u{200B}" + #"\u2028\u2029"#
            + "\u{FEFF}\u{E0041}\"\n").utf8))
    guard case .string(let back) = try JSONReader.read(written) else { return #expect(Bool(false)) }
    #expect(Array(back.utf8) == Array(text.utf8))
  }

  @Test func everyScalarBelow0x3000ReadsBack() throws {
    var text = String.UnicodeScalarView()
    for value in UInt32(0)..<0x3000 {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    let string = String(text)
    guard case .string(let read) = try JSONReader.read(JSONWriter.text(.string(string))) else {
      Issue.record("not a string")
      return
    }
    #expect(Array(read.utf8) == Array(string.utf8))
  }

  @Test(arguments: [
    "", "[1,]", "{\"a\":1,}", "NaN", "01", "1.", "[1] 2", "\"a\nb\"", "\"\\x\"", "{a:1}", "nul",
    "-", "1e", "\"\\u12\"", "Infinity",
  ])
  func theReaderOfTheseTestsIsStrict(text: String) {
    #expect(throws: JSONReader.Failure.self) { try JSONReader.read(text) }
  }
}
