/// The twin of the scanner: a value tree, one byte after another, nothing clever.
indirect enum SlowJSON: Equatable {
  case text([UInt8])
  case number([UInt8])
  case word(String)
  case array([SlowJSON])
  case object([(key: [UInt8], value: SlowJSON)])

  /// The values of `bytes`, one after the other, or `nil` where they are no JSON.
  static func values(_ bytes: [UInt8]) -> [SlowJSON]? {
    guard UTF8Check.isValid(bytes) else { return nil }
    var rest = bytes[...]
    var values: [SlowJSON] = []
    while true {
      skipSpace(&rest)
      if rest.isEmpty { return values }
      guard let value = value(&rest) else { return nil }
      values.append(value)
    }
  }

  static func == (one: SlowJSON, two: SlowJSON) -> Bool {
    switch (one, two) {
    case (.text(let a), .text(let b)), (.number(let a), .number(let b)): a == b
    case (.word(let a), .word(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.map(\.key) == b.map(\.key) && a.map(\.value) == b.map(\.value)
    default: false
    }
  }

  private static func skipSpace(_ rest: inout ArraySlice<UInt8>) {
    while let byte = rest.first, [32, 9, 10, 13].contains(byte) { rest.removeFirst() }
  }

  private static func value(_ rest: inout ArraySlice<UInt8>) -> SlowJSON? {
    skipSpace(&rest)
    for word in ["true", "false", "null"] where rest.starts(with: word.utf8) {
      rest = rest.dropFirst(word.utf8.count)
      return .word(word)
    }
    switch rest.first {
    case 0x22: return text(&rest).map { .text($0) }
    case 0x5B: return array(&rest)
    case 0x7B: return object(&rest)
    default: return number(&rest).map { .number($0) }
    }
  }

  private static func array(_ rest: inout ArraySlice<UInt8>) -> SlowJSON? {
    rest.removeFirst()
    var values: [SlowJSON] = []
    skipSpace(&rest)
    if rest.first == 0x5D {
      rest.removeFirst()
      return .array([])
    }
    while true {
      guard let next = value(&rest) else { return nil }
      values.append(next)
      skipSpace(&rest)
      switch rest.popFirst() {
      case 0x2C: continue
      case 0x5D: return .array(values)
      default: return nil
      }
    }
  }

  private static func object(_ rest: inout ArraySlice<UInt8>) -> SlowJSON? {
    rest.removeFirst()
    var members: [(key: [UInt8], value: SlowJSON)] = []
    skipSpace(&rest)
    if rest.first == 0x7D {
      rest.removeFirst()
      return .object([])
    }
    while true {
      skipSpace(&rest)
      guard rest.first == 0x22, let key = text(&rest) else { return nil }
      skipSpace(&rest)
      guard rest.popFirst() == 0x3A, let next = value(&rest) else { return nil }
      members.append((key, next))
      skipSpace(&rest)
      switch rest.popFirst() {
      case 0x2C: continue
      case 0x7D: return .object(members)
      default: return nil
      }
    }
  }

  /// The content of a text; half a surrogate pair becomes the byte 0xFF, which no text has.
  private static func text(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    rest.removeFirst()
    var units: [UInt16] = []
    var raw: [UInt8] = []
    var content: [UInt8] = []
    func flush() {
      content += raw
      raw = []
      var iterator = units.makeIterator()
      var decoder = UTF16()
      while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): content += Array(String(Character(scalar)).utf8)
        case .error: content.append(0xFF)
        case .emptyInput:
          units = []
          return
        }
      }
    }
    while let byte = rest.popFirst() {
      if byte == 0x22 {
        flush()
        return content
      }
      guard byte >= 32 else { return nil }
      guard byte == 0x5C else {
        if !units.isEmpty { flush() }
        raw.append(byte)
        continue
      }
      guard let escape = rest.popFirst() else { return nil }
      if escape == 0x75 {
        let digits = String(decoding: rest.prefix(4), as: UTF8.self)
        guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), digits.allSatisfy(\.isASCII),
          let unit = UInt16(digits, radix: 16)
        else { return nil }
        rest = rest.dropFirst(4)
        content += raw
        raw = []
        units.append(unit)
        continue
      }
      let plain: [UInt8: UInt8] = [
        0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
      ]
      guard let meant = plain[escape] else { return nil }
      if !units.isEmpty { flush() }
      raw.append(meant)
    }
    return nil
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    let start = rest
    func digits() -> Int {
      var count = 0
      while let byte = rest.first, (48...57).contains(byte) {
        rest.removeFirst()
        count += 1
      }
      return count
    }
    if rest.first == 0x2D { rest.removeFirst() }
    let isZero = rest.first == 48
    let whole = digits()
    guard whole > 0, !isZero || whole == 1 else { return nil }
    if rest.first == 0x2E {
      rest.removeFirst()
      guard digits() > 0 else { return nil }
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest.removeFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
      guard digits() > 0 else { return nil }
    }
    return Array(start.prefix(start.count - rest.count))
  }
}

/// Whether bytes are UTF-8, by the standard library.
enum UTF8Check {
  static func isValid(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
