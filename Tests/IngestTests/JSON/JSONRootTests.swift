import Testing

@testable import Ingest

/// How the records lie in a file, told by its first object or by its first part.
@Suite struct JSONRootTests {
  private func root(_ text: String, longest: Int = 1 << 20) throws(JSONStop) -> JSONRoot? {
    let collector = DatasetCollector(ReadOptions())
    let search = JSONRootSearch(
      longest: longest, consumer: collector, keys: JSONKeys(known: collector.knownNames, wanted: [])
    )
    let bytes = Array(text.utf8)
    return try search.root(
      bytes.span, from: 0, to: bytes.count, isComplete: longest > text.utf8.count)
  }

  private let battle = #"{"model_a":"x","model_b":"y","winner":"tie","log":[{"a":1}]}"#

  @Test func roots() throws {
    let row = #"{"rating":1,"lower":0,"upper":2}"#
    let data = JSONRoot.wrapped(key: Array("data".utf8))
    let cases: [(String, JSONRoot)] = [
      (battle, .values), ("{}", .values), (#"{"a":1}"#, .values),
      (#"{"data":[\#(battle)]}"#, data), (#"{"name":"Arena","data":[\#(battle)]}"#, data),
      (#"{"d\u0061ta":[{"z":1}]}"#, data), (#"{"a":[],"data":[{}],"b":[1]}"#, data),
      (#"{"a":[{}],"b":[{}]}"#, .values),
      // A record that lacks its winner is not taken for something around its log.
      (#"{"model_a":"x","model_b":"y","log":[{"a":1}]}"#, .values),
      (#"{"x":\#(row)}"#, .models), (#"{"x":\#(row),"y":1}"#, .models),
      (#"{"0":\#(battle)}"#, .models), (#"{"x":{"z":1}}"#, .models),
      (#"{"full":{"x":\#(row)}}"#, .categories), (#"{"when":1,"full":{"x":\#(row)}}"#, .categories),
      (#"{"full":{"x":{"z":1}}}"#, .categories),
      (#"{"x":{"note":{"a":1},"rating":1,"lower":0,"upper":2}}"#, .models),
    ]
    for (text, expected) in cases {
      #expect(try root(text) == expected, "\(text)")
      #expect(try root(text + "\n{") == expected, "\(text)")
    }
  }

  @Test func anObjectIsJudgedByItsFirstPart() throws {
    let part = #"{"v":1,"data":[\#(battle),\#(battle)"#
    #expect(try root(part, longest: part.utf8.count) == .wrapped(key: Array("data".utf8)))
    #expect(throws: JSONStop.incomplete) { try root(part, longest: part.utf8.count + 1) }
    #expect(
      try root(#"{"v":1,"data":[{"model_a":"x"#, longest: 10) == .wrapped(key: Array("data".utf8)))
    #expect(try root(#"{"id":1,"text":"x"#, longest: 10) == .values)
    #expect(
      try root(#"{"full":{"x":{"rating":1,"lower":0,"upper":2},"y"#, longest: 10) == .categories)
    #expect(try root(#"{"id"#, longest: 3) == .values)
    #expect(throws: JSONStop.fault(.expectedColon, at: 4)) {
      try root(#"{"a",1,"b":22222222"#, longest: 5)
    }
  }

  @Test(arguments: [1, 3, 64, 1 << 16])
  func aWrapperIsReadAsItComes(_ size: Int) throws {
    let text =
      "{\"v\":1,\"data\":["
      + [String](repeating: battle, count: 40).joined(separator: ",") + "],\"w\":[1]}"
    for (text, isFine) in [(text, true), (String(text.dropLast(2)), false), (text + "]", false)] {
      var collector = DatasetCollector(ReadOptions())
      var selection = RowSelection()
      var tally = RowTally(.stop)
      var isRead = true
      do throws(IngestError) {
        var reader = JSONReader(
          InputBuffer(ByteSource(bytes: Array(text.utf8), file: "x"), size: size), longestLook: 90)
        try reader.readRecords(
          into: &collector, wanted: [], selection: &selection, tally: &tally)
      } catch {
        isRead = false
        #expect(error.kind == .badData)
      }
      // What is all in the window is checked before the first battle is read.
      if isRead || size < 100 { #expect(collector.battles.battleCount == 40) }
      #expect(isRead == isFine)
    }
  }

  @Test func twoArraysOfRecordsAreNotChosenBetween() {
    let text = "{\"data\":[\(battle)],\"more\":[\(battle)]}"
    #expect(failure(text)?.description.contains("both \"data\" and \"more\" hold an array") == true)
  }
}
