internal import Battles
internal import SafeText

/// Reads a text for people as one of its tables, where it is no CSV.
struct PastedText {
  private let options: ReadOptions
  private let file: String

  /// Larger texts than this are not for people.
  private static let largest = 64 << 20
  /// A text without a sign that it holds tables is looked at where it is not larger than this.
  private static let largestWithoutSign = 4 << 20

  /// The table to read of an input of which nothing was used, and how it is told of; `nil` where the input is
  /// to be read as delimited text.
  ///
  /// - Throws: where the text has several tables that could be meant, or none although it looks like it.
  static func table(
    in buffer: inout InputBuffer, options: ReadOptions
  ) throws(IngestError) -> (table: TextTable, file: Reading.File)? {
    let text = PastedText(options: options, file: buffer.file)
    let sign = PastedSign(buffer.storage.span, count: buffer.end, isComplete: buffer.isComplete)
    let isSure = options.table != nil || sign == .table
    guard isSure || sign == .bars || !text.isDelimited(&buffer) else { return nil }
    let limit = isSure ? largest : largestWithoutSign
    while !buffer.isComplete, buffer.end < limit { _ = try buffer.refill() }
    guard buffer.isComplete else {
      guard isSure else { return nil }
      throw .rows(
        Place(file: buffer.file, line: 1),
        what: "the text is longer than \(limit >> 20) MiB, and looks like tables for people",
        remedy: "save the table as CSV")
    }
    var bytes = Array(buffer.storage[..<buffer.end])
    if bytes.contains(0) { return nil }
    if String(validating: bytes, as: UTF8.self) == nil {
      guard isSure else { return nil }
      throw .wrongEncoding(
        file: buffer.file, what: "it is not UTF-8",
        remedy: "save the file as UTF-8, for example with iconv")
    }
    Self.unify(&bytes)
    return try text.chosen(bytes, isSure: isSure)
  }

  /// Makes a line end of each form of it a line feed, so that lines are counted alike, and takes out what
  /// sets colours on a terminal.
  private static func unify(_ bytes: inout [UInt8]) {
    let escape: UInt8 = 0x1B
    guard bytes.contains(where: { $0 == ASCII.carriageReturn || $0 == escape }) else { return }
    var place = 0
    var index = 0
    while index < bytes.count {
      var byte = bytes[index]
      if byte == escape, index + 1 < bytes.count, bytes[index + 1] == ASCII.openBracket {
        index += 2
        while index < bytes.count, !(0x40...0x7E).contains(bytes[index]), bytes[index] >= 0x20 {
          index += 1
        }
        index += 1
        continue
      }
      if byte == ASCII.carriageReturn {
        byte = ASCII.lineFeed
        if index + 1 < bytes.count, bytes[index + 1] == ASCII.lineFeed { index += 1 }
      }
      bytes[place] = byte
      place += 1
      index += 1
    }
    bytes.removeSubrange(place...)
  }

  /// Whether the first lines are a header that is recognised, or rows of one number of fields: CSV, in which
  /// nothing else is looked for.
  private func isDelimited(_ buffer: inout InputBuffer) -> Bool {
    let size = min(buffer.end, 1 << 16)
    let isWhole = buffer.isComplete && size == buffer.end
    let bytes = Array(buffer.storage[..<size])
    var reader = DelimitedReader(
      InputBuffer(ByteSource(bytes: bytes, file: file), size: max(size, 1)))
    // What is wrong with quotes is told where delimited text is read.
    guard var header = try? reader.readHeader() else { return true }
    // A header that ends where the window does may go on behind it.
    guard isWhole || reader.buffer.start < reader.buffer.end else { return true }
    header.sample = reader.sample(header)
    guard header.names.count > 1 else { return false }
    if isRecognized(header) { return true }
    return reader.isEven(columns: header.names.count)
  }

  private func isRecognized(_ header: Header) -> Bool {
    do throws(IngestError) {
      _ = try recognition(of: header)
      return true
    } catch {
      if case .usage = error { return true }
      return false
    }
  }

  private func recognition(of header: Header) throws(IngestError) -> Recognition {
    var columns = WantedColumns(header)
    return try Recognition.of(header, options, columns: &columns)
  }

  /// The table that is read.
  private func chosen(
    _ bytes: [UInt8], isSure: Bool
  ) throws(IngestError) -> (table: TextTable, file: Reading.File)? {
    let document = PastedDocument(bytes) { problem(of: $0) == nil }
    // A table that is there twice, as on pages whose headings stay in sight, is one.
    var known: Set<String> = []
    let tables = document.tables.filter { known.insert($0.contents).inserted }
    let choice = TableChoice(file: file, tables: tables.map { ($0, problem(of: $0)) })
    guard let table = try choice.chosen(options.table, isSure: isSure) else { return nil }
    return (
      table.text(file: file),
      Reading.File(name: file, form: table.form, headerLine: table.line)
    )
  }

  /// Why a table cannot be read; `nil` where it can.
  private func problem(of table: PastedTable) -> IngestError? {
    let header = table.header(file: file)
    do throws(IngestError) {
      let recognition = try recognition(of: header)
      // Lines with tabs that are no delimited text may have quotes and line ends in their values.
      if case .battles = recognition, table.form == .aligned, options.table == nil {
        return .header(
          header.place, what: "battles are not read of a table with blanks between its columns",
          remedy: "save them as CSV, or say so with --table")
      }
      return nil
    } catch {
      return error
    }
  }
}

/// What the first lines of a text tell of its form.
enum PastedSign {
  /// It begins with a table for people, or a tag.
  case table
  /// Its first lines stand between pipes, or are quoted, and may be such a table.
  case bars
  /// Nothing.
  case none

  /// The sign that a window at the beginning of a text gives.
  init(_ window: Span<UInt8>, count: Int, isComplete: Bool) {
    var start = InputForm.byteOrderMarkLength(window, count: count)
    while start < count, ASCII.isBlank(window[start]) || ASCII.isLineEnd(window[start]) {
      start += 1
    }
    let end = Self.end(window, from: start, to: count)
    let text = Field(start: start, end: end).bytes(in: window)
    self = .none
    if text.first == ASCII.less, text.count > 1 {
      let next = ASCII.lowercased(text[1])
      let isTag =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) || next == ASCII.exclamation
        || next == UInt8(ascii: "?")
      if isTag, HTMLTables.mayBe(in: text) || Self.beginsPage(text) { self = .table }
      return
    }
    let lines = TextLines(text).lines.filter { !$0.isBlank }.prefix(4)
    guard let first = lines.first else { return }
    let row = PipeRow(first.text)
    if row.isRule || KeyedLines.isOne(first.text) {
      self = .table
      return
    }
    guard lines.count > 1 else { return }
    let next = PipeRow(lines[1].text)
    if row.hasPipe, next.isRule {
      self = .table
    } else if Self.isBetweenPipes(first.text) && Self.isBetweenPipes(lines[1].text)
      || Self.isQuoted(text)
    {
      self = .bars
    }
  }

  /// Where the second line ends, and not before 16 KiB.
  private static func end(_ window: Span<UInt8>, from start: Int, to count: Int) -> Int {
    var end = min(count, start + (1 << 14))
    var lines = 0
    var index = start
    while index < count, lines < 2 {
      if ASCII.isLineEnd(window[index]) { lines += 1 }
      index += 1
    }
    end = max(end, index)
    return end
  }

  /// Whether pipes stand at both ends of a line, or blanks around each.
  private static func isBetweenPipes(_ line: String) -> Bool {
    let bytes = Array(trimmed(line).utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count > 2 else { return false }
    if first == ASCII.pipe, last == ASCII.pipe { return true }
    let pipes = bytes.indices.filter { bytes[$0] == ASCII.pipe }
    return pipes.count > 1
      && pipes.allSatisfy { place in
        place > 0 && place + 1 < bytes.count && bytes[place - 1] == ASCII.space
          && bytes[place + 1] == ASCII.space
      }
  }

  /// Whether all of the first lines begin with the mark of a quotation.
  private static func isQuoted(_ text: [UInt8]) -> Bool {
    let lines = text.split(maxSplits: 4) { ASCII.isLineEnd($0) }.prefix(4)
    return lines.count > 1 && lines.allSatisfy { $0.starts(with: "> ".utf8) }
  }

  private static func beginsPage(_ text: [UInt8]) -> Bool {
    let front = asciiLowercased(String(decoding: text.prefix(32), as: UTF8.self))
    return ["<!doctype html", "<html", "<body", "<div", "<!--", "<thead", "<tbody", "<tr"].contains
    {
      front.hasPrefix($0)
    }
  }
}
