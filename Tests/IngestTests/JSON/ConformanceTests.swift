import Testing

@testable import Ingest

/// The scanner accepts what RFC 8259 allows and refuses what it does not, wherever it stands.
@Suite struct ConformanceTests {
  /// Whether `bytes` are one JSON text, as the scanner sees it in a window that grows from `size`.
  static func accepts(_ bytes: [UInt8], growingFrom size: Int = .max) -> Bool {
    var end = min(size, bytes.count)
    while true {
      var scanner = JSONScanner(at: 0, end: end, isComplete: end == bytes.count)
      do throws(JSONStop) {
        _ = try scanner.peek(bytes.span)
        _ = try scanner.value(bytes.span, depth: 0)
        scanner.skipSpace(bytes.span)
        if scanner.position < end { return false }
        if end == bytes.count { return true }
      } catch {
        if error != .incomplete || end == bytes.count { return false }
      }
      end += 1
    }
  }

  @Test func thereAreManyCases() {
    #expect(ConformanceCases.accepted.count > 100 && ConformanceCases.refused.count > 200)
    #expect(Set(ConformanceCases.accepted).isDisjoint(with: ConformanceCases.refused))
  }

  @Test(arguments: ConformanceCases.accepted)
  func accepted(_ bytes: [UInt8]) {
    #expect(Self.accepts(bytes), "\(quoted(bytes: bytes))")
    #expect(Self.accepts(bytes, growingFrom: 0), "\(quoted(bytes: bytes))")
    #expect(SlowJSON.values(bytes)?.count == 1, "the twin, \(quoted(bytes: bytes))")
  }

  @Test(arguments: ConformanceCases.refused)
  func refused(_ bytes: [UInt8]) {
    #expect(!Self.accepts(bytes), "\(quoted(bytes: bytes))")
    #expect(!Self.accepts(bytes, growingFrom: 0), "\(quoted(bytes: bytes))")
  }

  /// A record, and after it another, around a value that nobody asks for.
  private func record(around bytes: [UInt8]) -> [UInt8] {
    Array(#"{"model_a":"x","junk":"#.utf8) + bytes
      + Array(#","model_b":"y","winner":"tie"}"#.utf8)
  }

  @Test(arguments: ConformanceCases.accepted)
  func acceptedWhereItIsSkipped(_ bytes: [UInt8]) {
    let plain = record(around: Array("0".utf8))
    let texts = [
      record(around: bytes), plain + [10] + record(around: bytes),
      [0x5B] + plain + [0x2C] + record(around: bytes) + [0x5D],
      Array(#"{"before":"#.utf8) + bytes + Array(#","data":["#.utf8) + plain + [0x5D, 0x7D],
    ]
    for text in texts {
      #expect(failure(text, named: "b") == nil, "\(quoted(bytes: text))")
    }
  }

  @Test(arguments: ConformanceCases.refused)
  func refusedWhereItIsSkipped(_ bytes: [UInt8]) {
    let plain = record(around: Array("0".utf8))
    let texts = [
      record(around: bytes), plain + [10] + record(around: bytes),
      [0x5B] + plain + [0x2C] + record(around: bytes) + [0x5D],
      Array(#"{"data":["#.utf8) + plain + Array(#"],"after":"#.utf8) + bytes + [0x7D],
    ]
    for text in texts where SlowJSON.values(text) == nil {
      // No policy goes on from a text that is no JSON.
      for policy in BadRowPolicy.allCases {
        let error = failure(text, named: "b", options { $0.badRows = policy })
        // What closes the record early makes one that lacks its keys, which is found first.
        if bytes.last == 0x7D, policy == .stop, case .header = error { continue }
        guard case .syntax = error else {
          Issue.record("\(quoted(bytes: text)) gave \(error?.description ?? "nothing")")
          continue
        }
        #expect(error?.kind == .badData)
      }
    }
    // A value that closes the object and goes on in another way is refused as a rule.
    #expect(texts.count { SlowJSON.values($0) == nil } >= 3, "\(quoted(bytes: bytes))")
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func nesting(_ open: String, _ close: String) {
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth) + "0" + String(repeating: close, count: depth)
    }
    #expect(Self.accepts(Array(nested(512).utf8)))
    #expect(!Self.accepts(Array(nested(513).utf8)))
    // The record itself is one level, an array around it another one.
    let record = { #"{"model_a":"x","model_b":"y","winner":"tie","junk":"# + nested($0) + "}" }
    #expect(failure(record(511)) == nil)
    #expect(
      failure(record(512))?.description.hasSuffix(
        " values are nested deeper than 512 (leave out what is nested so deep)") == true)
    #expect(failure("[\(record(510))]") == nil)
    #expect(failure("[\(record(511))]")?.kind == .badData)
    #expect(failure("{\"data\":[\(record(509))]}") == nil)
    #expect(failure("{\"data\":[\(record(510))]}")?.kind == .badData)
    #expect(failure(String(repeating: open, count: 1 << 20))?.kind == .badData)
  }
}
