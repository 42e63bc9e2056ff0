import Battles
import Testing

@testable import Ingest

/// A column is read in one way, whatever part of its rows is kept.
@Suite struct WholeColumnTests {
  private let header = "home,away,result,kind\n"
  private var text: String {
    header
      + [("H", "x"), ("D", "x"), ("A", "y"), ("A", "y"), ("H", "y")]
      .map { "p,q,\($0.0),\($0.1)\n" }.joined()
  }

  /// A alone could be side a; beside H it is the away side.
  @Test func filtersChangeNoReading() throws {
    #expect(try cells(text, try filters("result=A")) == ["p|q|model_b|2"])
    #expect(try cells(text, try filters("kind=y")) == ["p|q|model_a|1", "p|q|model_b|2"])
    let plain = text.dropFirst(header.utf8.count)
    let neutral = "model_a,model_b,winner,kind\n" + plain
    #expect(try cells(neutral, try filters("winner=A")) == ["p|q|model_b|2"])
    #expect(try cells("model_a,model_b,winner,kind\np,q,A,y\n") == ["p|q|model_a|1"])
  }

  @Test func shardsChangeNoReading() throws {
    let shard = "model_a,model_b,winner\n"
    let result = try readDataset([
      InMemoryFile("one.csv", Array((shard + "p,q,A\np,q,A\n").utf8)),
      InMemoryFile("two.csv", Array((shard + "p,q,H\np,q,D\n").utf8)),
    ])
    #expect(cells(result) == ["p|q|model_a|1", "p|q|model_b|2", "p|q|tie|1"])
    // Columns with other headings are columns of their own.
    let apart = try readDataset([
      InMemoryFile("one.csv", Array((shard + "p,q,A\np,q,A\n").utf8)),
      InMemoryFile("two.csv", Array("home,away,winner\np,q,H\np,q,A\n".utf8)),
    ])
    #expect(cells(apart) == ["p|q|model_a|3", "p|q|model_b|1"])
    #expect(apart.report.reading.labelColumns.count == 2)
  }

  /// Numbers in one shard tell of those in the other.
  @Test func aHalfSettlesNumbers() throws {
    let shard = "model_a,model_b,winner\n"
    let result = try readDataset([
      InMemoryFile("one.csv", Array((shard + "p,q,1\np,q,1\np,q,0\n").utf8)),
      InMemoryFile("two.csv", Array((shard + "p,q,0.5\n").utf8)),
    ])
    #expect(cells(result) == ["p|q|model_a|2", "p|q|model_b|1", "p|q|tie|1"])
  }

  /// Where no reading fits all rows, those that are kept decide.
  @Test func rowsThatAreKeptDecideWhereNothingFitsAll() throws {
    let mixed =
      "model_a,model_b,winner,lang\np,q,left,en\np,q,right,en\np,q,model_a,fr\np,q,what,de\n"
    #expect(failure(mixed)?.kind == .badData)
    #expect(try cells(mixed, try filters("lang=en")) == ["p|q|model_a|1", "p|q|model_b|1"])
    let codes = "model_a,model_b,winner,lang\np,q,1,en\np,q,2,en\np,q,model_a,fr\n"
    #expect(failure(codes)?.kind == .badData)
    #expect(try cells(codes, try filters("lang=en")) == ["p|q|model_a|1", "p|q|model_b|1"])
    // Two readings that both fit all rows stay two.
    let open = "model_a,model_b,winner,lang\np,q,1,en\np,q,2,en\np,q,0,fr\n"
    #expect(failure(open, try filters("lang=en"))?.kind == .badData)
  }

  /// Whether there are three models is a matter of all rows, too.
  @Test func modelsOfRowsThatAreLeftOutCount() throws {
    let text = "model_a,model_b,winner,lang\na,b,a,en\nb,a,a,en\nb,c,c,fr\n"
    #expect(try cells(text, try filters("lang=en")) == ["a|b|model_a|1", "b|a|model_b|1"])
  }

  @Test(arguments: [1, 2, 3, 4, 7])
  func piecesChangeNoReading(threads: Int) throws {
    let rows = (0..<300).map {
      "p\($0 % 5),q,\($0 < 290 ? "A" : "H"),\($0 % 3 == 0 ? "en" : "fr")\n"
    }
    let text = "model_a,model_b,winner,lang\n" + rows.joined()
    var options = try filters("lang=en")
    options.threads = threads
    var tuning = ReadTuning()
    tuning.chunkSize = 1
    let result = try readDataset(
      [InMemoryFile("x.csv", Array(text.utf8))], options: options, tuning: tuning)
    let outcomes = try #require(result.report.reading.outcomes)
    #expect(outcomes.a == 3 && outcomes.b == 97)
  }

  /// Labels beyond all measure end the reading early, with their reason.
  @Test func columnsOfSomethingElse() {
    let header = "model_a,model_b,winner\n"
    let texts = (0..<10_001).map { "p,q,text \($0)\n" }.joined()
    #expect(
      failure(header + texts)?.description.contains(
        "battles.csv:10002: more than 10000 different texts") == true)
    let rows = String(repeating: "p,q,what\n", count: 100_001)
    #expect(
      failure(header + rows)?.description.contains(
        "battles.csv:100002: of the first 100001 rows none has a label that is known") == true)
    #expect(
      failure(header + "p,q,tie\n" + rows)?.description.contains("\"what\" (100001 rows)") == true)
  }
}
