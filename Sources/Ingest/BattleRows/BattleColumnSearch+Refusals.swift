internal import Battles
internal import SafeText

/// What two columns tell in different ways, or no order tells.
extension BattleColumnSearch {
  /// A winner and numbers of wins are two different accounts of a row.
  func refuseWinnerBesideWins() throws(IngestError) {
    guard let winner = try header.column(anyOf: BattleHeadings.winners) else { return }
    // Single letters are often something else beside a winner.
    for names in BattleHeadings.wins where names.a.utf8.count > 1 {
      guard let a = try header.column(names.a), let b = try header.column(names.b) else { continue }
      let names = [winner, a, b].map { header.names[$0] }
      let shown = names.map { Mention.name($0) }
      throw .header(
        header.place,
        what: "both \(shown[0]) and \(shown[1]), \(shown[2]) tell what battles came to",
        remedy:
          "choose with --columns \(ShellWord.assignment("winner=\(names[0])")), or --columns "
          + ShellWord.assignment("wins_a=\(names[1]),wins_b=\(names[2])")
      )
    }
  }

  /// Points and numbers of wins, which may be those of a season, are two different accounts of a row.
  func refuseScoresBesideWins() throws(IngestError) {
    for wins in BattleHeadings.wins where wins.a.utf8.count > 1 {
      guard let a = (try? header.column(wins.a)) ?? nil, let b = (try? header.column(wins.b)) ?? nil
      else { continue }
      for scores in BattleHeadings.scores {
        guard let one = (try? header.column(scores.a)) ?? nil,
          let two = (try? header.column(scores.b)) ?? nil
        else { continue }
        let names = [a, b, one, two].map { header.names[$0] }
        throw .header(
          header.place,
          what:
            "both \(Mention.name(names[0])), \(Mention.name(names[1])) and \(Mention.name(names[2])), "
            + "\(Mention.name(names[3])) tell what battles came to",
          remedy: "choose with "
            + mapping.command(adding: [(.winsA, names[0]), (.winsB, names[1])]) + ", or "
            + mapping.command(adding: [(.scoreA, names[2]), (.scoreB, names[3])]))
      }
    }
  }

  /// Sees that it can be told whose numbers are whose where the sides stand in the file the other way round
  /// than they are usually told.
  func requireOrder(
    _ first: Int, _ second: Int, _ sides: SideColumns, isNamed: Bool,
    roles: (a: String, b: String)
  ) throws(IngestError) {
    let areSidesNamed = mapping[.a] != nil || mapping[.b] != nil
    guard !isNamed, !areSidesNamed, header.subject == .header, sides.a > sides.b else { return }
    let headings = ColumnHeadings(
      winner: "", sideA: header.names[sides.a], sideB: header.names[sides.b])
    let mark = SideMark(FoldedLabel.of(header.names[first]))
    guard mark.flatMap({ headings.isTurned($0.pair) }) == nil else { return }
    let (one, two) = (header.names[first], header.names[second])
    throw .header(
      header.place,
      what:
        "\(Mention.name(header.names[sides.b])) stands before \(Mention.name(header.names[sides.a])), and "
        + "nothing tells which of them \(Mention.name(one)) is of",
      remedy:
        "say it: --columns \(ShellWord.assignment("\(roles.a)=\(one),\(roles.b)=\(two)")) where it is of "
        + "\(Mention.name(header.names[sides.a])), --columns "
        + ShellWord.assignment("\(roles.a)=\(two),\(roles.b)=\(one)") + " otherwise")
  }
}
