internal import Battles

/// Games of chess as battles.
extension DatasetReader {
  /// Reads the games of one PGN file.
  ///
  /// - Throws: also where no game has a tag that a filter asks for.
  mutating func readPGN(_ buffer: consuming InputBuffer) throws(IngestError) {
    var reader = PGNReader(buffer)
    let first = try reader.header()
    // A tag that a filter asks for may come later than in the first games.
    var header = first
    for filter in options.filters { try header.add(filter.column) }
    forms.append(
      Reading.File(
        name: header.place.file, form: .pgn,
        encoding: reader.buffer.isUTF16 ? "UTF-16" : nil))
    let (recognition, columns) = try begin(header)
    let account: PGNReader.Account
    switch recognition {
    case .battles:
      if let parts = reader.buffer.parts, let plan = plan(from: reader.buffer.position, parts) {
        let chunks = PGNChunks(
          parts: parts, plan: plan, header: header.names, columns: columns, tuning: tuning)
        let found = try chunks.read(
          line: reader.line, into: &collector.battles, selection: &selection, tally: &tally)
        rereadChunks += found.readAgain
        account = found.account
      } else {
        account = try reader.readGames(
          into: &collector.battles, header: header.names, columns: columns,
          selection: &selection, tally: &tally)
      }
    case .board:
      account = try reader.readGames(
        into: &collector.board, header: header.names, columns: columns, selection: &selection,
        tally: &tally)
    }
    for filter in options.filters {
      guard let column = try header.column(filter.column),
        !account.met.contains(columns.slotOfColumn[column])
      else { continue }
      _ = try first.column(filter.column, namedBy: filter.option + " ")
    }
    if account.recoded > 0 {
      recoded.files.append(header.place.file)
      recoded.values += account.recoded
    }
  }
}
