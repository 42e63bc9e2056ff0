/// Why an option does not take a word.
struct ValueProblem: Equatable {
  /// Completes "expected …".
  let expected: String
  /// What may have been meant.
  var similar: [String] = []
}

/// How a word becomes the value of an option, and which values the option takes of those that can be
/// read: a message about any other shows the word as it was typed.
public struct ValueRule<Value: ArgumentValue>: Sendable {
  private let read: @Sendable (String) -> Value?
  private let check: @Sendable (Value) -> Bool
  /// Which values are taken, as it completes "expected …"; empty where all that can be read are.
  let expected: String
  private let guesses: @Sendable (String, Value) -> [String]

  /// A rule that `check` decides on values that can be read.
  ///
  /// - Parameter expected: completes "expected …" about a value that `check` refuses.
  public init(_ expected: String, where check: @escaping @Sendable (Value) -> Bool) {
    self.init(expected, read: { Value(argument: $0) }, guesses: { _, _ in [] }, where: check)
  }

  private init(
    _ expected: String, read: @escaping @Sendable (String) -> Value?,
    guesses: @escaping @Sendable (String, Value) -> [String],
    where check: @escaping @Sendable (Value) -> Bool
  ) {
    self.read = read
    self.check = check
    self.expected = expected
    self.guesses = guesses
  }

  /// Every value that can be read.
  public static var any: Self { Self("") { _ in true } }

  /// Hands the value of `text` to `store`, or tells why there is none.
  func apply(_ text: String, store: (Value) -> Void) -> ValueProblem? {
    guard let value = read(text) else { return ValueProblem(expected: Value.expectation) }
    guard check(value) else {
      return ValueProblem(expected: expected, similar: guesses(text, value))
    }
    store(value)
    return nil
  }
}

extension ValueRule where Value == Int {
  /// Whole numbers of a range.
  public static func from(_ range: ClosedRange<Int>) -> Self {
    Self("from \(range.lowerBound) to \(range.upperBound)") { range.contains($0) }
  }
}

extension ValueRule where Value == Double {
  /// Shares of one, which may be written as percentages: 0.95 and 95%. Who writes 95 is asked which of
  /// the two was meant.
  public static func share(
    _ expected: String, where check: @escaping @Sendable (Double) -> Bool
  ) -> Self {
    Self(
      expected, read: { percentage($0) ?? Double(argument: $0) },
      guesses: { text, value in
        guard value > 1, let share = percentage(text + "%"), check(share) else { return [] }
        return [share.argumentText, text + "%"]
      }, where: check)
  }

  /// The share that `95%` spells, which is the number nearest to it as it is of 0.95.
  private static func percentage(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return nil }
    let digits = text.dropLast()
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }),
      Double(argument: String(digits)) != nil
    else { return nil }
    return Double(argument: digits + "e-2")
  }
}

/// A value with the word that spelled it, for messages of later checks.
public struct Typed<Value: ArgumentValue>: ArgumentValue {
  /// The value.
  public let value: Value
  /// The word.
  public let text: String

  /// A value spelled as help spells it.
  public init(_ value: Value) {
    self.value = value
    text = value.argumentText
  }

  /// Reads what the value's own type reads.
  public init?(argument text: String) {
    guard let value = Value(argument: text) else { return nil }
    self.value = value
    self.text = text
  }

  /// The word.
  public var argumentText: String { text }
  /// What the value's own type expects.
  public static var expectation: String { Value.expectation }
  /// The choices of the value's own type.
  public static var choices: [String] { Value.choices }
}
