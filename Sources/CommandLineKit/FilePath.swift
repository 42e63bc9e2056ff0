/// The path of a file as the system has it: any bytes without a zero, of which text is the usual case.
public struct FilePath: Hashable, Sendable {
  /// The bytes, without the zero that ends them in C.
  public let bytes: [UInt8]

  /// The path that `text` spells in UTF-8.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The path of these bytes, none of which is zero.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// `-`, standard input or output by custom.
  public static let standardStream = FilePath("-")

  /// The bytes with the zero that C needs behind them.
  var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}

extension FilePath: CustomStringConvertible {
  /// The path for messages: as it is where it is UTF-8; other bytes are written `\xFF`.
  public var description: String { ArgumentText.visible(ArgumentText.text(of: bytes)) }
}

extension FilePath: ExpressibleByStringLiteral {
  /// The path that a literal spells.
  public init(stringLiteral text: String) { self.init(text) }
}

extension FilePath: ArgumentValue {
  /// Takes any word, byte by byte.
  public init?(argument text: String) { self.init(bytes: ArgumentText.bytes(of: text)) }
  /// The path as messages show it.
  public var argumentText: String { description }
  /// Yes: a path need not be text.
  public static var takesAnyBytes: Bool { true }
}
