internal import Battles

/// What a JSON document of this program says beside the models of a ranking.
struct OwnDocument {
  /// The level of the intervals.
  private(set) var level: Double?
  /// What the scores are.
  private(set) var unit: ScoreUnit?
  /// Whether the ranking is one of battles.
  private(set) var isOfBattles = false

  /// Looks at the value under one key of the document.
  init(key: [UInt8], value: Span<UInt8>) {
    switch String(decoding: key, as: UTF8.self) {
    case "interval": level = Self.member("level", value).flatMap { Numbers.number($0) }
    case "source":
      isOfBattles =
        Self.member("kind", value).map { $0.utf8.elementsEqual("battles".utf8) } ?? false
      unit = Self.member("unit", value).flatMap { ScoreUnit(rawValue: $0) }
    case "unit":
      let text = Field(start: 0, end: value.count).text(in: value)
      unit = ScoreUnit(rawValue: String(text.filter { $0 != "\"" }))
    default: break
    }
  }

  /// The text or number under a key of an object.
  private static func member(_ name: String, _ object: Span<UInt8>) -> String? {
    var scanner = JSONScanner(at: 0, end: object.count, isComplete: true)
    guard object.count > 0, object[0] == ASCII.openBrace else { return nil }
    do throws(JSONStop) {
      try scanner.open(depth: 1)
      var isFirst = true
      while try !scanner.closes(ASCII.closeBrace, isFirst: isFirst, object) {
        isFirst = false
        let key = try scanner.key(object)
        let start = scanner.position
        let kind = try scanner.value(object, depth: 1)
        guard key.elementsEqual(name.utf8) else { continue }
        var field = Field(start: start, end: scanner.position)
        if kind == .text {
          field.start += 1
          field.end -= 1
        }
        return kind == .null ? nil : field.text(in: object)
      }
    } catch {
      // The document was passed over before, and is as JSON should be.
    }
    return nil
  }
}
