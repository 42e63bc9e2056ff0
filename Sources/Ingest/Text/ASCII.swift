/// The bytes that mean something to this module.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamation: UInt8 = 0x21
  static let quote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let percent: UInt8 = 0x25
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greater: UInt8 = 0x3E
  static let question: UInt8 = 0x3F
  static let upperA: UInt8 = 0x41
  static let upperE: UInt8 = 0x45
  static let upperT: UInt8 = 0x54
  static let upperZ: UInt8 = 0x5A
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let lowerE: UInt8 = 0x65
  static let lowerU: UInt8 = 0x75
  static let openBrace: UInt8 = 0x7B
  static let pipe: UInt8 = 0x7C
  static let closeBrace: UInt8 = 0x7D

  /// Whether `byte` is a space or a tab.
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// Whether `byte` ends a line.
  static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  /// `byte` in lower case where it is a capital ASCII letter.
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= upperA && byte <= upperZ ? byte + 0x20 : byte
  }
}

/// `text` with its ASCII capitals in lower case and every other byte as it is.
func asciiLowercased(_ text: String) -> String {
  String(decoding: text.utf8.map(ASCII.lowercased), as: UTF8.self)
}

/// `text` without the spaces and tabs around it.
func trimmed(_ text: String) -> String {
  var bytes = Array(text.utf8)[...]
  while let first = bytes.first, ASCII.isBlank(first) { bytes.removeFirst() }
  while let last = bytes.last, ASCII.isBlank(last) { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}
