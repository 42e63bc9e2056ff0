internal import Battles
internal import SafeText

/// The columns of a square table of wins, one for each model.
struct MatrixColumns: Sendable {
  /// A column and the model whose it is.
  struct Column: Sendable {
    let slot: Int
    let name: String
  }

  /// The columns.
  let columns: [Column]
  /// Whether numbers are the wins of the column's model, and not of the row's.
  let areOfColumns: Bool

  /// The columns of a table whose first column holds the names of the others; `nil` where it does not.
  ///
  /// - Throws: where the numbers are not those of battles.
  static func found(
    in header: Header, coding: LabelCoding?, _ columns: inout WantedColumns
  ) throws(IngestError) -> MatrixColumns? {
    let names = header.names.dropFirst()
    guard header.subject == .header, names.count >= 2, !header.sample.isEmpty,
      Set(names.map { Array($0.utf8) }).count == names.count
    else { return nil }
    let corner = HeadingWords(header.names[0]).words
    let known = Set(names.map { Array(trimmed($0).utf8) })
    guard header.sample.allSatisfy({ known.contains(Array(trimmed($0[0]).utf8)) }) else {
      return nil
    }
    for row in header.sample {
      for (name, value) in zip(names, row.dropFirst())
      where !trimmed(name).utf8.elementsEqual(trimmed(row[0]).utf8) && !trimmed(value).isEmpty {
        guard let number = Numbers.number(value) else { return nil }
        guard number == number.rounded() else {
          throw .header(
            header.place,
            what:
              "the square table holds shares or points such as \(quoted(value)), not numbers of "
              + "battles won",
            remedy: "expected whole numbers: how often the row's model won against the column's")
        }
      }
    }
    let areShares = corner.contains {
      ["rate", "pct", "percent", "share", "probability"].contains($0)
    }
    guard !areShares || coding != nil else {
      throw .header(
        header.place,
        what:
          "the square table is of \(Mention.name(header.names[0])), not of numbers of battles won",
        remedy: "give a table of wins; if it is one, say so with --coding row-wins")
    }
    // The corner may say whose wins the numbers are: winner\\loser, or lost to.
    let winners = ["winner", "winners", "wins", "won", "beat", "beats"]
    let losers = ["loser", "losers", "losses", "lost", "beaten"]
    let told = corner.first { winners.contains($0) || losers.contains($0) }
    let ofColumns =
      told.map { losers.contains($0) } ?? false
      || ["column_beats", "column_wins", "columns_beat", "columns_win"].contains {
        corner.joined(separator: "_").contains($0)
      }
    return MatrixColumns(
      columns: header.names.indices.dropFirst().map {
        Column(slot: columns.slot($0), name: trimmed(header.names[$0]))
      }, areOfColumns: coding.map { $0 == .columnWins } ?? ofColumns)
  }

  /// The error for numbers that may be something else than wins: those that are the same on both sides of the
  /// diagonal may be numbers of battles, and those that add up to a hundred shares in percent.
  ///
  /// - Parameter cells: the battles, by models; all of one outcome.
  static func doubt(_ cells: Cells, _ files: [String]) -> IngestError? {
    var wins: [[Int32]: (one: Int, two: Int)] = [:]
    for index in 0..<cells.cellCount {
      let cell = cells[index]
      let isAbove = (cell.a < cell.b) == (cell.outcome == .aWins)
      let key = [min(cell.a, cell.b), max(cell.a, cell.b)]
      if isAbove {
        wins[key, default: (0, 0)].one += cell.count
      } else {
        wins[key, default: (0, 0)].two += cell.count
      }
    }
    let remedy = "give a table of wins; if it is one, say so with --coding row-wins"
    if wins.values.allSatisfy({ (99...101).contains($0.one + $0.two) }) {
      return .dataset(
        files: files,
        what:
          "the numbers of each pair in the square table add up to 100: those are shares in percent",
        remedy: remedy)
    }
    guard cells.roster.count > 2, wins.values.allSatisfy({ $0.one == $0.two }) else { return nil }
    return .dataset(
      files: files,
      what:
        "the square table is the same on both sides of its diagonal: those are numbers of battles, "
        + "not of wins",
      remedy: remedy)
  }
}
