import Battles
import Testing

@testable import Ingest

/// Where the window ends must not matter, and the scanner must agree with its slow twin.
@Suite struct WindowBoundaryTests {
  private static let windowSizes = [1, 2, 3, 7, 64, 1 << 16]

  /// Takes every row as it comes.
  private struct Recorder: RowConsumer {
    let columns: Int
    var records: [SlowReader.Record] = []

    mutating func take(
      _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
    ) throws(RowProblem) {
      var row: [[UInt8]] = []
      for index in 0..<columns { row.append(fields[index].bytes(in: window)) }
      records.append(SlowReader.Record(line: line, fields: row))
    }
  }

  /// What the real reader makes of `bytes`: its records, ragged ones counted, and where it stopped.
  private func scanned(
    _ bytes: [UInt8], windowSize: Int, limit: Int = InputBuffer.usualLimit, wanted: (Int) -> Bool
  ) -> (columns: [Int], records: [SlowReader.Record], ragged: Int, error: IngestError?) {
    var tally = RowTally(.skip)
    var recorder = Recorder(columns: 0)
    var kept: [Int] = []
    do throws(IngestError) {
      var reader = DelimitedReader(
        InputBuffer(ByteSource(bytes: bytes, file: "x.csv"), size: windowSize, limit: limit))
      let header = try reader.readHeader()
      var columns = WantedColumns(header)
      kept = header.names.indices.filter(wanted)
      for index in kept { _ = columns.slot(index) }
      recorder = Recorder(columns: kept.count)
      var selection = RowSelection()
      try reader.readRows(
        into: &recorder, columns: columns, selection: &selection, tally: &tally)
      return (kept, recorder.records, tally.bad, nil)
    } catch {
      return (kept, recorder.records, tally.bad, error)
    }
  }

  @Test(arguments: 0..<600 as Range<UInt64>)
  func hostileTextAgreesWithTheSlowTwin(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    // A plain header of three columns, then a soup in which every special byte is frequent.
    let pieces: [[UInt8]] = [
      [44], [44], [44], [34], [34, 34], [10], [13], [13, 10], [97], [0xC3, 0xA9],
      Array("name".utf8),
      Array("a long name of many bytes".utf8), Array("\"q,\n\"".utf8), Array("\"x\"\"y\"".utf8),
      Array(",b,c\n".utf8), Array("d,e,f\r\n".utf8), Array("\"g\",h,\"i\"\n".utf8),
    ]
    var bytes = Array("one,two,three\n".utf8)
    for _ in 0..<Int.random(in: 0...60, using: &numbers) {
      bytes += pieces[Int.random(in: 0..<pieces.count, using: &numbers)]
    }
    let mask = Int.random(in: 0..<8, using: &numbers)
    let expected = Array(SlowReader.records(bytes).dropFirst())
    let whole = expected.filter { $0.fields?.count == 3 }
    let brokenLine = expected.first { $0.fields == nil }?.line

    for size in Self.windowSizes {
      let found = scanned(bytes, windowSize: size) { mask >> $0 & 1 == 1 }
      let wanted = whole.map { record in
        SlowReader.Record(line: record.line, fields: found.columns.map { record.fields?[$0] ?? [] })
      }
      #expect(found.records == wanted, "seed \(seed), window of \(size)")
      #expect(
        found.ragged == expected.count - whole.count - (brokenLine == nil ? 0 : 1),
        "seed \(seed), window of \(size)")
      var place: Int?
      if case .rows(let at, _, _) = found.error { place = at.line }
      #expect(place == brokenLine, "seed \(seed), window of \(size)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func wideRowsAgreeWithTheSlowTwin(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let columns = Int.random(in: 4...20, using: &numbers)
    let fields = ["", "", "0", "1", "no", "word", "\"\"", "\",\"", "\"a\n\"\"b\"\"\"", "5\"", "éé"]
    var text = (0..<columns).map { "c\($0)" }.joined(separator: ",") + "\n"
    for _ in 0..<20 {
      let row = (0..<columns).map { _ in fields[Int.random(in: 0..<fields.count, using: &numbers)] }
      text += row.joined(separator: ",") + ["\n", "\r\n"][Int.random(in: 0...1, using: &numbers)]
    }
    let bytes = Array(text.utf8)
    // Few columns are wanted, so that most of a row is only counted.
    let wanted = Int.random(in: 0..<columns / 2, using: &numbers)
    let expected = SlowReader.records(bytes).dropFirst().map { record in
      SlowReader.Record(line: record.line, fields: record.fields.map { [$0[wanted]] })
    }
    for size in Self.windowSizes {
      let found = scanned(bytes, windowSize: size) { $0 == wanted }
      #expect(found.records == expected, "seed \(seed), window of \(size)")
      #expect(found.ragged == 0 && found.error == nil, "seed \(seed), window of \(size)")
    }
  }

  @Test func theTwinItselfReadsWhatIsWritten() {
    let text = "a,\"b\"\"\n\",c\r\n\n\"\",x\rlast"
    #expect(
      SlowReader.records(Array(text.utf8)) == [
        SlowReader.Record(line: 1, fields: ["a", "b\"\n", "c"].map { Array($0.utf8) }),
        SlowReader.Record(line: 4, fields: [[], [120]]),
        SlowReader.Record(line: 5, fields: [Array("last".utf8)]),
      ])
    #expect(SlowReader.records(Array("a\n\"b\"c".utf8)).last?.fields == nil)
    #expect(SlowReader.records(Array("a\nx,\"b".utf8)).last?.line == 2)
  }

  @Test(arguments: windowSizes)
  func wholeDataSetsDoNotDependOnTheWindow(_ size: Int) throws {
    var numbers = SeededNumbers(seed: 7)
    let models = ["gpt", "claude, the 3rd", "a \"quoted\" one", "línea\nnueva", "x", "模型"]
    var text = "\u{FEFF}id,model_a,\"model_b\",note,winner,count\r\n"
    var expected: [String: Int] = [:]
    for row in 0..<500 {
      let a = models[Int.random(in: 0..<6, using: &numbers)]
      let b = models[Int.random(in: 0..<6, using: &numbers)]
      let outcome = Outcome.allCases[Int.random(in: 0..<4, using: &numbers)]
      let count = Int.random(in: 1...9, using: &numbers)
      expected["\(a)|\(b)|\(outcome.label)", default: 0] += count
      text += "\(row),\(Self.written(a)),\(Self.written(b)),\"n\n\"\"\",\(outcome.label),\(count)"
      text += ["\n", "\r\n", "\r", "\n\n"][row % 4]
    }
    let result = try read(text, windowSize: size)
    #expect(cells(result).sorted() == expected.map { "\($0.key)|\($0.value)" }.sorted())
    #expect(result.report.rows == 500)
    #expect(result == (try read(text)))
  }

  @Test(arguments: windowSizes)
  func errorsDoNotDependOnTheWindow(_ size: Int) throws {
    let text = "model_a,model_b,winner\n\"x\ny\",z,tie\r\nx,z,nobody\n"
    let error = try #require(failure(text))
    #expect(error.description.hasPrefix("battles.csv:4: winner is \"nobody\""))
    #expect(throws: error) { try read(text, windowSize: size) }
  }

  @Test func aRecordLongerThanTheLimitIsRefused() throws {
    let filler = [UInt8](repeating: 97, count: 1 << 20)
    let bytes = Array("one,two\nx,y\n\"".utf8) + filler
    let error = scanned(bytes, windowSize: 64, limit: 1 << 20) { _ in true }.error
    #expect(
      error?.description
        == "x.csv:3: the record that begins here is longer than 1 MiB (check for a "
        + "quote that is never closed)")
    #expect(error?.kind == .badData)
    #expect(InputBuffer.usualLimit == 64 << 20)
  }

  /// A field in quotes where it needs them.
  private static func written(_ text: String) -> String {
    guard text.utf8.contains(where: { [34, 44, 10].contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
