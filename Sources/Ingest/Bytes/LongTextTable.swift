/// The ids of texts of any length, found by a hash of all their bytes.
struct LongTextTable: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    var start = 0
    var length = 0
    var id: Int32 = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 16)
  private var text: [UInt8] = []
  private var used = 0

  /// The id of the bytes of `field`, or -1 where they are not in the table.
  func id(of field: Field, in window: Span<UInt8>) -> Int32 {
    slots[slot(of: field, in: window, hash: Self.hash(field, in: window))].id
  }

  /// Adds the bytes of `field`, which are not in the table.
  mutating func add(_ field: Field, in window: Span<UInt8>, id: Int32) {
    let hash = Self.hash(field, in: window)
    let place = slot(of: field, in: window, hash: hash)
    slots[place] = Slot(hash: hash, start: text.count, length: field.count, id: id)
    for index in field.start..<field.end { text.append(window[index]) }
    used += 1
    if used * 2 > slots.count { grow() }
  }

  /// The slot that holds the bytes of `field`, or the empty one where they would go.
  private func slot(of field: Field, in window: Span<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: hash &>> 32) & mask
    while true {
      let slot = slots[place]
      if slot.id < 0 { return place }
      if slot.hash == hash, slot.length == field.count, holds(slot, field, in: window) {
        return place
      }
      place = (place &+ 1) & mask
    }
  }

  private func holds(_ slot: Slot, _ field: Field, in window: Span<UInt8>) -> Bool {
    let stored = text.span
    var offset = 0
    while offset < field.count {
      let rest = field.count &- offset
      let first = Words.load(stored, at: slot.start &+ offset, count: rest)
      if first != Words.load(window, at: field.start &+ offset, count: rest) { return false }
      offset &+= 8
    }
    return true
  }

  /// A hash of all bytes of `field` and of their number; two lanes of eight bytes, so that their
  /// multiplications overlap.
  static func hash(_ field: Field, in window: Span<UInt8>) -> UInt64 {
    let factor: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    var even = UInt64(truncatingIfNeeded: field.count) &* 0x9E37_79B9_7F4A_7C15
    var odd: UInt64 = 0x1656_67B1_9E37_79F9
    var position = field.start
    while position < field.end {
      let rest = field.end &- position
      even = (even ^ Words.load(window, at: position, count: rest)) &* factor
      even ^= even &>> 29
      if rest > 8 {
        odd = (odd ^ Words.load(window, at: position &+ 8, count: rest &- 8)) &* factor
        odd ^= odd &>> 31
      }
      position &+= 16
    }
    return (even ^ (odd &>> 7)) &* 0x9E37_79B9_7F4A_7C15
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.id >= 0 {
      var place = Int(truncatingIfNeeded: slot.hash &>> 32) & mask
      while slots[place].id >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
