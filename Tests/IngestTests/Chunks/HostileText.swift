@testable import Ingest

/// Random files of battles in which everything occurs that is hard to read, mostly well-formed so
/// that fast paths are taken too.
struct HostileText {
  private var numbers: SeededNumbers
  private let names: [String]
  private let vocabulary: [String]
  /// One file in eight has labels of several vocabularies.
  private let isMixed: Bool
  private let hasUnknown: Bool

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    // Around 8, 16 and 24 bytes names are kept in another way.
    names = [
      "x", "gpt-4o", "qwq-32b", "mistral!", "claude-3", "gemini-2.5-flash",
      "a name of 23 letters..",
      "a name of 24 letters....", "a name of 25 letters.....", "tie", "a", "模型", "línea nueva",
      "12",
      "1e3", "0.5", "true", "null",
      String(repeating: "long ", count: Int.random(in: 5...40, using: &numbers)),
    ].shuffled(using: &numbers)
    vocabulary =
      Self.vocabularies[Int.random(in: 0..<Self.vocabularies.count, using: &numbers)]
    isMixed = Int.random(in: 0..<8, using: &numbers) == 0
    hasUnknown = Int.random(in: 0..<6, using: &numbers) == 0
  }

  /// One of `choices`, the first one most often.
  private mutating func mostly<Choice>(_ choices: [Choice]) -> Choice {
    Int.random(in: 0..<8, using: &numbers) > 0
      ? choices[0] : choices[Int.random(in: 0..<choices.count, using: &numbers)]
  }

  private mutating func any<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &numbers)]
  }

  private mutating func isRare(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &numbers) == 0 }

  private mutating func name() -> String { names[Int.random(in: 0..<6, using: &numbers)] }

  /// A label of the file's vocabulary, now and then none, or a text that nothing knows.
  private mutating func label(_ a: String, _ b: String) -> String {
    if isRare(60) { return any(["", "null", "N/A"]) }
    if hasUnknown, isRare(40) {
      return any(["nobody", "0.25", String(repeating: "?", count: 300)])
    }
    if isMixed, isRare(4) { return any(Self.vocabularies.flatMap { $0 } + [a, b]) }
    return vocabulary.isEmpty ? any([a, b, "draw"]) : any(vocabulary)
  }

  /// The labels that one file draws from; none for names of models.
  private static let vocabularies: [[String]] = [
    ["model_a", "model_b", "tie", "tie (bothbad)", "both_bad", "Model_A", " tie ", "MODEL_B"],
    ["left", "right", "Tie", "both bad"], ["A>B", "A>>B", "A=B", "B>A", "B >> A", "tie"],
    ["1", "0", "0.50", "1.0", ".5"], ["1-0", "0-1", "½-½", "1/2-1/2", "*"], ["A", "B", "draw"],
    ["1", "2", "1.5"], [],
  ]

  /// Options that go with either kind of file.
  mutating func options() throws -> ReadOptions {
    var options = ReadOptions()
    options.badRows = any([.stop, .skip, .skip])
    let filters = [
      "note != 5", "id<60", "id >= 3", "note=plain", "winner!=tie", "note < 6", "id=9999",
    ]
    for _ in 0..<any([0, 0, 1, 2]) { options.filters.append(try RowFilter(parsing: any(filters))) }
    if hasUnknown, isRare(4) { options.labels = [try OutcomeLabel(parsing: "nobody=tie")] }
    return options
  }

  /// Changes some bytes, now and then.
  private mutating func broken(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<any([0, 0, 0, 1, 1, 3]) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(any([0, 10, 13, 34, 44, 92, 123, 0xFF]), at: place)
      case 2: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      default: if isRare(4) { bytes.removeSubrange(place...) }
      }
      if bytes.isEmpty { break }
    }
    return bytes
  }

  // MARK: Delimited

  private mutating func note() -> String {
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0: "5\" disk"
    case 1: String(repeating: "filler ", count: Int.random(in: 0..<40, using: &numbers))
    case 2: "two\nlines,\r\nand \"quotes\"\n1,x,y,tie,plain,3\nmore"
    case 3: ""
    case 4: "é"
    case 5: "\(Int.random(in: 0..<9, using: &numbers))"
    default: "plain"
    }
  }

  private mutating func field(_ text: String, _ delimiter: String) -> String {
    let mustBeQuoted =
      text.utf8.contains { [10, 13, 34].contains($0) }
      || text.utf8.contains(delimiter.utf8.first ?? 0)
    if text == "5\" disk" || !mustBeQuoted && !isRare(12) { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Delimited text of some hundred rows at most.
  mutating func delimited() -> [UInt8] {
    let delimiter = any([",", ",", "\t", ";", "|"])
    var columns = ["id", "model_a", "model_b", "winner", "note", "tail"]
    columns.shuffle(using: &numbers)
    if isRare(3) { columns.append("count") }
    let lineEnd = mostly(["\n", "\r\n", "\r"])
    var text = isRare(8) ? "\u{FEFF}" : ""
    text += columns.joined(separator: delimiter) + lineEnd
    for row in 0..<Int.random(in: 0...120, using: &numbers) {
      let (a, b) = (name(), name())
      var fields: [String] = []
      for column in columns {
        let value =
          switch column {
          case "id": "\(row)"
          case "model_a": a
          case "model_b": b
          case "winner": label(a, b)
          case "count":
            isRare(30) ? any(["-1", "9007199254740992", "many"]) : any(["1", "2.0", "0"])
          case "note": note()
          default: isRare(3) ? note() : "tail"
          }
        fields.append(field(value, delimiter))
      }
      if isRare(60) { fields.removeLast() }
      if isRare(60) { fields.append("more") }
      text += fields.joined(separator: delimiter)
      text += isRare(30) ? any(["\n\n", "\r\n", "\r", "\n", "\r\r\n"]) : lineEnd
    }
    if isRare(2), text.hasSuffix("\n") { text.removeLast() }
    return broken(text)
  }

  // MARK: JSON

  private mutating func written(_ text: String) -> String {
    if isRare(20), let first = text.unicodeScalars.first, first.value < 0x10000 {
      let code = String(first.value, radix: 16)
      return "\"\\u" + String(repeating: "0", count: 4 - code.count) + code
        + String(text.unicodeScalars.dropFirst()) + "\""
    }
    return "\"" + text.map { $0 == "\"" ? "\\\"" : $0 == "\n" ? "\\n" : String($0) }.joined() + "\""
  }

  private mutating func value() -> String {
    if isRare(40) { return any(["1.", "01", #""\ud83d""#]) }
    return any([
      "1", "-0.5e3", "0", "1682000001.2099", "12345678901234567890123456789012345", "true", "false",
      "null", "\"plain\"", "\"a text of rather more than thirty-two bytes, all plain\"", "\"é\"",
      #""\n""#, #""\ud83d\ude00""#, "{\"a\": [1, {\"b\":\n2}], \"c\": {}}", "[]",
      "1.5E+2", "5",
    ])
  }

  /// JSON Lines, or one array, of some hundred records at most.
  mutating func json() -> [UInt8] {
    let isArray = isRare(6)
    var keys = [
      "id", "model_a", "model_b", "winner", "note", "tail", "a rather long key of a tail",
    ]
    keys.shuffle(using: &numbers)
    let colon = mostly([":", ": ", " :\t"])
    let comma = mostly([",", ", ", ",\n"])
    let lineEnd = mostly(["\n", "\r\n", "\n\n", " "])
    var tails = (0..<2).map { _ in value() }
    var text = isRare(8) ? "\u{FEFF}" : ""
    text += isArray ? "[" : ""
    let count = Int.random(in: 1...90, using: &numbers)
    for row in 0..<count {
      if isRare(25) { keys.shuffle(using: &numbers) }
      if isRare(25) { tails = [value(), value()] }
      let (a, b) = (name(), name())
      var members: [String] = []
      for key in keys {
        let value =
          switch key {
          case "id": isRare(9) ? "\"\(row)\"" : "\(row)"
          case "model_a": isRare(150) ? value() : written(a)
          case "model_b": written(b)
          case "winner": isRare(150) ? value() : written(label(a, b))
          case "note": isRare(3) ? value() : "\"plain\""
          default: key == "tail" ? tails[0] : tails[1]
          }
        members.append("\"\(key)\"" + colon + value)
      }
      if isRare(50) { members.append("\"winner\":\"tie\"") }
      if isRare(50) { members.removeLast() }
      text += isRare(60) ? any(["[1]", "7", "{}"]) : "{" + members.joined(separator: comma) + "}"
      if row < count - 1 { text += (isArray ? "," : "") + lineEnd }
    }
    text += isArray ? "]" : any(["\n", ""])
    return broken(text)
  }
}
