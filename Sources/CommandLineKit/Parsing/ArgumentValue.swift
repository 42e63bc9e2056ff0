internal import SafeText

/// A value that one word of the command line can spell.
public protocol ArgumentValue: Sendable {
  /// Reads `text`, or answers `nil` where it spells no value of this type.
  init?(argument text: String)
  /// How help prints this value as a default; where it is empty, help prints none.
  var argumentText: String { get }
  /// Completes "expected …" in the message about a word that cannot be read.
  static var expectation: String { get }
  /// The spellings to list in help and to complete; empty where any word may do.
  static var choices: [String] { get }
  /// Whether other words than the choices are read too, such as a column's name.
  static var acceptsOtherWords: Bool { get }
  /// Whether a word is read that is not UTF-8, with stand-ins for its other bytes; only paths are.
  static var takesAnyBytes: Bool { get }
}

extension ArgumentValue {
  /// The value as Swift describes it.
  public var argumentText: String { String(describing: self) }
  /// The choices where there are any.
  public static var expectation: String {
    choices.isEmpty ? "another value" : Mention.alternatives(choices)
  }
  /// None.
  public static var choices: [String] { [] }
  /// No.
  public static var acceptsOtherWords: Bool { false }
  /// No.
  public static var takesAnyBytes: Bool { false }
}

extension Int: ArgumentValue {
  /// Reads decimal digits with an optional sign, and whole numbers with an exponent such as 1e4 and 2.5e3
  /// as far as a `Double` holds them exactly.
  public init?(argument text: String) {
    if let value = Int(text) {
      self = value
      return
    }
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isPlain, text.utf8.contains(where: { "eE".utf8.contains($0) }),
      let value = Double(text), value.magnitude <= 0x1p53, value == value.rounded()
    else { return nil }
    self = Int(value)
  }
  /// Completes "expected …".
  public static var expectation: String { "a whole number" }
}

extension UInt64: ArgumentValue {
  /// Reads decimal digits.
  public init?(argument text: String) { self.init(text) }
  /// Completes "expected …".
  public static var expectation: String { "a whole number from 0 up" }
}

extension Double: ArgumentValue {
  /// Reads a decimal number; infinities and NaN are refused.
  public init?(argument text: String) {
    guard let value = Double(text), value.isFinite else { return nil }
    self = value
  }
  /// The shortest digits that read back as this value, without ".0" behind whole numbers.
  public var argumentText: String {
    let digits = description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
  /// Completes "expected …".
  public static var expectation: String { "a number" }
}

extension String: ArgumentValue {
  /// Takes any word as it is.
  public init?(argument text: String) { self = text }
}

extension ArgumentValue where Self: RawRepresentable<String> & CaseIterable {
  /// Reads a raw value, exactly.
  public init?(argument text: String) { self.init(rawValue: text) }
  /// The raw value.
  public var argumentText: String { rawValue }
  /// All raw values, in the order of the cases.
  public static var choices: [String] { allCases.map(\.rawValue) }
}
