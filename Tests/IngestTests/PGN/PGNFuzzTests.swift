import Battles
import Testing

@testable import Ingest

/// Fragments of games, cut and pasted at random: the reader must agree with its slow twin, wherever its
/// window ends and however a file is divided among threads.
@Suite struct PGNFuzzTests {
  private struct Recorder: RowConsumer {
    let columns: [String]
    var games: [SlowPGN.Game] = []

    mutating func take(
      _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
    ) throws(RowProblem) {
      var tags: [String: [UInt8]] = [:]
      for (slot, name) in columns.enumerated() {
        let value = fields[slot].bytes(in: window)
        if !value.isEmpty { tags[name] = value }
      }
      games.append(SlowPGN.Game(line: line, tags: tags))
    }
  }

  private static let columns = ["White", "Black", "Result", "Event", "X"]

  private static let pieces: [String] = [
    "[Event \"a\"]", "[White \"Ann\"]", "[Black \"Bob\"]", "[Result \"1-0\"]", "[X \"1\"]",
    "[x \"2\"]",
    "[White \"A \\\"B\\\" C\"]", "[White \"say \"x\" y\"]", "[Black \"\\\\\"]", "[Black \"c:\\\"]",
    "[White \"open]", "[White Ann]", "[%clk 1:00]", "[", "]", "\"", "\\", "{", "}", ";", "%", "(",
    ")",
    "\n", "\n", "\n", "\n\n", "\r\n", "\r", " ", "\t", "1. e4", "1-0", "*", "$1",
    "{ a comment }", "{\n[Event \"no\"]\n}", "; a line\n", "% a line\n", "Ünï",
    "{ [%clk 0:01:00] [%eval 0.3] of a good many letters }", "\n\n[Event \"b\"]\n[White \"Cid\"]\n",
    "1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7 6. Re1 b5 7. Bb3 d6 8. c3 O-O 9. h3 Nb8",
  ]

  private static func text(_ seed: UInt64) -> [UInt8] {
    var numbers = SeededNumbers(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...80, using: &numbers) {
      var piece = Array(pieces[Int.random(in: 0..<pieces.count, using: &numbers)].utf8)
      if Int.random(in: 0..<12, using: &numbers) == 0 {
        piece.removeSubrange(Int.random(in: 0..<piece.count, using: &numbers)...)
      }
      bytes += piece
      if Int.random(in: 0..<3, using: &numbers) == 0 { bytes.append(10) }
    }
    return bytes
  }

  /// What the real reader makes of `bytes`, with the number of bad games and the line of an error.
  private static func found(
    _ bytes: [UInt8], windowSize: Int
  ) -> (games: [SlowPGN.Game], bad: Int, refused: Int?) {
    var recorder = Recorder(columns: columns.map { $0.lowercased() })
    var tally = RowTally(.skip)
    do throws(IngestError) {
      var reader = PGNReader(
        InputBuffer(ByteSource(bytes: bytes, file: "x.pgn"), size: windowSize))
      let header = Header(place: Place(file: "x.pgn", line: 1), names: columns, of: .game)
      var wanted = WantedColumns(header)
      for index in columns.indices { _ = wanted.slot(index) }
      var selection = RowSelection()
      _ = try reader.readGames(
        into: &recorder, header: header.names, columns: wanted, selection: &selection,
        tally: &tally)
      return (recorder.games, tally.bad, nil)
    } catch {
      if case .rows(let place, _, _) = error { return (recorder.games, tally.bad, place.line) }
      return (recorder.games, tally.bad, -1)
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func fragmentsAgreeWithTheSlowTwin(_ seed: UInt64) {
    let bytes = Self.text(seed)
    let twin = SlowPGN(bytes)
    // Of the game at work nothing is known where a comment is refused.
    let expected = twin.refusedLine == nil ? twin.games : Array(twin.games.dropLast())
    let good = expected.filter { $0.tags != nil }.map { game in
      SlowPGN.Game(
        line: game.line,
        tags: game.tags?.filter { tag in
          Self.columns.contains { $0.lowercased() == tag.key } && !tag.value.isEmpty
            && tag.value != Array("?".utf8)
        })
    }
    for size in [1, 2, 3, 7, 64, 1 << 16] {
      let found = Self.found(bytes, windowSize: size)
      #expect(found.games == good, "seed \(seed), window of \(size)")
      #expect(found.bad == expected.count - good.count, "seed \(seed), window of \(size)")
      #expect(found.refused == twin.refusedLine, "seed \(seed), window of \(size)")
    }
  }

  /// A differential test in which everything fails at once would prove little.
  @Test func mostFragmentsAreRead() {
    let twins = (0..<400 as Range<UInt64>).map { SlowPGN(Self.text($0)) }
    #expect(twins.filter { $0.refusedLine == nil }.count > 150)
    #expect(twins.reduce(0) { $0 + $1.games.count { $0.tags != nil } } > 800)
    #expect(twins.reduce(0) { $0 + $1.games.count { $0.tags == nil } } > 100)
  }

  private enum Reading: Equatable {
    case result(ReadResult)
    case failure(IngestError)
  }

  private func reading(
    _ bytes: [UInt8], _ options: ReadOptions, threads: Int, chunks: Int, windowSize: Int
  ) -> Reading {
    var options = options
    options.threads = threads
    var tuning = ReadTuning()
    tuning.windowSize = windowSize
    tuning.chunkSize = 1
    tuning.chunksPerThread = chunks
    do throws(IngestError) {
      return .result(
        try readDataset([InMemoryFile("g.pgn", bytes)], options: options, tuning: tuning))
    } catch {
      return .failure(error)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func howeverAFileIsDivided(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let names = ["Ann", "Bob", "C \\\"D\\\"", "é", "?", "a name of some length"]
    let moves = [
      "1. e4 e5", "", "1. e4 {\n\n[Event \"no game\"]\n[White \"Eve\"]\n\n} 1-0", "1. d4 ; {\n d5",
      "[x] 1. c4",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...60, using: &numbers) {
      func any(_ choices: [String]) -> String {
        choices[Int.random(in: 0..<choices.count, using: &numbers)]
      }
      let white = any(names)
      text += game(
        white, any(names), any(["1-0", "0-1", "1/2-1/2", "*"]),
        more: any(["", "[Elo \"\(Int.random(in: 0..<9, using: &numbers))\"]", "[Bad \"x]\n"]),
        moves: any(moves)
      ).replacing("\n", with: seed % 3 == 0 ? "\r\n" : "\n")
    }
    var options = ReadOptions()
    options.badRows = seed % 4 == 0 ? .stop : .skip
    if seed % 5 == 0 { options.filters = [try RowFilter(parsing: "Elo >= 3")] }
    let bytes = Array(text.utf8)
    let expected = reading(bytes, options, threads: 1, chunks: 1, windowSize: 1 << 16)
    for (threads, size) in [(1, 1), (2, 17), (3, 1 << 16), (4, 100)] {
      let chunks = Int.random(in: 1...40, using: &numbers)
      #expect(
        reading(bytes, options, threads: threads, chunks: chunks, windowSize: size) == expected,
        "seed \(seed), \(threads) threads, \(chunks) chunks each, window of \(size)")
    }
  }

  @Test func piecesThatBeganRightAreReadOnce() throws {
    let text = (0..<400).map { game("p\($0 % 7)", "q\($0 % 5)", "1-0") }.joined()
    var options = ReadOptions()
    options.threads = 2
    var tuning = ReadTuning()
    tuning.chunkSize = 1
    tuning.chunksPerThread = 10
    for text in [text, text.replacing("\n", with: "\r\n")] {
      var reader = try DatasetReader(options, tuning)
      try reader.read(InputBuffer(ByteSource(bytes: Array(text.utf8), file: "x")))
      #expect(try reader.result().report.rows == 400)
      #expect(reader.rereadChunks == 0)
    }
  }
}
