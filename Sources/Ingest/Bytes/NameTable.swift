/// Texts, each stored once, with dense ids in the order of their first occurrence.
///
/// Open addressing with linear probing, one table for short texts, which stand in their slots, and
/// one for long ones, whose slots hold the whole hash; texts are compared as bytes. Finding a text
/// allocates nothing.
struct NameTable: Sendable {
  private struct ShortSlot {
    var text = ShortText()
    var id: Int32 = -1
  }

  private var shortSlots = [ShortSlot](repeating: ShortSlot(), count: 256)
  private var longTexts = LongTextTable()
  /// The texts, by id.
  private(set) var names: [String] = []

  /// An empty table.
  init() {}

  /// How many texts there are.
  var count: Int { names.count }

  /// The id of the bytes of `field`, or -1 where they are not in the table.
  @inline(__always)
  func id(of field: Field, in window: Span<UInt8>) -> Int32 {
    guard let text = ShortText(field, in: window) else { return idOfOther(field, in: window) }
    return shortSlots[slot(of: text)].id
  }

  @inline(never)
  private func idOfOther(_ field: Field, in window: Span<UInt8>) -> Int32 {
    longTexts.id(of: field, in: window)
  }

  /// The id of the bytes of `field`, which are added where they are new.
  ///
  /// - Throws: where bytes that are new are not UTF-8.
  mutating func intern(_ field: Field, in window: Span<UInt8>) throws(InvalidUTF8) -> Int32 {
    let found = id(of: field, in: window)
    if found >= 0 { return found }
    let name = try field.validText(in: window).get()
    let id = Int32(names.count)
    names.append(name)
    if let text = ShortText(field, in: window) {
      shortSlots[slot(of: text)] = ShortSlot(text: text, id: id)
      // Few slots are taken, so that most texts are found at once.
      if names.count * 4 > shortSlots.count { grow() }
    } else {
      longTexts.add(field, in: window, id: id)
    }
    return id
  }

  /// The id of `name`, which is added where it is new.
  @discardableResult
  mutating func intern(_ name: String) -> Int32 {
    let bytes = Array(name.utf8)
    // The bytes of a String are UTF-8, so that nothing can be thrown.
    return (try? intern(Field(start: 0, end: bytes.count), in: bytes.span)) ?? -1
  }

  /// Adds a name that cannot be found by its bytes: somebody else knows where it belongs.
  mutating func addUnindexed(_ name: String) -> Int32 {
    names.append(name)
    return Int32(names.count - 1)
  }

  /// The slot that holds `text`, or the empty one where it would go.
  @inline(__always)
  private func slot(of text: ShortText) -> Int {
    let mask = shortSlots.count &- 1
    var place = Int(truncatingIfNeeded: text.hash &>> 32) & mask
    while shortSlots[place].text != text, shortSlots[place].id >= 0 {
      place = (place &+ 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let old = shortSlots
    shortSlots = [ShortSlot](repeating: ShortSlot(), count: old.count * 2)
    for slot in old where slot.id >= 0 { shortSlots[self.slot(of: slot.text)] = slot }
  }
}
