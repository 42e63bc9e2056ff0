import Battles
import Testing

@testable import Ingest

/// Tables in JSON that are not records: what `DataFrame.to_json` of pandas writes with each orient, as its
/// documentation describes them.
@Suite struct JSONTableTests {
  private static let expected = ["a\"b|é|tie|1", "x|y|model_a|1", "x|z|model_b|1"]

  private static let columns = #"""
    {"id":{"0":1,"4":2,"5":3},"model_a":{"0":"x","4":"a\"b","5":"x"},
     "model_b":{"0":"y","4":"\u00e9","5":"z"},
     "winner":{"0":"model_a","4":"tie","5":"model_b"},"note":{"0":null,"4":[1],"5":{"a":1}}}
    """#

  @Test(
    arguments: [
      columns,
      #"{"id":[1,2,3],"model_a":["x","a\"b","x"],"model_b":["y","\u00e9","z"],"winner":["model_a","tie","model_b"]}"#,
      #"""
      {"columns":["model_a","model_b","winner","id"],"index":[0,4,5],
       "data":[["x","y","model_a",1],["a\"b","\u00e9","tie",2],["x","z","model_b",null]]}
      """#,
      #"""
      {"data":[["x","y","model_a"],["a\"b","é","tie"],["x","z","model_b"]],
       "columns":["model_a","model_b","winner"]}
      """#,
      #"""
      {"schema":{"fields":[{"name":"index","type":"integer"}],"primaryKey":["index"]},
       "data":[{"index":0,"model_a":"x","model_b":"y","winner":"model_a"},
        {"index":4,"model_a":"a\"b","model_b":"é","winner":"tie"},
        {"index":5,"model_a":"x","model_b":"z","winner":"model_b"}]}
      """#,
      #"""
      {"0":{"model_a":"x","model_b":"y","winner":"model_a"},
       "4":{"model_a":"a\"b","model_b":"é","winner":"tie"},
       "5":{"model_a":"x","model_b":"z","winner":"model_b"}}
      """#,
      #"""
      [["model_a","model_b","winner"],["x","y","model_a"],["a\"b","é","tie"],["x","z","model_b"]]
      """#,
    ])
  func everyOrient(_ text: String) throws {
    for size in [1, 7, 64, 1 << 16] {
      for text in [text, text + "\n", "\u{FEFF}\n" + text] {
        let result = try read(text, named: "b.json", windowSize: size)
        #expect(cells(result) == Self.expected)
        #expect(result.report.rows == 3)
      }
    }
  }

  @Test func filtersClustersAndOptions() throws {
    let filtered = try read(Self.columns, named: "b.json", filters("id >= 2", "note != 7"))
    #expect(cells(filtered) == ["a\"b|é|tie|1", "x|z|model_b|1"])
    let named = try read(
      #"{"L":["x","y"],"R":["y","z"],"J":["p","q"],"V":[1,2]}"#, named: "b.json",
      options {
        $0.columns = try ColumnMapping(parsing: "a=l,b=r,winner=v")
        $0.cluster = "J"
      })
    #expect(battles(named)?.clusters?.names == ["p", "q"])
  }

  @Test func aBoardByColumns() throws {
    let text =
      #"{"model":{"0":"x","1":"y"},"rating":{"0":1500.5,"1":1400},"ci":{"0":"±5","1":"+6/-7"}}"#
    #expect(board(try read(text))?.rating == [1500.5, 1400])
    let values = try readValues(InMemoryFile("v.json", Array(text.utf8))).column
    #expect(values.values == [1500.5, 1400])
  }

  /// An object of objects that are no columns stays what it was.
  @Test func whatAreNoColumns() throws {
    let map =
      #"{"x":{"rating":1500,"lower":1490,"upper":1510},"y":{"rating":1400,"lower":1390,"upper":1410}}"#
    #expect(board(try read(map))?.roster.names == ["x", "y"])
    let one = #"{"l":{"m":"x"},"r":{"m":"y"},"v":{"w":"a"}}"#
    #expect(try cells(one, mapping("a=l.m,b=r.m,winner=v.w")) == ["x|y|model_a|1"])
  }

  @Test(
    arguments: [
      (
        #"{"model_a":["x","y"],"model_b":["y"],"winner":["a","b"]}"#,
        "\"model_b\" has fewer values than \"winner\" (check that the file is complete)"
      ),
      (
        #"{"model_a":["x"],"model_b":["y","z"],"winner":["a"]}"#,
        "\"model_a\" has fewer values than \"model_b\" (check that the file is complete)"
      ),
      (
        #"{"model_a":{"0":"x"},"model_b":{"1":"y"},"winner":{"0":"a"}}"#,
        "\"winner\" and \"model_b\" do not have the same rows in the same order (write records instead: "
          + "df.to_json(FILE, orient=\"records\"))"
      ),
      (
        #"[["x","y","a"],["y","x","b"]]"#,
        "the first array was taken for the headings: the header is neither that of battles, which need "
          + "model_a, model_b and winner, nor that of a board, which needs model, rating and its uncertainty; "
          + "it has: x, y, a (write records instead: df.to_json(FILE, orient=\"records\"))"
      ),
      (
        #"[["model_a","model_b","winner"],["x","y"]]"#,
        "the row has 2 values; expected 3, one a heading (correct it, or leave such rows out with "
          + "--bad-rows skip)"
      ),
      (
        #"{"columns":["model_a","model_b","winner"],"data":[7]}"#,
        "the row is \"7\"; expected an array of values (correct it, or leave such rows out with --bad-rows "
          + "skip)"
      ),
      (
        #"{"columns":["model_a","model_b","winner"],"index":[0]}"#,
        "there is no array \"data\" of rows beside \"columns\" (write records instead: df.to_json(FILE, "
          + "orient=\"records\"))"
      ),
      (
        #"{"model_a":["x",["z"]],"model_b":["y","y"],"winner":["a","a"]}"#,
        "model_a is \"[\\\"z\\\"]\"; expected a text (name a place in it with --columns, such as "
          + "model_a[0]; correct it, or leave such rows out with --bad-rows skip)"
      ),
      (
        #"{"model_a":["x"],"model_b":["y"],"winner":["a"]} 7"#,
        "at byte 50 expected the end of the input, not \"7\" (put all records into one array)"
      ),
    ])
  func tablesThatAreWrong(_ text: String, _ message: String) {
    for size in [1, 1 << 16] {
      let error = #expect(throws: IngestError.self) {
        try read(text, named: "b.json", windowSize: size)
      }
      #expect(error?.description == "b.json:1: \(message)")
    }
  }

  @Test func linesOfRows() throws {
    let text =
      "[[\"model_a\",\"model_b\",\"winner\"],\n[\"x\",\"y\",\"a\"],\n\n[\"x\",\n\"y\",null], [\"x\",\"\",\"a\"]]"
    #expect(
      failure(text, named: "b.json")?.description.hasPrefix("b.json:5: model_b is empty") == true)
  }

  /// The first column alone may be longer than what is looked at.
  @Test func columnsThatAreLong() throws {
    for texts in [("{", "}"), ("[", "]")] {
      func column(_ name: String, _ value: String) -> String {
        let values = (0..<400).map { texts.0 == "{" ? "\"\($0)\":\"\(value)\"" : "\"\(value)\"" }
        return "\"\(name)\":\(texts.0)" + values.joined(separator: ",") + texts.1
      }
      let text =
        "{" + column("model_a", "x") + "," + column("model_b", "y") + "," + column("winner", "a")
        + "}"
      var collector = DatasetCollector(ReadOptions())
      var selection = RowSelection()
      var tally = RowTally(.stop)
      var reader = JSONReader(
        InputBuffer(ByteSource(bytes: Array(text.utf8), file: "x"), size: 16), longestLook: 90)
      try reader.readRecords(
        into: &collector, wanted: [], selection: &selection, tally: &tally)
      #expect(collector.battles.battleCount == 400)
    }
  }

  /// The commands were tried with pandas 2 on files of each kind.
  @Test(
    arguments: [
      (columns, ""), (#"{"columns":["model_a"],"data":[]}"#, ", orient='split'"),
      (#"[["model_a"],["x"]]"#, ", orient='values'"),
    ])
  func whatIsTooLarge(_ text: String, _ orient: String) throws {
    var collector = DatasetCollector(ReadOptions())
    var selection = RowSelection()
    var tally = RowTally(.stop)
    var reader = JSONReader(
      InputBuffer(ByteSource(bytes: Array(text.utf8), file: "b.json"), size: 16), largestTable: 7)
    do throws(IngestError) {
      try reader.readRecords(into: &collector, wanted: [], selection: &selection, tally: &tally)
      Issue.record("it is read")
    } catch {
      #expect(
        error.description
          == "b.json: a JSON table of more than 0 MiB that is not written as records is not read yet (convert "
          + "it: python3 -c \"import pandas; pandas.read_json('FILE'\(orient)).to_csv('FILE.csv', "
          + "index=False)\")")
    }
  }

  /// Half a file and random bytes must end in an error, never in a trap.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func brokenTables(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var bytes = Array(Self.columns.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: bytes.removeSubrange(place...)
      case 1: bytes[place] = Array("[]{},:\"0".utf8)[Int.random(in: 0..<8, using: &numbers)]
      default: bytes.remove(at: place)
      }
      if bytes.isEmpty { return }
    }
    func reading(_ size: Int) -> String {
      var tuning = ReadTuning()
      tuning.windowSize = size
      do throws(IngestError) {
        return "\(try readDataset([InMemoryFile("b", bytes)], tuning: tuning))"
      } catch {
        return "\(error)"
      }
    }
    #expect(reading(1) == reading(1 << 16), "seed \(seed)")
  }
}
