import Testing

@testable import Ingest

@Suite struct PlainRecordScannerTests {
  /// The fields and the next record's beginning, by both scanners.
  private func found(_ text: String, wanted: [Bool]) -> (plain: [[UInt8]]?, careful: [[UInt8]]?) {
    let bytes = Array(text.utf8)
    let window = bytes + [UInt8](repeating: 0, count: Block.count)
    var slots: [Int] = []
    for isWanted in wanted { slots.append(isWanted ? (slots.max() ?? -1) + 1 : -1) }
    let count = wanted.count { $0 }

    let plain = PlainRecordScanner(delimiter: ASCII.comma, slotOfColumn: slots)
    var fields = [Field](repeating: Field(), count: count)
    var span = fields.mutableSpan
    let next = plain.scan(window.span, from: 0, to: bytes.count, into: &span)
    let plainFields = next.map { next in
      fields.map { $0.bytes(in: window.span) } + [Array("\(next)".utf8)]
    }

    var careful = RecordScanner(delimiter: ASCII.comma, slotOfColumn: slots)
    var others = [Field](repeating: Field(), count: count)
    var otherSpan = others.mutableSpan
    let step = careful.scan(
      bytes.span, from: 0, to: bytes.count, isComplete: false, into: &otherSpan)
    guard case .record = step, careful.columns == wanted.count else { return (plainFields, nil) }
    let carefulFields = others.map { $0.bytes(in: window.span) } + [Array("\(careful.next)".utf8)]
    return (plainFields, carefulFields)
  }

  @Test func plainRecordsOfEveryLength() {
    // Fields that begin and end at every place of a block, and records of up to three blocks.
    for length in 0...140 {
      for split in stride(from: 0, through: length, by: 7) {
        let first = String(repeating: "x", count: split)
        let second = String(repeating: "é ", count: (length - split) / 3)
        for end in ["\n", "\r\n"] {
          let text = "\(first),\(second),,z\(end)next,record,of,it\n"
          for wanted in [
            [true, true, true, true], [true, false, false, false], [false, true, false, true],
          ] {
            let (plain, careful) = found(text, wanted: wanted)
            #expect(plain != nil && plain == careful, "\(length), \(split)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    "a,b,c\n", "a,b,c,d,e\n", "\n", "\r\n", "a,\"b\",c,d\n", "a,b\",c,d\n", "a,b,c,d", "a,b,c,d\r",
    "a,b,c,d\rx,y,z,w\n", "", "a,b,c,d\"\n",
  ])
  func otherRecordsAreLeftToTheOther(_ text: String) {
    #expect(found(text, wanted: [true, true, false, true]).plain == nil)
  }

  @Test func manyColumns() {
    let text = (0..<300).map { "\($0)" }.joined(separator: ",") + "\n"
    let wanted = (0..<300).map { $0 == 7 || $0 == 250 }
    let (plain, careful) = found(text, wanted: wanted)
    #expect(plain != nil && plain == careful)
  }
}
