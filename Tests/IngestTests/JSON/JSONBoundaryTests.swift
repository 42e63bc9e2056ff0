import Testing

@testable import Ingest

/// Where the window ends must not matter, and the reader must agree with its slow twin.
@Suite struct JSONBoundaryTests {
  private static let windowSizes = [1, 2, 3, 7, 64, 1 << 16]
  private static let wanted = ["k", "o.k", "k.o", "o.k.o", "é"]

  /// Takes the wanted keys of every record, those that it has.
  private struct Recorder: RecordConsumer {
    var rows: [[String: [UInt8]]] = []
    private var headings: [String] = []

    let knownNames = ["k", "o", "é"]
    let looksAtAllColumns = false

    func columns(of header: Header, _ wanted: inout WantedColumns) throws(IngestError) -> [Int] {
      var slots: [Int] = []
      for name in JSONBoundaryTests.wanted {
        if let index = try header.column(name) { slots.append(wanted.slot(index)) }
      }
      return slots
    }

    mutating func begin(_ place: Place, columns: [Int], headings: [String]) {
      self.headings = headings
    }

    func textSlots(of columns: [Int]) -> [Int] { [] }

    mutating func take(
      _ window: Span<UInt8>, _ fields: Span<Field>, line: Int
    ) throws(RowProblem) {
      var row: [String: [UInt8]] = ["line": Array("\(line)".utf8)]
      for (slot, heading) in headings.enumerated() {
        row[heading] = fields[slot].bytes(in: window)
      }
      rows.append(row)
    }
  }

  private func found(
    _ bytes: [UInt8], windowSize: Int
  ) -> (rows: [[String: [UInt8]]], bad: Int, error: IngestError?) {
    var recorder = Recorder()
    var tally = RowTally(.skip)
    var selection = RowSelection()
    do throws(IngestError) {
      var buffer = InputBuffer(ByteSource(bytes: bytes, file: "x.json"), size: windowSize)
      guard try InputForm.recognized(&buffer) == .json else { return ([], 0, nil) }
      var reader = JSONReader(buffer)
      try reader.readRecords(
        into: &recorder, wanted: Self.wanted, selection: &selection, tally: &tally)
      return (recorder.rows, tally.bad, nil)
    } catch {
      return (recorder.rows, tally.bad, error)
    }
  }

  /// A random text of tokens, mostly well-formed; records under `depth` have the wanted keys.
  private func value(_ numbers: inout SeededNumbers, _ depth: Int) -> String {
    let space = ["", "", "", " ", "\n", "\t", "\r\n"]
    func pick(_ choices: [String]) -> String {
      choices[Int.random(in: 0..<choices.count, using: &numbers)]
    }
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &numbers) {
    case 0: return pick(["0", "-1.5e3", "12345", "1e9", "0.25", "-0"])
    case 1: return pick(["true", "false", "null"])
    case 2...5:
      let pieces = [
        "", "a", "name", "long enough for words ", "é", "€", "😀", #"\n"#, #"\u0041"#, #"\""#,
        #"\\"#,
        #"\ud83d\ude00"#, #"\u00e9"#, "{", "]", ",", ":",
      ]
      return "\"" + (0..<Int.random(in: 0...4, using: &numbers)).map { _ in pick(pieces) }.joined()
        + "\""
    case 6:
      let values = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
        pick(space) + value(&numbers, depth - 1) + pick(space)
      }
      return "[" + values.joined(separator: ",") + "]"
    default: return record(&numbers, depth - 1)
    }
  }

  private func record(_ numbers: inout SeededNumbers, _ depth: Int) -> String {
    let keys = [#""k""#, #""o""#, #""k.o""#, #""o.k""#, #""é""#, #""\u006b""#, #""zz""#, #""""#]
    let members = (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
      keys[Int.random(in: 0..<keys.count, using: &numbers)]
        + [":", " : ", ":\n"][Int.random(in: 0..<3, using: &numbers)] + value(&numbers, depth)
    }
    return "{"
      + members.joined(separator: [",", " , ", "\n,"][Int.random(in: 0..<3, using: &numbers)])
      + "}"
  }

  /// What a wanted name is in `object`, by the rules: the key itself first, the path second; `nil`
  /// where it is not there, and an error where it is there twice.
  private func lookUp(
    _ name: String, _ members: [(key: [UInt8], value: SlowJSON)]
  ) -> Result<SlowJSON?, InvalidUTF8> {
    let literal = members.filter { $0.key == Array(name.utf8) }
    if literal.count > 1 { return .failure(InvalidUTF8(offset: 0)) }
    if let only = literal.first { return .success(only.value) }
    let found = paths(Array(name.utf8), members, isTop: true)
    if found.count > 1 { return .failure(InvalidUTF8(offset: 0)) }
    return .success(found.first)
  }

  private func paths(
    _ name: [UInt8], _ members: [(key: [UInt8], value: SlowJSON)], isTop: Bool
  ) -> [SlowJSON] {
    var found: [SlowJSON] = []
    for (key, value) in members {
      if key == name, !isTop { found.append(value) }
      if name.starts(with: key + [0x2E]), case .object(let inner) = value {
        found += paths(Array(name.dropFirst(key.count + 1)), inner, isTop: false)
      }
    }
    return found
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func hostileRecordsAgreeWithTheSlowTwin(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let isArray = Bool.random(using: &numbers)
    var text = isArray ? "[" : ""
    for index in 0..<Int.random(in: 1...6, using: &numbers) {
      if index > 0 { text += isArray ? "," : "\n" }
      text += record(&numbers, 3)
    }
    var bytes = Array((text + (isArray ? "]" : "\n")).utf8)
    // One time in two something is broken.
    if Bool.random(using: &numbers) {
      let place = Int.random(in: 1..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
      case 2: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      default: bytes.removeSubrange(place...)
      }
    }
    let whole = found(bytes, windowSize: 1 << 16)
    for size in Self.windowSizes {
      let other = found(bytes, windowSize: size)
      #expect(other.rows == whole.rows, "seed \(seed), window of \(size)")
      #expect(other.bad == whole.bad && other.error == whole.error, "seed \(seed), of \(size)")
    }
    guard let values = SlowJSON.values(bytes), isArray ? values.count == 1 : true else {
      #expect(whole.error?.kind == .badData, "seed \(seed)")
      return
    }
    var records = values
    if isArray, case .array(let inner)? = values.first { records = inner }
    // What is no sequence of records is another test's matter.
    guard records.allSatisfy({ if case .object = $0 { true } else { false } }),
      isArray || !isMap(records)
    else { return }
    #expect(whole.error == nil, "seed \(seed): \(whole.error?.description ?? "")")
    var expected: [[String: [UInt8]]] = []
    for case .object(let members) in records {
      if let row = row(members) { expected.append(row) }
    }
    let rows = whole.rows.map { $0.filter { $0.key != "line" } }
    #expect(rows.count == expected.count, "seed \(seed)")
    for (row, wanted) in zip(rows, expected) {
      // What an object or array reads as is another test's matter.
      let texts = wanted.filter { $0.value != Array("…".utf8) }
      #expect(Set(row.keys) == Set(wanted.keys), "seed \(seed)")
      #expect(
        row.filter { texts[$0.key] != nil } == texts,
        "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(whole.bad == records.count - expected.count, "seed \(seed)")
  }

  /// Whether the first record alone could be taken for something around records.
  private func isMap(_ records: [SlowJSON]) -> Bool {
    guard case .object(let members)? = records.first else { return false }
    return members.contains {
      switch $0.value {
      case .object: true
      case .array(let values): if case .object? = values.first { true } else { false }
      default: false
      }
    }
  }

  /// The wanted values of a record as the reader gives them, or `nil` where it is a bad row.
  private func row(_ members: [(key: [UInt8], value: SlowJSON)]) -> [String: [UInt8]]? {
    var row: [String: [UInt8]] = [:]
    for name in Self.wanted {
      guard case .success(let found) = lookUp(name, members) else { return nil }
      switch found {
      case nil: continue
      case .text(let text):
        // Half a surrogate pair.
        if text.contains(0xFF) { return nil }
        row[name] = text
      case .number(let text): row[name] = text
      case .word(let word): row[name] = word == "null" ? [] : Array(word.utf8)
      case .array, .object: row[name] = Array("…".utf8)
      }
    }
    return row
  }
}
