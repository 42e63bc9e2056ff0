import Ingest
import Testing

/// Input that is no proper CSV: each failure names its line and the way out.
@Suite struct BrokenInputTests {
  @Test(
    arguments: [
      ("x,y", "2: the row has 2 fields; expected 3"),
      ("x", "2: the row has 1 field; expected 3"),
      ("x,y,tie,", "2: the row has 4 fields; expected 3"),
      ("x,y,tie\n\n\"x\n\",y,tie\nx,y,tie,,,,,,,,,,,z", "6: the row has 14 fields; expected 3"),
      ("   ", "2: the row has 1 field; expected 3"),
    ])
  func raggedRows(_ rows: String, _ start: String) {
    let error = failure("model_a,model_b,winner\n\(rows)\n")
    #expect(
      error?.description == "battles.csv:\(start), as in the header (put values with a delimiter "
        + "in double quotes, or leave such rows out with --bad-rows skip)")
    #expect(error?.kind == .badData)
  }

  @Test func aQuoteThatIsNeverClosedIsNamedWhereItOpened() {
    let error = failure("model_a,model_b,winner\n\"x\n\",y,tie\n\"a\nb\",\"y,tie\nx,y,tie\n")
    #expect(
      error?.description == "battles.csv:5: the quote that opens on this line is never closed "
        + "(close it, or double the quotes inside the value)")
    #expect(error?.kind == .badData)
  }

  @Test(
    arguments: [
      ("\"x\"y,z,tie", 2), ("\"x\" ,z,tie", 2), ("x,\"a\nb\"c,tie", 2),
      ("\"x\n\",\"a\"b,tie", 3), ("x,z,tie\n\"x\"y,z,tie", 3),
    ])
  func textAfterAClosingQuote(_ rows: String, _ line: Int) {
    let text = "model_a,model_b,winner\n\(rows)\n"
    // Where rows begin and end is no longer known, so that they cannot be skipped either.
    for policy in BadRowPolicy.allCases {
      let error = failure(text, options { $0.badRows = policy })
      #expect(
        error?.description == "battles.csv:\(line): text follows the closing quote of a value that "
          + "opens on this line (double the quotes inside a quoted value)")
      #expect(error?.kind == .badData)
    }
  }

  @Test func aBrokenQuoteInTheHeader() {
    #expect(
      failure("\"model_a,model_b,winner\nx,y,tie\n")?.description
        == "battles.csv:1: the quote that opens on this line is never closed (close it, or double "
        + "the quotes inside the value)")
    #expect(failure("\"model_a\"s,model_b,winner\nx,y,tie\n")?.kind == .badData)
  }

  @Test func invalidUTF8InAName() {
    let error = failure(
      Array("model_a,model_b,winner\nx,caf".utf8) + [0xE9] + Array(" noir,tie\n".utf8))
    #expect(
      error?.description == "battles.csv:2: model_b is \"caf\\xE9 noir\"; expected UTF-8, which it "
        + "is not from its byte 3 on (save the file as UTF-8, for example with iconv)")
    #expect(error?.kind == .badData)
  }

  @Test func invalidUTF8InAWinner() {
    let error = failure(Array("model_a,model_b,winner\nx,y,t".utf8) + [0xC3, 0x28, 0x0A])
    #expect(
      error?.description == "battles.csv:2: winner is \"t\\xC3(\"; expected UTF-8, which it is not "
        + "from its byte 1 on (save the file as UTF-8, for example with iconv)")
  }

  @Test func invalidUTF8WhereNobodyLooksIsFine() {
    #expect(failure(Array("model_a,model_b,winner,x\nx,y,tie,".utf8) + [0xFF, 0x0A]) == nil)
  }

  @Test func aNULByte() {
    let inHead = failure(Array("model_a,mod\0el_b,winner\nx,y,tie\n".utf8))
    #expect(
      inHead?.description == "battles.csv: it has a NUL byte at offset 11: it is no text in UTF-8 "
        + "(expected CSV; save it as UTF-8)")
    let filler = String(repeating: "x,y,tie\n", count: 1000)
    let inName = failure("model_a,model_b,winner\n\(filler)x\0,y,tie\n")
    #expect(
      inName?.description == "battles.csv:1002: model_a is \"x\\u{0}\"; expected a name without "
        + "NUL bytes (correct it, or leave such rows out with --bad-rows skip)")
    #expect(inName?.kind == .badData)
  }

  @Test(
    arguments: [[0xFF, 0xFE, 0, 0, 0x6D, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x6D]] as [[UInt8]])
  func aUTF32ByteOrderMark(_ bytes: [UInt8]) {
    let error = failure(bytes)
    #expect(
      error?.description
        == "battles.csv: it is UTF-32 (save it as UTF-8: iconv -f UTF-32 -t UTF-8)")
    #expect(error?.kind == .badData)
  }

  @Test(arguments: ["", "\n\n\r\n", "\u{FEFF}"])
  func anEmptyFile(_ text: String) {
    let error = failure(text)
    #expect(
      error?.description == "battles.csv: it is empty (expected a header such as "
        + "model_a,model_b,winner and rows below it)")
    #expect(error?.kind == .badData)
  }

  @Test(arguments: ["model_a,model_b,winner", "model_a,model_b,winner\r\n\r\n"])
  func aHeaderAndNoRows(_ text: String) {
    let error = failure(text)
    #expect(
      error?.description
        == "battles.csv: it has a header and no rows below it (check that the file "
        + "is complete)")
    #expect(error?.kind == .badData)
  }

  @Test func aLongHostileValueIsShortenedAndDefused() {
    let error = failure(
      "model_a,model_b,winner\nx,y,\u{1B}[31m\u{202E}\t\(String(repeating: "z", count: 500))\n")
    let shown =
      #"\u{1B}[31m\u{202E}\t"# + String(repeating: "z", count: 28) + "…"
      + String(repeating: "z", count: 31)
    #expect(
      error?.description.hasPrefix(
        "battles.csv:2: winner is \"\(shown)\" (1 row); expected model_a, ") == true)
  }
}
