/// Turns UTF-16 into UTF-8, a piece of any length at a time.
///
/// Half of a surrogate pair is no character. What is before it is still handed out: who reads on then
/// learns where it stands.
struct UTF16Decoder: Sendable {
  /// Why the text cannot be read on.
  struct Fault: Equatable, Sendable {
    /// What is wrong, told behind the place.
    let what: String
    /// The line, from 1.
    let line: Int
  }

  private let isBigEndian: Bool
  /// The first byte of a unit whose second one is not there yet.
  private var firstByte: UInt8?
  /// The first half of a surrogate pair whose second half is not there yet.
  private var high: UInt32?
  /// How many bytes of the input are behind.
  private var offset: Int
  private var line = 1
  private var isBehindReturn = false
  /// What stopped the decoder.
  private(set) var fault: Fault?

  /// A decoder at the beginning of the text, behind a byte order mark.
  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
    offset = 2
  }

  /// Appends the text in the first `count` of `bytes` to `text`, up to a fault.
  mutating func decode(_ bytes: [UInt8], count: Int, into text: inout [UInt8]) {
    for index in 0..<count where fault == nil {
      let byte = bytes[index]
      guard let first = firstByte else {
        firstByte = byte
        continue
      }
      firstByte = nil
      let unit = isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first)
      take(unit, into: &text)
      offset += 2
    }
  }

  /// Takes it that there are no more bytes.
  mutating func end() {
    guard fault == nil else { return }
    if high != nil {
      fail(at: offset - 2)
    } else if firstByte != nil {
      fault = Fault(
        what: "the byte at offset \(offset) is half of a UTF-16 unit, and the last one", line: line)
    }
  }

  private mutating func take(_ unit: UInt32, into text: inout [UInt8]) {
    if let high {
      guard unit & 0xFC00 == 0xDC00 else { return fail(at: offset - 2) }
      self.high = nil
      append(0x10000 + (high & 0x3FF) << 10 + (unit & 0x3FF), to: &text)
      return
    }
    switch unit & 0xFC00 {
    case 0xD800: high = unit
    case 0xDC00: fail(at: offset)
    default: append(unit, to: &text)
    }
  }

  private mutating func append(_ code: UInt32, to text: inout [UInt8]) {
    switch code {
    case 0..<0x80:
      count(UInt8(code))
      text.append(UInt8(code))
    case 0x80..<0x800:
      text.append(0xC0 | UInt8(code >> 6))
      text.append(0x80 | UInt8(code & 0x3F))
    case 0x800..<0x10000:
      text.append(0xE0 | UInt8(code >> 12))
      text.append(0x80 | UInt8(code >> 6 & 0x3F))
      text.append(0x80 | UInt8(code & 0x3F))
    default:
      text.append(0xF0 | UInt8(code >> 18))
      text.append(0x80 | UInt8(code >> 12 & 0x3F))
      text.append(0x80 | UInt8(code >> 6 & 0x3F))
      text.append(0x80 | UInt8(code & 0x3F))
    }
  }

  /// Counts the lines; CRLF ends one.
  private mutating func count(_ byte: UInt8) {
    if byte == ASCII.carriageReturn || byte == ASCII.lineFeed && !isBehindReturn { line += 1 }
    isBehindReturn = byte == ASCII.carriageReturn
  }

  private mutating func fail(at place: Int) {
    fault = Fault(
      what: "half a surrogate pair stands at offset \(place), which is no character", line: line)
  }
}

/// What is read of an input in UTF-16: bytes that the source has given, as UTF-8.
struct UTF16Input: Sendable {
  private var decoder: UTF16Decoder
  private var raw = [UInt8](repeating: 0, count: 1 << 15)
  /// What was decoded and not handed out, from `next` on.
  private var text: [UInt8] = []
  private var next = 0
  private var isComplete = false

  /// An input of which `first` was read already, behind the byte order mark.
  init(isBigEndian: Bool, first: [UInt8]) {
    decoder = UTF16Decoder(isBigEndian: isBigEndian)
    decoder.decode(first, count: first.count, into: &text)
  }

  /// Why nothing more can be read, where that is so.
  var fault: UTF16Decoder.Fault? { next == text.count ? decoder.fault : nil }

  /// Sees that there is something to hand out, unless the input has ended or is at fault.
  mutating func prepare(_ source: inout ByteSource) throws(IngestError) {
    while next == text.count, !isComplete, decoder.fault == nil {
      text.removeAll(keepingCapacity: true)
      next = 0
      let count = try source.read(into: &raw, at: 0, space: raw.count)
      decoder.decode(raw, count: count, into: &text)
      if count == 0 {
        isComplete = true
        decoder.end()
      }
    }
  }

  /// Hands up to `space` bytes out to `start` of `buffer` and returns how many there were.
  mutating func take(into buffer: inout [UInt8], at start: Int, space: Int) -> Int {
    let count = min(space, text.count - next)
    for index in 0..<count { buffer[start + index] = text[next + index] }
    next += count
    return count
  }
}
