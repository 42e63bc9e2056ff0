import Battles
import Ingest
import Testing

/// Columns of clusters: named ones that are read, and others that are told of.
@Suite struct ClusterColumnTests {
  private func cells(
    _ text: String, named name: String = "battles.csv",
    _ change: (inout ReadTuning) -> Void = { _ in }
  ) throws -> Cells {
    var options = ReadOptions()
    options.cluster = "judge"
    options.threads = 4
    var tuning = ReadTuning()
    change(&tuning)
    let result = try readDataset(
      [InMemoryFile(name, Array(text.utf8))], options: options, tuning: tuning)
    guard case .battles(let cells) = result.dataset else { throw NoBattlesRead() }
    return cells
  }

  private struct NoBattlesRead: Error {}

  private func shown(_ cells: Cells) -> [String] {
    (0..<cells.cellCount).map { index in
      let cell = cells[index]
      let judge = cells.clusters?.names[Int(cell.cluster)] ?? "none"
      return "\(cell.a)\(cell.b) \(cell.outcome.label) \(cell.count) \(judge)"
    }
  }

  @Test func equalRowsOfOtherClustersStayApart() throws {
    let csv = try cells(
      """
      model_a,model_b,winner,judge
      x,y,model_a,zoe
      x,y,model_a,"anna"
      x,y,model_a,zoe
      y,x,tie,zoe
      """)
    #expect(shown(csv) == ["01 model_a 1 anna", "01 model_a 2 zoe", "10 tie 1 zoe"])
    let json = try cells(
      """
      {"model_a":"x","model_b":"y","winner":"model_a","judge":"zoe"}
      {"model_a":"x","model_b":"y","winner":"model_a","judge":"anna"}
      {"judge":"zoe","model_a":"x","model_b":"y","winner":"model_a"}
      {"model_a":"y","model_b":"x","winner":"tie","judge":"zoe"}
      """, named: "battles.jsonl")
    #expect(json == csv)
    let counts = try cells(
      "model_a,model_b,wins_a,wins_b,ties,Judge\nx,y,1,0,0,anna\nx,y,2,0,0,zoe\ny,x,0,0,1,zoe\n")
    #expect(counts == csv, "the heading is found whatever its case")
  }

  /// Many pieces, short windows and the careful path read the same.
  @Test(arguments: ["battles.csv", "battles.jsonl"]) func waysOfReading(name: String) throws {
    var text = name == "battles.csv" ? "model_a,judge,model_b,winner\n" : ""
    let models = ["a", "b", "c", "d", "e"]
    for row in 0..<3000 {
      let (x, y) = (models[row % 5], models[(row / 5 + row + 1) % 5])
      let winner = ["model_a", "model_b", "tie"][row * row % 3]
      let judge = "judge \(row * 7919 % 211)"
      text +=
        name == "battles.csv"
        ? "\(x),\(row % 17 == 0 ? "\"\(judge)\"" : judge),\(y),\(winner)\n"
        : #"{"model_a":"\#(x)","judge":"\#(judge)","model_b":"\#(y)","winner":"\#(winner)"}"# + "\n"
    }
    let whole = try cells(text, named: name)
    #expect(whole.battleCount == 3000 && whole.clusters?.count == 211)
    #expect(try cells(text, named: name) { $0.paths = .careful } == whole)
    #expect(try cells(text, named: name) { $0.windowSize = 100 } == whole)
    #expect(try cells(text, named: name) { $0.chunkSize = 3000 } == whole)
  }

  @Test func whatIsMissingIsTold() throws {
    let judge = options { $0.cluster = "judge" }
    let missing = try #require(failure("model_a,model_b,winner,user\nx,y,tie,1\n", judge))
    #expect("\(missing)".contains("there is no column \"judge\""))
    let empty = try #require(failure("model_a,model_b,winner,judge\nx,y,tie,\n", judge))
    #expect("\(empty)".contains("battles.csv:2"))
    #expect("\(empty)".contains("the cluster that the battle belongs to"))
    var skip = judge
    skip.badRows = .skip
    let result = try read("model_a,model_b,winner,judge\nx,y,tie,\nx,y,tie,1\n", skip)
    #expect(result.report.setAside == [SetAside(.badRow, count: 1)])
  }

  private func noted(_ text: String, named name: String = "battles.csv") throws -> [String] {
    try read(text, named: name).report.warnings.filter { $0.code == .unnamedClusters }.map(\.text)
  }

  private func rows(_ heading: String, count: Int = 100, _ value: (Int) -> String) -> String {
    "model_a,model_b,winner,\(heading)\n"
      + (0..<count).map { "x,y,\($0 % 3 == 0 ? "tie" : "model_a"),\(value($0))\n" }.joined()
  }

  @Test func judgesThatRepeatAreNoted() throws {
    let text = try #require(try noted(rows("Judge_ID") { "\($0 % 10)" }).first)
    #expect(text.contains("\"Judge_ID\"") && text.hasSuffix("--cluster Judge_ID."))
    let two = try #require(try noted(rows("prompt,worker") { "\($0 % 3),\($0 % 10)" }).first)
    #expect(two.contains("columns \"worker\" and \"prompt\""))
    let json = (0..<50).map {
      #"{"model_a":"x","model_b":"y","winner":"\#($0 % 3 == 0 ? "tie" : "model_a")","user":\#($0 % 9)}"#
    }
    #expect(try noted(json.joined(separator: "\n"), named: "b.jsonl").count == 1)
    #expect(try noted("[" + json.joined(separator: ",") + "]", named: "b.json").count == 1)
  }

  @Test func otherColumnsAreNot() throws {
    #expect(try noted(rows("judge") { "\($0)" }).isEmpty, "each judge once")
    #expect(try noted(rows("judge") { _ in "gpt" }).isEmpty, "one judge")
    // A long file may be sorted by judges: one in all of its first rows is not known to be the only one.
    let sorted = rows("judge", count: 4500) { "j\($0 / 2500)" }
    #expect(try noted(sorted).count == 1)
    #expect(try noted(rows("language") { "\($0 % 3)" }).isEmpty)
    var named = ReadOptions()
    named.cluster = "judge"
    let result = try read(rows("judge") { "\($0 % 10)" }, named)
    #expect(result.report.warnings.isEmpty, "it was named")
  }
}
