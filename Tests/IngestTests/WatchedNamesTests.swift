import Battles
import Testing

@testable import Ingest

/// Names that are looked for in all rows, those that are set aside too.
@Suite struct WatchedNamesTests {
  private func unmet(
    _ text: String, _ names: [String], where filter: String? = nil, threads: Int = 1
  ) throws -> [String] {
    var tuning = ReadTuning()
    tuning.chunkSize = 1
    tuning.chunksPerThread = 5
    let options = try options {
      if let filter { $0.filters = [try RowFilter(parsing: filter)] }
      $0.watchedNames = names
      $0.badRows = .skip
      $0.threads = threads
    }
    return try readDataset(
      [InMemoryFile("f", Array(text.utf8))], options: options, tuning: tuning
    ).unmetNames
  }

  private let battles =
    "model_a,model_b,winner,count,lang\nx,y,a,1,en\nx,\"z, z\",a,1,de\nw,x,nobody,1,en\nv,x,a,0,en\n"

  @Test func namesOfRowsThatAreSetAsideAreMet() throws {
    let names = ["x", "z, z", "w", "v", "nobody", "en", "X", "nobody"]
    for filter in [nil, "lang=en", "lang!=en"] {
      #expect(try unmet(battles, names, where: filter) == ["nobody", "en", "X"])
    }
    #expect(try unmet(battles, []) == [])
  }

  @Test func namesOfABoard() throws {
    let text = "model,score,ci,category\nx,1,1,text\ny,1,1,code\nz,,1,text\n"
    #expect(try unmet(text, ["x", "y", "z", "text"], where: "category=text") == ["text"])
    let json = #"{"text": {"x": {"score": 1, "ci": 1}}, "code": {"y": {"score": 2, "ci": 1}}}"#
    #expect(try unmet(json, ["x", "y", "code"], where: "category=text") == ["code"])
  }

  @Test func anyNumberOfThreads() throws {
    let rows = (0..<200).map { "m\($0),m\($0 + 1),a,\($0)\n" }
    let csv = "model_a,model_b,winner,id\n" + rows.joined()
    let json = (0..<200).map {
      "{\"model_a\":\"m\($0)\",\"model_b\":\"m\($0 + 1)\",\"winner\":\"a\",\"id\":\($0)}\n"
    }
    for text in [csv, json.joined()] {
      for threads in 1...3 {
        #expect(
          try unmet(text, ["m0", "m200", "m201", "m57"], where: "id=3", threads: threads) == [
            "m201"
          ]
        )
      }
    }
  }
}
