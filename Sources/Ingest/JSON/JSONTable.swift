/// A table in a JSON file that is not written as records: by columns, or as arrays of values.
struct JSONTable {
  /// How the values lie.
  private enum Layout {
    /// An array or object of values for each column, with where it begins and on which line.
    case columns([(start: Int, line: Int)])
    /// An array of rows.
    case rows(JSONCursor)
  }

  /// The headings.
  private(set) var names: [String] = []
  private var layout = Layout.columns([])
  private let end: Int
  private let notANumber: NotANumber

  /// Why a text that is JSON is no table.
  enum Unfit: Error {
    /// It is no JSON after all.
    case stop(JSONStop)
    /// Something is not as it should be, told of the line that it is on.
    case shape(what: String, line: Int)
  }

  /// The table that lies in all of a window as `root` says.
  ///
  /// - Parameter line: the line at `start`.
  init(
    _ root: JSONRoot, _ bytes: Span<UInt8>, from start: Int, to end: Int, line: Int,
    notANumber: NotANumber
  ) throws(Unfit) {
    self.end = end
    self.notANumber = notANumber
    do throws(JSONStop) {
      if root == .rows {
        var scanner = JSONScanner(at: start, end: end, isComplete: true, notANumber: notANumber)
        _ = try scanner.value(bytes, depth: 0)
        try Self.requireEnd(&scanner, bytes)
        var cursor = cursor(bytes, start, line)
        names =
          try cursor.nextArray(bytes)?.cursor.map { row throws(JSONStop) in
            try Self.texts(row, bytes)
          } ?? []
        layout = .rows(cursor)
        return
      }
    } catch {
      throw .stop(error)
    }
    let members = try Self.members(bytes, from: start, to: end, line: line, notANumber)
    guard root == .split else {
      names = members.map(\.name)
      layout = .columns(members.map { ($0.start, $0.line) })
      let bracket = members.first.map { bytes[$0.start] }
      if let odd = members.first(where: { bytes[$0.start] != bracket }) {
        throw .shape(
          what: "the value of \(quoted(odd.name)) is no column of values as the others are",
          line: odd.line)
      }
      return
    }
    guard let columns = members.first(where: { $0.name.utf8.elementsEqual("columns".utf8) }),
      let data = members.first(where: { $0.name.utf8.elementsEqual("data".utf8) }),
      bytes[columns.start] == ASCII.openBracket, bytes[data.start] == ASCII.openBracket
    else {
      throw .shape(what: "there is no array \"data\" of rows beside \"columns\"", line: line)
    }
    do throws(JSONStop) {
      names = try Self.texts(cursor(bytes, columns.start, columns.line), bytes)
    } catch {
      throw .stop(error)
    }
    layout = .rows(cursor(bytes, data.start, data.line))
  }

  private func cursor(_ bytes: Span<UInt8>, _ start: Int, _ line: Int) -> JSONCursor {
    JSONCursor(bytes, at: start, line: line, end: end, notANumber: notANumber)
  }

  /// The keys of the object at `start`, which is all there is, with where their values begin.
  private static func members(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, line: Int, _ notANumber: NotANumber
  ) throws(Unfit) -> [(name: String, start: Int, line: Int)] {
    do throws(JSONStop) {
      var scanner = JSONScanner(at: start, end: end, isComplete: true, notANumber: notANumber)
      try scanner.open(depth: 1)
      var members: [(name: String, start: Int, line: Int)] = []
      while try !scanner.closes(ASCII.closeBrace, isFirst: members.isEmpty, bytes) {
        let name = String(decoding: try scanner.key(bytes), as: UTF8.self)
        members.append((name, scanner.position, line + scanner.lines))
        _ = try scanner.value(bytes, depth: 1)
      }
      try requireEnd(&scanner, bytes)
      return members
    } catch {
      throw .stop(error)
    }
  }

  private static func requireEnd(
    _ scanner: inout JSONScanner, _ bytes: Span<UInt8>
  ) throws(JSONStop) {
    scanner.skipSpace(bytes)
    if scanner.position < scanner.end { throw .fault(.expectedEnd, at: scanner.position) }
  }

  /// The values of an array as texts.
  private static func texts(
    _ row: JSONCursor, _ bytes: Span<UInt8>
  ) throws(JSONStop) -> [String] {
    var row = row
    var texts: [String] = []
    while let member = try row.next(bytes) { texts.append(try text(member, bytes)) }
    return texts
  }

  private static func text(
    _ member: JSONRecord.Member, _ bytes: Span<UInt8>
  ) throws(JSONStop) -> String {
    var text: [UInt8] = []
    switch member.kind {
    case .null: break
    case .text, .escapedText:
      try JSONText.decode(bytes, from: member.start + 1, to: member.end - 1, into: &text)
    case .number, .boolean, .object, .array:
      text = Field(start: member.start, end: member.end).bytes(in: bytes)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The values of the first rows that are as they should be, as texts.
  func sample(_ bytes: Span<UInt8>, most: Int) -> [[String]] {
    var rows = rows(of: Array(names.indices), bytes)
    var sample: [[String]] = []
    while sample.count < most, case .row? = try? rows.next(bytes) {
      guard let texts = try? texts(of: rows, bytes) else { break }
      sample.append(texts)
    }
    return sample
  }

  private func texts(
    of rows: JSONTableRows, _ bytes: Span<UInt8>
  ) throws(JSONStop) -> [String] {
    var texts: [String] = []
    for member in rows.members { texts.append(try Self.text(member, bytes)) }
    return texts
  }

  /// The way along the rows.
  ///
  /// - Parameter columns: the columns whose values are looked at.
  func rows(of columns: [Int], _ bytes: Span<UInt8>) -> JSONTableRows {
    switch layout {
    case .columns(let starts):
      JSONTableRows(columns: columns.map { cursor(bytes, starts[$0].start, starts[$0].line) })
    case .rows(let cursor):
      JSONTableRows(rows: cursor, width: names.count, columns: columns)
    }
  }
}
