/// Where the keys and values of one record lie in the window.
///
/// Records of one file are mostly written alike: the keys of the record before are what is looked
/// for first, as bytes. A key that is another one is looked up, and the guessing goes on behind it.
struct JSONRecord: Sendable {
  /// A key and its value.
  struct Member: Sendable {
    /// The key's id.
    var key: Int32
    /// The id of the key whose object this member is in, -1 for the record itself.
    var parent: Int32
    /// The key as it is written, quotes included; nothing for a value in an array.
    var written: Range<Int>
    /// The place of a value in an array; -1 for those under keys.
    var place = -1
    /// What the value is; `.null` until it is passed over.
    var kind: JSONScanner.Kind
    /// Where the value begins.
    var start: Int
    /// The place after its last byte; `start` until it is passed over.
    var end: Int
  }

  private struct Guess: Sendable {
    let key: Int32
    let parent: Int32
    let start: Int
    let length: Int
    let place: Int
  }

  /// The keys met so far.
  var keys: JSONKeys
  /// The members in the order of the record; an object that a wanted path leads through comes
  /// before its members.
  private(set) var members: [Member] = []
  /// Whether the keys are those of the record that was learned, in the same order.
  private(set) var isAsGuessed = false
  private var guesses: [Guess] = []
  private var guessText: [UInt8] = []
  private var next = 0

  /// No record yet; the keys are looked up in `keys`.
  init(_ keys: JSONKeys) { self.keys = keys }

  /// Passes over the record whose opening brace is next, inside `depth` open objects and arrays.
  @inline(__always)
  mutating func scan(
    _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, depth: Int
  ) throws(JSONStop) {
    members.removeAll(keepingCapacity: true)
    next = 0
    isAsGuessed = true
    try object(&scanner, bytes, parent: -1, depth: depth + 1)
    if next != guesses.count { isAsGuessed = false }
  }

  /// Makes the keys of the record just passed over the guess for the next one.
  mutating func learn(_ bytes: Span<UInt8>) {
    guesses.removeAll(keepingCapacity: true)
    guessText.removeAll(keepingCapacity: true)
    for member in members {
      guesses.append(
        Guess(
          key: member.key, parent: member.parent, start: guessText.count,
          length: member.written.count, place: member.place))
      for index in member.written { guessText.append(bytes[index]) }
    }
    // So that the last key too is compared in whole words.
    guessText.append(contentsOf: repeatElement(0, count: 8))
  }

  private mutating func object(
    _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, parent: Int32, depth: Int
  ) throws(JSONStop) {
    try scanner.open(depth: depth)
    var byte = try scanner.peek(bytes)
    if byte == ASCII.closeBrace {
      scanner.position += 1
      return
    }
    while true {
      guard byte == ASCII.quote else { throw .fault(.expectedKey, at: scanner.position) }
      let keyStart = scanner.position
      let key: Int32
      if let length = guessedLength(bytes, at: keyStart, end: scanner.end, parent: parent) {
        key = guesses[next].key
        next += 1
        scanner.position += length
      } else {
        key = try otherKey(&scanner, bytes, parent: parent)
      }
      let written = keyStart..<scanner.position
      try scanner.pass(ASCII.colon, bytes, expected: .expectedColon)
      _ = try scanner.peek(bytes)
      try value(
        &scanner, bytes,
        Member(
          key: key, parent: parent, written: written, kind: .null, start: scanner.position,
          end: scanner.position), depth: depth)
      byte = try scanner.peek(bytes)
      if byte != ASCII.comma {
        guard byte == ASCII.closeBrace else {
          throw .fault(.expectedCommaOrBrace, at: scanner.position)
        }
        scanner.position += 1
        return
      }
      scanner.position += 1
      byte = try scanner.peek(bytes)
    }
  }

  /// Passes over the value that is next and keeps it as `member`, before those inside it that are looked
  /// for.
  @inline(__always)
  private mutating func value(
    _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, _ member: Member, depth: Int
  ) throws(JSONStop) {
    var member = member
    let byte = bytes[scanner.position]
    let isInner =
      byte == ASCII.openBrace
      ? keys.leadsOn(member.key)
      : byte == ASCII.openBracket && keys.leadsToPlaces(member.key) != .none
    if isInner {
      try inner(&scanner, bytes, member, depth: depth)
      return
    }
    do throws(JSONStop) {
      member.kind = try scanner.value(bytes, depth: depth)
    } catch {
      members.append(member)
      throw error
    }
    member.end = scanner.position
    members.append(member)
  }

  @inline(never)
  private mutating func inner(
    _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, _ member: Member, depth: Int
  ) throws(JSONStop) {
    let index = members.count
    members.append(member)
    if bytes[scanner.position] == ASCII.openBrace {
      try object(&scanner, bytes, parent: member.key, depth: depth + 1)
      members[index].kind = .object
    } else {
      let isWanted = keys.leadsToPlaces(member.key) == .wanted
      if try isWanted ? true : isPair(scanner, bytes) {
        try array(&scanner, bytes, parent: member.key, depth: depth + 1)
      } else {
        _ = try scanner.value(bytes, depth: depth)
      }
      members[index].kind = .array
    }
    members[index].end = scanner.position
  }

  /// Whether the array that is next has two values, neither of which is an array or object.
  private func isPair(
    _ scanner: JSONScanner, _ bytes: Span<UInt8>
  ) throws(JSONStop) -> Bool {
    var scanner = scanner
    scanner.position += 1
    for index in 0..<2 {
      if try scanner.closes(ASCII.closeBracket, isFirst: index == 0, bytes) { return false }
      switch try scanner.value(bytes, depth: 0) {
      case .object, .array: return false
      case .text, .escapedText, .number, .boolean, .null: continue
      }
    }
    return try scanner.peek(bytes) == ASCII.closeBracket
  }

  private mutating func array(
    _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, parent: Int32, depth: Int
  ) throws(JSONStop) {
    try scanner.open(depth: depth)
    var place = 0
    while try !scanner.closes(ASCII.closeBracket, isFirst: place == 0, bytes) {
      if place <= keys.lastPlace {
        let start = scanner.position
        try value(
          &scanner, bytes,
          Member(
            key: key(of: place, in: parent), parent: parent, written: start..<start, place: place,
            kind: .null, start: start, end: start), depth: depth)
      } else {
        _ = try scanner.value(bytes, depth: depth)
      }
      place += 1
    }
  }

  /// The id of the value at a place of an array.
  private mutating func key(of place: Int, in parent: Int32) -> Int32 {
    if next < guesses.count, guesses[next].place == place, guesses[next].parent == parent {
      next += 1
      return guesses[next - 1].key
    }
    isAsGuessed = false
    let key = keys.id(place: place, in: parent)
    if let guess = guesses.firstIndex(where: { $0.key == key && $0.parent == parent }) {
      next = guess + 1
    }
    return key
  }

  /// The length of the next guess where it is what stands at `start`, quotes included.
  @inline(__always)
  private func guessedLength(
    _ bytes: Span<UInt8>, at start: Int, end: Int, parent: Int32
  ) -> Int? {
    guard next < guesses.count else { return nil }
    let guess = guesses[next]
    guard guess.parent == parent, guess.place < 0, end &- start >= guess.length else { return nil }
    let text = guessText.span
    var offset = 0
    while offset < guess.length {
      let rest = guess.length &- offset
      let wanted = Words.load(text, at: guess.start + offset, count: rest)
      if wanted != Words.load(bytes, at: start + offset, count: rest) { return nil }
      offset += 8
    }
    return guess.length
  }

  /// The id of the key at `position`, which is not the guessed one.
  @inline(never)
  private mutating func otherKey(
    _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, parent: Int32
  ) throws(JSONStop) -> Int32 {
    isAsGuessed = false
    let start = scanner.position
    let hasEscapes = try scanner.text(bytes)
    let content = Field(start: start + 1, end: scanner.position - 1)
    let text = Self.key(content, hasEscapes: hasEscapes, in: bytes)
    let key: Int32
    do throws(InvalidUTF8) {
      key = try keys.id(text, in: parent)
    } catch {
      throw .fault(.notUTF8, at: start + 1 + error.offset)
    }
    if let place = guesses.firstIndex(where: { $0.key == key && $0.parent == parent }) {
      next = place + 1
    }
    return key
  }

  /// The content of a key; one that is no Unicode text cannot be asked for, and stays as written.
  static func key(_ content: Field, hasEscapes: Bool, in bytes: Span<UInt8>) -> [UInt8] {
    guard hasEscapes else { return content.bytes(in: bytes) }
    do throws(JSONStop) {
      var text: [UInt8] = []
      try JSONText.decode(bytes, from: content.start, to: content.end, into: &text)
      return text
    } catch {
      return content.bytes(in: bytes)
    }
  }
}
