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
    try read(text, named: name).report.repeatedColumns
  }

  private func rows(_ heading: String, count: Int = 100, _ value: (Int) -> String) -> String {
    "model_a,model_b,winner,\(heading)\n"
      + (0..<count).map { "x,y,\($0 % 3 == 0 ? "tie" : "model_a"),\(value($0))\n" }.joined()
  }

  @Test func judgesThatRepeatAreNoted() throws {
    #expect(try noted(rows("Judge_ID") { "\($0 % 10)" }) == ["Judge_ID"])
    #expect(
      try noted(rows("prompt,worker") { "\($0 % 3),\($0 % 10)" }) == ["worker", "prompt"])
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
    #expect(result.report.repeatedColumns.isEmpty, "it was named")
    let board = "model,score,ci,user\n" + (0..<50).map { "m\($0),1,0.5,\($0 % 5)\n" }.joined()
    #expect(try noted(board).isEmpty, "a board has no battles")
  }

  /// Clusters are kept whole or not at all, the same ones in every form and on any number of threads.
  @Test func aPartOfTheClusters() throws {
    func clusters(_ text: String, named name: String, halvings: Int, threads: Int = 1) throws
      -> (names: Set<String>, cells: Cells, report: ReadReport)
    {
      var options = ReadOptions()
      options.cluster = "judge"
      options.clusterHalvings = halvings
      options.threads = threads
      var tuning = ReadTuning()
      tuning.chunkSize = 500
      tuning.chunksPerThread = 3
      let result = try readDataset(
        [InMemoryFile(name, Array(text.utf8))], options: options, tuning: tuning)
      guard case .battles(let cells) = result.dataset else { throw NotBattles() }
      return (Set(cells.clusters?.names ?? []), cells, result.report)
    }
    let csv = rows("judge", count: 4000) { "judge number \($0 % 400)" }
    let json = (0..<4000).map {
      #"{"model_a":"x","model_b":"y","winner":"\#($0 % 3 == 0 ? "tie" : "model_a")","judge":"judge number \#($0 % 400)"}"#
    }.joined(separator: "\n")
    let all = try clusters(csv, named: "b.csv", halvings: 0)
    #expect(all.names.count == 400 && all.report.setAside.isEmpty)
    var before = all.names
    for halvings in 1...4 {
      let part = try clusters(csv, named: "b.csv", halvings: halvings)
      // A binomial number, within four standard deviations.
      let expected = 400.0 / Double(1 << halvings)
      #expect(abs(Double(part.names.count) - expected) <= 4 * expected.squareRoot())
      #expect(part.cells.battleCount == 10 * part.names.count, "whole ones")
      #expect(part.report.setAside == [SetAside(.filtered, count: 4000 - part.cells.battleCount)])
      #expect(part.names.isSubset(of: before))
      before = part.names
      for threads in 1...3 {
        #expect(
          try clusters(csv, named: "b.csv", halvings: halvings, threads: threads).cells
            == part.cells)
        #expect(
          try clusters(json, named: "b.jsonl", halvings: halvings, threads: threads).cells
            == part.cells)
      }
    }
  }

  private struct NotBattles: Error {}
}
