/// The path of a file to read as the system has it: any bytes without a zero, of which text is the
/// usual case; `-` is standard input.
public struct InputPath: Hashable, Sendable {
  /// The bytes, without the zero that ends them in C.
  public let bytes: [UInt8]

  /// The path that `text` spells in UTF-8.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The path of these bytes, none of which is zero.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether standard input is meant.
  public var isStandardInput: Bool { bytes == [ASCII.minus] }

  /// The path as messages and reports name it: as it is where it is UTF-8; other bytes are written
  /// `\xFF`.
  public var name: String {
    String(validating: bytes, as: UTF8.self) ?? escapingBadBytes(bytes)
  }
}

extension InputPath: ExpressibleByStringLiteral {
  /// The path that a literal spells.
  public init(stringLiteral text: String) { self.init(text) }
}
