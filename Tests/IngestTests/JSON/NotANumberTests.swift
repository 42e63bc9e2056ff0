import Battles
import Ingest
import Testing

/// NaN and infinities, which `json.dumps` of Python writes.
@Suite struct NotANumberTests {
  private let null = options { $0.notANumber = .null }

  private func record(_ value: String) -> String {
    #"{"model_a":"x","model_b":"y","winner":"a","len":\#(value),"more":{"v":[\#(value)]}}"#
  }

  @Test(arguments: ["NaN", "Infinity", "-Infinity"])
  func theyAreRefusedWithTheOption(_ word: String) throws {
    let text = record("1") + "\n" + record(word) + "\n" + record("2")
    #expect(
      failure(text, named: "b.jsonl")?.description
        == "b.jsonl:2: at byte \(record("1").utf8.count + 50) NaN or Infinity stands here, which is no JSON "
        + "(read it as null with --nan null, or write null for it)")
    for size in [1, 3, 64, 1 << 16] {
      for (before, between, after) in [("", "\n", ""), ("[", ",", "]"), ("{\"d\":[", ",", "]}")] {
        let records = [record("1"), record(word), record("2"), record(word)]
        let text = before + records.joined(separator: between) + after
        #expect(cells(try read(text, null, windowSize: size)) == ["x|y|model_a|4"])
      }
    }
    let table = #"{"model_a":["x","x"],"model_b":["y","y"],"winner":["a",\#(word)]}"#
    #expect(cells(try read(table, null)) == ["x|y|model_a|1"])
  }

  @Test func theyAreNullWhereTheyAreLookedAt() throws {
    let text =
      #"{"model_a":"x","model_b":"y","winner":"a"}"# + "\n"
      + #"{"model_a":"x","model_b":"y","winner":NaN}"#
    let result = try read(text, null)
    #expect(cells(result) == ["x|y|model_a|1"])
    #expect(result.report.setAside == [SetAside(.noVerdict, count: 1)])
    let filtered = try options {
      $0.notANumber = .null
      $0.filters = [try RowFilter(parsing: "len >= 0")]
    }
    let some = record("NaN") + record("-1") + record("3")
    #expect(cells(try read(some, filtered)) == ["x|y|model_a|1"])
  }

  @Test(arguments: ["nan", "Nan", "NaNs", "Inf", "-Inf", "+Infinity", "- Infinity", "-NaN", "N"])
  func whatElseIsNoJSON(_ word: String) {
    for options in [ReadOptions(), null] {
      #expect(failure(record(word), options)?.kind == .badData)
    }
  }

  @Test func withoutEffect() {
    let error = failure("model_a,model_b,winner\nx,y,a\n", null)
    #expect(error?.kind == .usage)
    #expect(error?.description == "--nan is about JSON, and there is none (leave it out)")
  }
}
