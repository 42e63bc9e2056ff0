/// The names of tags, with the column that the value of each goes to, and which of them the game at work
/// has.
///
/// Names that differ by case only are one name.
struct PGNTags: Sendable {
  /// More names than these are not told apart, so that memory stays small on hostile input.
  private static let most = 4096

  private struct Tag: Sendable {
    var slot: Int
    /// The last game that has it.
    var game = 0
    let isEvent: Bool
  }

  private var names = NameTable()
  /// The tag of each name.
  private var tagOfName: [Int] = []
  private var tagOfFolded: [[UInt8]: Int] = [:]
  private var tags: [Tag] = []
  private var game = 0

  /// The tags that are columns of `header`, of which some are wanted.
  init(_ header: [String], _ columns: WantedColumns) {
    for (name, slot) in zip(header, columns.slotOfColumn) where slot >= 0 {
      tagOfFolded[Self.folded(name)] = tags.count
      tags.append(Tag(slot: slot, isEvent: Self.isEvent(name)))
    }
  }

  /// Makes ready for the next game.
  mutating func begin() { game += 1 }

  /// The tag that a name is of, or `nil` where there are too many names.
  mutating func tag(_ name: Field, in window: Span<UInt8>) -> Int? {
    let known = names.id(of: name, in: window)
    if known >= 0 { return tagOfName[Int(known)] }
    let text = name.text(in: window)
    let folded = Self.folded(text)
    let tag = tagOfFolded[folded]
    guard tag != nil || tags.count < Self.most else { return nil }
    if names.count < Self.most {
      names.intern(text)
      tagOfName.append(tag ?? tags.count)
    }
    if tag == nil {
      tagOfFolded[folded] = tags.count
      tags.append(Tag(slot: -1, isEvent: Self.isEvent(text)))
    }
    return tag ?? tags.count - 1
  }

  /// Whether the game at work has a tag already.
  func isThere(_ tag: Int) -> Bool { tags[tag].game == game }

  /// Whether a tag is the one that games usually begin with.
  func isEvent(_ tag: Int) -> Bool { tags[tag].isEvent }

  /// Notes that the game at work has a tag, and says where its value goes, -1 for nowhere.
  mutating func note(_ tag: Int) -> Int {
    tags[tag].game = game
    return tags[tag].slot
  }

  /// Whether any game had the column in `slot`.
  func isMet(slot: Int) -> Bool { tags.contains { $0.slot == slot && $0.game > 0 } }

  private static func folded(_ name: String) -> [UInt8] { name.utf8.map(ASCII.lowercased) }

  private static func isEvent(_ name: String) -> Bool {
    asciiLowercased(name).utf8.elementsEqual("event".utf8)
  }
}
