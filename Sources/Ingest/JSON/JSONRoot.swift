/// How the records lie in a JSON file.
enum JSONRoot: Sendable, Equatable {
  /// One after the other, as in JSON Lines.
  case values
  /// In an array.
  case array
  /// In the array under one key of an object, which has no other array of objects, or none whose objects are
  /// rows.
  case wrapped(key: [UInt8], isAmongOthers: Bool = false)
  /// In the array of models of a ranking that this program wrote, beside other arrays.
  case ranking
  /// In an object, each under the name of a model.
  case models
  /// In objects such as that, each under the name of a category.
  case categories
  /// In columns: under the heading of each an array of values, or an object of values under the names of
  /// rows.
  case columns
  /// In an array of arrays under the key `data`, beside the headings under the key `columns`.
  case split
  /// In an array of arrays, of which the first one has the headings.
  case rows
}

/// Tells the root of a file that begins with an object by that object, or by its first part.
struct JSONRootSearch<Consumer: RecordConsumer> {
  private typealias Source = JSONShape<Consumer.Columns>.Source

  /// The size past which an object is judged by its first part.
  let longest: Int
  let consumer: Consumer
  let keys: JSONKeys
  var notANumber = NotANumber.refuse

  /// The root, or `nil` where the window must first grow.
  ///
  /// - Parameters:
  ///   - start: where the object begins.
  ///   - end: where the window's input ends.
  func root(
    _ window: Span<UInt8>, from start: Int, to end: Int, isComplete: Bool
  ) throws(JSONStop) -> JSONRoot? {
    var scanner = JSONScanner(
      at: start, end: end, isComplete: isComplete, notANumber: notANumber)
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
    let members = record.members.filter { $0.parent < 0 }
    if isSplit(members, window, end) { return .split }
    if areColumns(members, record, window, end) { return .columns }
    if isRow(record, around: []) { return .values }
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
    let rows = arrays.filter { inner(of: $0, window, end).map { isRow($0, around: []) } ?? false }
    if arrays.count > 1, let array = rows.first {
      return .wrapped(key: key(of: array, window), isAmongOthers: rows.count == 1)
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

  /// Whether the members are the headings and the rows of a table, as far as they are there.
  private func isSplit(
    _ members: [JSONRecord.Member], _ window: Span<UInt8>, _ end: Int
  ) -> Bool {
    let names = members.map { key(of: $0, window) }
    let known = ["columns", "index", "data"].map { Array($0.utf8) }
    guard names.count > 1, names.allSatisfy(known.contains), names.contains(known[0]) else {
      return false
    }
    return zip(names, members).allSatisfy { name, member in
      isContainer(member, window, end, of: ASCII.openBracket)
        && (name != known[0] || holdsScalars(member, window, end))
    }
  }

  /// Whether the members are columns: all arrays of values, or all objects of values.
  ///
  /// Where only the first part of the first column is there, the names of its rows are to be numbers, or
  /// its heading is to be known.
  private func areColumns(
    _ members: [JSONRecord.Member], _ record: JSONRecord, _ window: Span<UInt8>, _ end: Int
  ) -> Bool {
    guard let first = members.first, first.start < end else { return false }
    let bracket = window[first.start]
    guard bracket == ASCII.openBrace || bracket == ASCII.openBracket,
      members.allSatisfy({
        isContainer($0, window, end, of: bracket) && holdsScalars($0, window, end)
      })
    else { return false }
    if members.count == 1, first.end == first.start {
      guard bracket == ASCII.openBrace else { return record.keys.isKnown(first.key) }
      let rows = inner(of: first, window, end)?.members.prefix(2) ?? []
      return rows.count == 2
        && rows.allSatisfy {
          Numbers.number(String(decoding: key(of: $0, window), as: UTF8.self)) != nil
        }
    }
    let names = members.map { record.keys.name($0.key) }
    let header = Header(place: Place(file: "", line: 0), names: names)
    var wanted = WantedColumns(header)
    return (try? consumer.columns(of: header, &wanted)) != nil
  }

  /// Whether a member's value begins with `bracket`.
  private func isContainer(
    _ member: JSONRecord.Member, _ window: Span<UInt8>, _ end: Int, of bracket: UInt8
  ) -> Bool {
    member.start < end && window[member.start] == bracket
  }

  /// Whether the first value in an array or object is neither of these; so is none at all.
  private func holdsScalars(
    _ member: JSONRecord.Member, _ window: Span<UInt8>, _ end: Int
  ) -> Bool {
    var scanner = JSONScanner(
      at: member.start + 1, end: end, isComplete: true, notANumber: notANumber)
    if window[member.start] == ASCII.openBrace {
      guard let byte = try? scanner.peek(window), byte == ASCII.quote else { return true }
      guard (try? scanner.key(window)) != nil else { return true }
    }
    guard let byte = try? scanner.peek(window) else { return true }
    return byte != ASCII.openBrace && byte != ASCII.openBracket
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
    var scanner = JSONScanner(at: start, end: end, isComplete: true, notANumber: notANumber)
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
