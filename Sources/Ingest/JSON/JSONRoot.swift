/// How the records lie in a JSON file.
enum JSONRoot: Sendable, Equatable {
  /// One after the other, as in JSON Lines.
  case values
  /// In an array.
  case array
  /// In the array under one key of an object, which has no other array of objects.
  case wrapped(key: [UInt8])
  /// In the array of models of a ranking that this program wrote, beside other arrays.
  case ranking
  /// In an object, each under the name of a model.
  case models
  /// In objects such as that, each under the name of a category.
  case categories
}

/// Tells the root of a file that begins with an object by that object, or by its first part.
struct JSONRootSearch<Consumer: RecordConsumer> {
  private typealias Source = JSONShape<Consumer.Columns>.Source

  /// The size past which an object is judged by its first part.
  let longest: Int
  let consumer: Consumer
  let keys: JSONKeys

  /// The root, or `nil` where the window must first grow.
  ///
  /// - Parameters:
  ///   - start: where the object begins.
  ///   - end: where the window's input ends.
  func root(
    _ window: Span<UInt8>, from start: Int, to end: Int, isComplete: Bool
  ) throws(JSONStop) -> JSONRoot? {
    var scanner = JSONScanner(at: start, end: end, isComplete: isComplete)
    var record = JSONRecord(keys)
    do throws(JSONStop) {
      try record.scan(&scanner, window, depth: 0)
    } catch {
      guard error.needsMore(end: end, isComplete: isComplete) else { throw error }
      if end - start < longest { return nil }
    }
    return root(of: record, window, end: end)
  }

  private func root(of record: JSONRecord, _ window: Span<UInt8>, end: Int) -> JSONRoot {
    if isRow(record, around: []) { return .values }
    let members = record.members.filter { $0.parent < 0 }
    if isRanking(members, window) { return .ranking }
    let arrays = members.filter { holdsObjects($0, window, end) }
    if arrays.count == 1, let array = arrays.first {
      // A record that lacks something may hold an array too; it is told by what else it has.
      let isRecord = members.contains {
        record.keys.isKnown($0.key) && [.text, .number].contains($0.kind)
      }
      let first = inner(of: array, window, end)
      if !isRecord || first.map({ isRow($0, around: []) }) == true {
        return .wrapped(key: key(of: array, window))
      }
    }
    // Where some values are no objects it is a map all the same, with something wrong in it, if the
    // first object can be read as a part of one.
    guard let outer = members.first(where: { $0.isObject(window, end) }),
      let model = inner(of: outer, window, end)
    else { return .values }
    if isRow(model, around: [.model]) { return .models }
    let first = model.members.first { $0.parent < 0 && $0.isObject(window, end) }
    if let first, let row = inner(of: first, window, end), isRow(row, around: [.category, .model]) {
      return .categories
    }
    guard members.allSatisfy({ $0.isObject(window, end) }) else { return .values }
    return first == nil ? .models : .categories
  }

  /// Whether the consumer can read `record`, together with the keys `around` it.
  private func isRow(_ record: JSONRecord, around: [Source]) -> Bool {
    let header: Header = record.header(
      at: Place(file: "", line: 0), around: around
    ).header
    var wanted = WantedColumns(header)
    return (try? consumer.columns(of: header, &wanted)) != nil
  }

  /// Whether the object says that it is a ranking as this program writes them, of whichever version.
  private func isRanking(_ members: [JSONRecord.Member], _ window: Span<UInt8>) -> Bool {
    members.contains { member in
      guard member.kind == .text, key(of: member, window) == Array("schema".utf8) else {
        return false
      }
      let text = Field(start: member.start + 1, end: member.end - 1).text(in: window)
      return text.hasPrefix("deadheat/rank/")
    }
  }

  private func key(of member: JSONRecord.Member, _ window: Span<UInt8>) -> [UInt8] {
    var scanner = JSONScanner(
      at: member.written.lowerBound, end: window.count, isComplete: true)
    return (try? scanner.key(window)) ?? []
  }

  private func holdsObjects(
    _ member: JSONRecord.Member, _ window: Span<UInt8>, _ end: Int
  ) -> Bool {
    window[member.start] == ASCII.openBracket && innerStart(of: member, window, end) != nil
  }

  /// Where the object at the front of an array begins, or the object itself.
  private func innerStart(
    of member: JSONRecord.Member, _ window: Span<UInt8>, _ end: Int
  ) -> Int? {
    var scanner = JSONScanner(at: member.start, end: end, isComplete: true)
    if window[member.start] == ASCII.openBracket { scanner.position += 1 }
    guard (try? scanner.peek(window)) == ASCII.openBrace else { return nil }
    return scanner.position
  }

  /// The object at the front of an array, or the object itself, as far as it is there.
  private func inner(
    of member: JSONRecord.Member, _ window: Span<UInt8>, _ end: Int
  ) -> JSONRecord? {
    guard let start = innerStart(of: member, window, end) else { return nil }
    var scanner = JSONScanner(at: start, end: end, isComplete: true)
    var record = JSONRecord(keys)
    try? record.scan(&scanner, window, depth: 1)
    return record
  }
}

extension JSONRecord.Member {
  /// Whether the value is an object.
  fileprivate func isObject(_ window: Span<UInt8>, _ end: Int) -> Bool {
    start < end && window[start] == ASCII.openBrace
  }
}
