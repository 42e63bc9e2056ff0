import Battles
import Testing

@testable import Ingest

/// However a file is divided, and by whichever paths it is read, the result must be that of reading
/// it from front to back by the path that knows all forms.
@Suite struct SamenessTests {
  private enum Reading: Equatable {
    case result(ReadResult)
    case failure(IngestError)
  }

  private func reading(
    _ bytes: [UInt8], _ options: ReadOptions, threads: Int = 1, _ paths: ReadTuning.Paths,
    windowSize: Int = 1 << 16, chunks: Int = 1
  ) -> Reading {
    var options = options
    options.threads = threads
    var tuning = ReadTuning()
    tuning.paths = paths
    tuning.windowSize = windowSize
    tuning.chunkSize = 1
    tuning.chunksPerThread = chunks
    do throws(IngestError) {
      return .result(
        try readDataset([InMemoryFile("battles", bytes)], options: options, tuning: tuning))
    } catch {
      return .failure(error)
    }
  }

  private func expectSameness(_ bytes: [UInt8], _ options: ReadOptions, _ seed: UInt64) {
    // Whether there are NUL bytes is seen in the first window, so that its size matters there.
    let windowSizes = [1 << 16, 100, 17, 64]
    let expected = windowSizes.map { reading(bytes, options, .careful, windowSize: $0) }
    for (windowSize, expected) in zip(windowSizes, expected) {
      #expect(
        reading(bytes, options, .fast, windowSize: windowSize) == expected,
        "seed \(seed), window of \(windowSize)")
    }
    var numbers = SeededNumbers(seed: seed)
    for threads in 2...4 {
      let chunks = Int.random(in: 1...60, using: &numbers)
      let place = threads == 4 ? 3 : 0
      #expect(
        reading(
          bytes, options, threads: threads, threads == 3 ? .careful : .fast,
          windowSize: windowSizes[place], chunks: chunks) == expected[place],
        "seed \(seed), \(threads) threads, \(chunks) chunks each")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func delimitedText(_ seed: UInt64) throws {
    var text = HostileText(seed: seed)
    expectSameness(text.delimited(), try text.options(), seed)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func jsonLines(_ seed: UInt64) throws {
    var text = HostileText(seed: seed)
    expectSameness(text.json(), try text.options(), seed)
  }

  /// What has the shape of the number before, but for the point, is no number and may hide a line end.
  @Test(arguments: ["1x5", "1,5", "1 5", "1-5", "1\"5", "1\\5", "1}5", "1\n5", "1.5", "15", "0.5"])
  func aNumberOfTheShapeBefore(number: String) {
    let good = "{\"model_a\":\"a\",\"model_b\":\"b\",\"winner\":\"tie\",\"t\":1.5}\n"
    let text = String(repeating: good, count: 9) + good.replacingNumber(with: number) + good
    expectSameness(Array(text.utf8), ReadOptions(), 0)
  }

  @Test func battlesBehindABoardAreRefusedHoweverTheyAreDivided() {
    let rows = (0..<60).map { "{\"model\":\"m\($0)\",\"rating\":1000,\"ci\":5}\n" }
    let battles = "{\"model_a\":\"m1\",\"model_b\":\"m2\",\"winner\":\"tie\"}\n"
    let text = rows.joined() + String(repeating: battles, count: 60)
    for seed in 0..<8 as Range<UInt64> { expectSameness(Array(text.utf8), ReadOptions(), seed) }
    // A cut just where the kind changes, too: as many bytes of one as of the other.
    let board = rows.joined()
    let even = board + String(repeating: battles, count: 1 + board.utf8.count / battles.utf8.count)
    expectSameness(Array(even.utf8), ReadOptions(), 0)
    for chunks in 1...40 {
      let pieces = reading(Array(even.utf8), ReadOptions(), threads: 2, .fast, chunks: chunks)
      guard case .failure = pieces else {
        Issue.record("\(chunks) chunks a thread make a board of battles")
        continue
      }
    }
  }

  @Test func mostHostileTextsCanBeRead() throws {
    // A differential test of texts that all fail on the first line would prove little.
    var read = 0
    var rows = 0
    for seed in 0..<100 as Range<UInt64> {
      for isJSON in [true, false] {
        var text = HostileText(seed: seed)
        let bytes = isJSON ? text.json() : text.delimited()
        let options = try text.options()
        if case .result(let result) = reading(bytes, options, .careful) {
          read += 1
          rows += result.report.rows
        }
      }
    }
    #expect(read > 50)
    #expect(rows > 2000)
  }

  /// How many pieces of `text` are read a second time, of so many.
  private func rereadChunks(_ text: String, chunks: Int, _ badRows: BadRowPolicy = .stop) throws
    -> Int
  {
    var options = ReadOptions()
    options.threads = 2
    options.badRows = badRows
    var tuning = ReadTuning()
    tuning.chunkSize = 1
    tuning.chunksPerThread = chunks / 2
    var reader = try DatasetReader(options, tuning)
    try reader.read(InputBuffer(ByteSource(bytes: Array(text.utf8), file: "x")))
    #expect(try reader.result().report.rows == 400)
    return reader.rereadChunks
  }

  @Test func piecesThatBeganRightAreReadOnce() throws {
    let rows = (0..<400).map { "\($0),x\($0 % 7),y\($0 % 5),tie" }
    let header = "id,model_a,model_b,winner\n"
    let plain = header + rows.joined(separator: "\n")
    #expect(try rereadChunks(plain, chunks: 20) == 0)
    #expect(try rereadChunks(header + rows.joined(separator: "\r\n"), chunks: 20) == 0)
    // A label that nothing knows has its place counted from the piece's beginning.
    let unknown = rows.enumerated().map { $0 % 3 == 2 ? $1 + "?" : $1 }
    #expect(
      try rereadChunks(header + unknown.joined(separator: "\n"), chunks: 20, .skip) == 0)
    // Lines in quotes are told from rows by their number of fields.
    let lines = rows.map { $0 + ",\"a text\nof several lines,\nand commas\"" }
    let quoted = "id,model_a,model_b,winner,note\n" + lines.joined(separator: "\n")
    #expect(try rereadChunks(quoted, chunks: 20) == 0)
    let json = (0..<400).map {
      "{\"model_a\":\"x\($0 % 7)\",\"model_b\":\"y\",\"winner\":\"tie\",\"id\":\($0)}"
    }
    #expect(try rereadChunks(json.joined(separator: "\n"), chunks: 20) == 0)
  }

  @Test func piecesThatBeganWrongAreReadAgain() throws {
    // Nothing tells these lines in quotes from rows.
    let lines = String(repeating: "a,b,c,d\n", count: 4)
    let rows = (0..<400).map { "\"\n\(lines)\",x\($0),y,tie" }
    let again = try rereadChunks(
      "note,model_a,model_b,winner\n" + rows.joined(separator: "\n"), chunks: 20)
    #expect(again > 0)
    // The first three bad rows are told of with their lines; the others are only counted.
    let bad = (0..<400).map { "x,\($0 % 2 == 0 ? "y" : ""),tie" }
    #expect(
      try rereadChunks(
        "model_a,model_b,winner\n" + bad.joined(separator: "\n"), chunks: 20, .skip) == 1)
  }

  /// A year may be a number or a date: which it is the first row tells that tells it, in whichever piece
  /// it stands.
  @Test(arguments: BadRowPolicy.allCases, [["d>2024"], ["w!=9", "d>2024"], ["d>2024", "w!=9"]])
  func whatSettlesAYear(_ policy: BadRowPolicy, _ conditions: [String]) throws {
    for (numbers, dates) in [(20..<30, 31..<32), (35..<36, 0..<10), (39..<40, 38..<39)] {
      let rows = (0..<40).map { row in
        let day = numbers ~= row ? "3000.5" : dates ~= row ? "3000-05-01" : "\(2000 + row)"
        return "x,y,tie,\(day),\(row % 10)"
      }
      let bytes = Array(("model_a,model_b,winner,d,w\n" + rows.joined(separator: "\n")).utf8)
      let options = try options {
        $0.filters = try conditions.map { try RowFilter(parsing: $0) }
        $0.badRows = policy
      }
      let expected = reading(bytes, options, .careful)
      switch expected {
      case .failure(.value(let place, _, _, _, _)):
        #expect(policy == .stop && place.line == max(numbers.lowerBound, dates.lowerBound) + 2)
      case .result(let result):
        #expect(policy == .skip || conditions.count == 2 && numbers == 39..<40)
        #expect(result.report.rows == 40)
      case .failure: Issue.record("\(expected)")
      }
      for chunks in 1...20 {
        #expect(reading(bytes, options, threads: 2, .fast, chunks: chunks) == expected)
      }
    }
  }

  @Test func tooManyBattlesAreRefusedWhereTheyAre() {
    let half = "4503599627370496"
    let rows = (0..<40).map { "x,y,tie,\($0 == 5 || $0 == 20 ? half : $0 == 30 ? "1" : "0")" }
    let bytes = Array(("model_a,model_b,winner,count\n" + rows.joined(separator: "\n")).utf8)
    let expected = reading(bytes, ReadOptions(), .careful)
    guard case .failure(.rows(let place, _, _)) = expected else {
      Issue.record("more than 2^53 battles were read")
      return
    }
    #expect(place.line == 32)
    #expect(reading(bytes, ReadOptions(), threads: 3, .fast, chunks: 5) == expected)
  }
}

extension String {
  /// The text with 1.5 replaced.
  fileprivate func replacingNumber(with number: String) -> String {
    String(decoding: utf8.dropLast(5), as: UTF8.self) + number + "}\n"
  }
}
