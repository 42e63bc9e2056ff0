import Battles
import Ingest
import Testing

/// Nested values: dotted paths, sums, filters.
@Suite struct JSONPathTests {
  private let sides = #""model_a":"x","model_b":"y""#

  @Test func rolesAtDottedPaths() throws {
    let options = try mapping("a=left.model.name,b=right.model.name,winner=vote.choice")
    let text =
      #"{"left":{"model":{"name":"x","z":1}},"vote":{"choice":"left"},"right":{"model":{"name":"y"}}}"#
      + "\n"
      + #"{"vote":{"id":7,"choice":"tie"},"right":{"model":{"name":"x"}},"left":{"model":{"name":"y"}}}"#
    for size in [1, 5, 1 << 16] {
      #expect(cells(try read(text, options, windowSize: size)) == ["x|y|model_a|1", "y|x|tie|1"])
    }
  }

  @Test func aKeyWithDotsComesBeforeThePath() throws {
    let options = try mapping("winner=v.w")
    #expect(try cells("{\(sides),\"v\":{\"w\":\"b\"},\"v.w\":\"a\"}", options) == ["x|y|model_a|1"])
    #expect(try cells("{\(sides),\"v.w\":\"a\",\"v\":{\"w\":\"b\"}}", options) == ["x|y|model_a|1"])
    #expect(try cells("{\(sides),\"v\":{\"w\":\"b\"}}", options) == ["x|y|model_b|1"])
    let deep = try mapping("winner=v.w.z")
    #expect(try cells("{\(sides),\"v\":{\"w.z\":\"b\"}}", deep) == ["x|y|model_b|1"])
    #expect(try cells("{\(sides),\"v.w\":{\"z\":\"tie\"}}", deep) == ["x|y|tie|1"])
    #expect(
      failure("{\(sides),\"v\":{\"w.z\":\"b\"},\"v.w\":{\"z\":\"tie\"}}", deep)?.description
        == "battles.csv:1: the key \"v.w.z\" is there 2 times (write each key of a record once; "
        + "correct it, or leave such rows out with --bad-rows skip)")
  }

  @Test func aKeyInsideIsNoKeyOfTheRecord() throws {
    // The guess for the last record's keys must not take an inner key for an outer one.
    let options = try mapping("winner=v.w")
    let text =
      "{\(sides),\"v\":{\"w\":\"a\",\"z\":1},\"count\":2}\n"
      + "{\(sides),\"v\":{\"w\":\"b\",\"count\":3}}\n{\(sides),\"v\":{\"w\":\"b\"},\"z\":1,\"count\":4}"
    #expect(try cells(text, options) == ["x|y|model_a|2", "x|y|model_b|5"])
  }

  @Test(
    arguments: [
      (#"{"h1":3,"h2":1}"#, 4), ("{}", 0), (#"{"a":{"b":2,"c":{"d":5}},"e":1}"#, 8),
      (#"{ "a" : 1 , "\u0062" : 2.0 , "c":{ } }"#, 3), (#"{"a":1.5,"b":0.5}"#, 2),
      (#"{"a":-1,"b":3}"#, 2), (#"{"a":9007199254740990}"#, 9_007_199_254_740_990), ("7", 7),
      (#""7""#, 7), (#"{"a":1e2}"#, 100),
    ])
  func numbersInAnObjectAreSummed(_ count: String, _ sum: Int) throws {
    let text =
      "{\(sides),\"winner\":\"a\",\"count\":1}\n{\(sides),\"winner\":\"b\",\"count\":\(count)}"
    #expect(
      try cells(text) == ["x|y|model_a|1"] + (sum > 0 ? ["x|y|model_b|\(sum)"] : []))
  }

  @Test func filtersSeeEveryKindOfValue() throws {
    func count(_ condition: String) throws -> Int {
      let records = [
        #"{"n":{"lang":"en","ok":true},"turns":1,"h":{"a":1,"b":2},"t":"2026-01-02"}"#,
        #"{"n":{"lang":"d\u0065","ok":false},"turns":"12","h":{"a":10,"b":{"c":5}},"t":"2026-03-01"}"#,
        #"{"n":{"ok":null,"lang":"en"},"turns":3.0,"h":7,"t":"2025-12-31"}"#,
      ].map { "{\(sides),\"winner\":\"tie\"," + $0.dropFirst() }
      let result = try read(records.joined(separator: "\n"), try filters(condition))
      return 3 - result.report.setAside.reduce(0) { $0 + $1.count }
    }
    #expect(try count("n.lang=en") == 2)
    #expect(try count("n.lang=de") == 1)
    #expect(try count("n.ok=true") == 1)
    #expect(try count("n.ok=false") == 1)
    #expect(try count("n.ok!=true") == 2)
    #expect(try count("n.ok=") == 1)
    #expect(try count("turns>=3") == 2)
    #expect(try count("h>6") == 2)
    #expect(try count("h=15") == 1)
    #expect(try count("t<2026-01-01") == 1)
    #expect(try count("N.LANG=en") == 2)
  }

  @Test func aCountThatSomeRecordsHave() throws {
    let text =
      "{\(sides),\"winner\":\"a\"}\n{\(sides),\"winner\":\"a\",\"count\":5}\n"
      + "{\"count\":2,\(sides),\"winner\":\"b\"}\n{\(sides),\"winner\":\"b\"}"
    #expect(try cells(text) == ["x|y|model_a|6", "x|y|model_b|3"])
  }

  @Test func valuesForNames() throws {
    let text = #"[{"model":"y","w":{"tokens":5}},{"model":"x","w":{"tokens":{"a":1,"b":0.5}}}]"#
    let column = try readValues(
      InMemoryFile("v.json", Array(text.utf8)), value: "w.tokens"
    ).column
    #expect(column.roster.names == ["x", "y"])
    #expect(column.values == [1.5, 5])
    #expect(column.label == "w.tokens")
    #expect(
      #expect(throws: IngestError.self) {
        try readValues(InMemoryFile("v.json", Array("[]".utf8)))
      }?.description == "v.json: it has no records (check that the file is complete)")
  }
}
