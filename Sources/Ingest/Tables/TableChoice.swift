internal import SafeText

/// Chooses the table of a text that is read.
struct TableChoice {
  let file: String
  /// The tables, each with what is wrong with it where it cannot be read.
  let tables: [(table: PastedTable, problem: IngestError?)]

  /// The table.
  ///
  /// - Parameters:
  ///   - wish: its number or words of its title, where options say which.
  ///   - isSure: whether the text looks like tables, so that none is an error.
  /// - Throws: where several could be meant, or none can be read.
  func chosen(_ wish: String?, isSure: Bool) throws(IngestError) -> PastedTable? {
    if let wish {
      let (table, problem) = tables[try place(of: wish)]
      if let problem { throw problem }
      return table
    }
    let readable = tables.indices.filter { tables[$0].problem == nil }
    guard readable.count <= 1 else { throw several(readable) }
    if let only = readable.first { return tables[only].table }
    // Of what is wrong with several, that of the one that is most like a board is told.
    let near = tables.first { isNear($0.table) }
    if let problem = near?.problem { throw problem }
    guard isSure else { return nil }
    if tables.count == 1, let problem = tables[0].problem { throw problem }
    throw .dataset(
      files: [file],
      what: tables.isEmpty
        ? "it looks like a text with a table, and none was found in it"
        : "none of its \(tables.count) tables has a model and a rating, or two sides and a winner",
      remedy: "name the columns with --columns, or save the table as CSV")
  }

  /// Whether a table has names and scores, by its headings.
  private func isNear(_ table: PastedTable) -> Bool {
    let search = BoardColumnSearch(
      header: Header(place: Place(file: file, line: table.line), names: table.headings),
      mapping: ColumnMapping())
    guard let name = try? search.name() else { return false }
    return search.boardColumns.contains { column in
      guard column.index != name, case .score = column.part else { return false }
      return true
    }
  }

  private func place(of wish: String) throws(IngestError) -> Int {
    if let number = Int(wish), tables.indices.contains(number - 1) { return number - 1 }
    let folded = asciiLowercased(trimmed(wish))
    let titled = tables.indices.filter { index in
      guard let title = tables[index].table.title, !folded.isEmpty else { return false }
      return asciiLowercased(title).contains(folded)
    }
    let same = titled.filter { index in
      asciiLowercased(tables[index].table.title ?? "").utf8.elementsEqual(folded.utf8)
    }
    if same.count == 1 { return same[0] }
    guard titled.count <= 1 else { throw several(titled) }
    if let only = titled.first { return only }
    throw .dataset(
      files: [file],
      what: tables.isEmpty
        ? "no table was found in it"
        : "it has no table \(Mention.quoted(wish)); it has: "
          + listing(Array(tables.indices)),
      remedy: tables.isEmpty ? "leave --table out" : "name one of them, such as --table 1")
  }

  /// The error for several tables that could be meant.
  private func several(_ places: [Int]) -> IngestError {
    let commands = places.prefix(Self.most).map { "--table \($0 + 1)" }
    return .dataset(
      files: [file], what: "it has \(places.count) tables that could be meant: " + listing(places),
      remedy: "choose one with " + commands.joined(separator: " or "))
  }

  /// More tables than this are counted.
  private static let most = 8

  private func listing(_ places: [Int]) -> String {
    let shown = places.prefix(Self.most).map { place in
      let table = tables[place].table
      let title = table.title.map { " (\(Mention.name($0)))" } ?? ""
      let rows = "\(table.rows.count) row\(table.rows.count == 1 ? "" : "s")"
      return "\(place + 1) on line \(table.line)\(title), \(rows)"
    }
    let more = places.count - shown.count
    return shown.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
  }
}
