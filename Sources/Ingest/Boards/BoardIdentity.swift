internal import Battles
internal import SafeText

/// Which board rows are of, as far as their columns tell: scores of different boards do not compare.
struct BoardIdentity: Sendable {
  /// A column that tells boards apart, and the first few of its values.
  private struct Column: Sendable {
    let heading: String
    let isDate: Bool
    var values: [String] = []
  }

  /// The headings of columns that name the board: two values are two boards.
  private static let names = ["category", "leaderboard", "arena", "subset"]
  /// Those of columns that date it, or each model by itself.
  private static let dates = ["snapshot_date", "publish_date", "date"]

  /// Whether a column with this heading names boards, or dates them.
  static func identifies(_ heading: String) -> Bool {
    let folded = asciiLowercased(heading)
    return names.contains(folded) || dates.contains(folded)
  }

  private var columns: [Column] = []
  private var first: (file: String, headings: [String])?

  /// The identity of these rows and one more.
  ///
  /// - Parameters:
  ///   - others: the slots of the columns beside name, score and the like.
  ///   - headings: the names of all columns, by slot.
  /// - Throws: `RowProblem.dataset` where the row is of another file, and not clearly of the same board.
  func adding(
    _ file: String, _ others: [Int], _ headings: [String], _ window: Span<UInt8>,
    _ fields: Span<Field>
  ) throws(RowProblem) -> BoardIdentity {
    var identity = self
    for slot in others {
      let folded = asciiLowercased(headings[slot])
      let isDate = Self.dates.contains(folded)
      guard isDate || Self.names.contains(folded) else { continue }
      identity.add(
        fields[slot].content(in: window).text(in: window), to: headings[slot], isDate: isDate)
    }
    guard let first else {
      identity.first = (file, headings.sorted(by: Roster.precedes))
      return identity
    }
    if !Roster.areSame(first.file, file),
      let difference = identity.difference(headings, first.headings)
    {
      throw .dataset(
        what:
          "\(displayed(file: first.file)) and \(displayed(file: file)) are boards of their own, "
          + "\(difference): scores of different boards do not compare",
        remedy: "give one of the files, or compare the boards with deadheat diff "
          + "\(Mention.path(first.file)) \(Mention.path(file))")
    }
    return identity
  }

  /// What keeps rows of several files from being of one board; `nil` where nothing does.
  private func difference(_ headings: [String], _ firstHeadings: [String]) -> String? {
    if let mixed = columns.first(where: { $0.values.count > 1 }) {
      let values = mixed.values.prefix(2).map { quoted($0) }.joined(separator: " and ")
      return "as '\(Mention.name(mixed.heading))' is \(values)"
    }
    let sorted = headings.sorted(by: Roster.precedes)
    guard sorted.elementsEqual(firstHeadings, by: Roster.areSame) else {
      return "as their columns differ"
    }
    return columns.contains { $0.values.contains { !$0.isEmpty } }
      ? nil : "as no column such as category says that they are one"
  }

  private mutating func add(_ value: String, to heading: String, isDate: Bool) {
    let found = columns.firstIndex { Roster.areSame($0.heading, heading) }
    let index = found ?? columns.count
    if found == nil { columns.append(Column(heading: heading, isDate: isDate)) }
    // No more of them are told of.
    guard columns[index].values.count <= Mention.most,
      !columns[index].values.contains(where: { Roster.areSame($0, value) })
    else { return }
    columns[index].values.append(value)
  }

  /// The error for rows of several boards in one table.
  func mixture(_ files: [String]) -> IngestError? {
    guard let mixed = columns.first(where: { !$0.isDate && $0.values.count > 1 }) else {
      return nil
    }
    return .dataset(
      files: files, what: told(mixed),
      remedy: "choose one with --where "
        + ShellWord.assignment("\(mixed.heading)=\(mixed.values[0])"))
  }

  /// A warning where only dates differ: they may be those of boards, or those of models.
  var warning: Warning? {
    columns.first { $0.isDate && $0.values.count > 1 }.map { mixed in
      let told = told(mixed)
      return Warning(
        .mixedBoards,
        "The\(told.dropFirst(3)); choose one with --where \(Mention.name(mixed.heading))=…, unless the "
          + "dates are the models' own.")
    }
  }

  private func told(_ mixed: Column) -> String {
    let some = mixed.values.prefix(Mention.most).map { quoted($0) }.joined(separator: ", ")
    let shown = mixed.values.count > Mention.most ? "\(some), …" : some
    return
      "the rows are of several boards, '\(Mention.name(mixed.heading))' being \(shown): scores of "
      + "different boards do not compare"
  }
}
