/// A first line that was taken for a header, names no columns that are known, and reads like a row.
struct MissingHeader {
  private let reason: String
  private let header: Header

  /// What tells that `header`, of which the first rows are a sample, is a row itself; `nil` where nothing
  /// does.
  init?(_ header: Header) {
    self.header = header
    let names = header.names
    let hasKnown = names.contains { Self.known.contains(asciiLowercased($0)) }
    // A header that stands among the rows once more is no row.
    let rows = header.sample.filter { $0 != names }
    var earlier: Set<[UInt8]> = []
    for (column, name) in names.enumerated() where !trimmed(name).isEmpty {
      let isThereAgain = !earlier.insert(Array(name.utf8)).inserted
      if rows.contains(where: { trimmed($0[column]).utf8.elementsEqual(name.utf8) }) {
        reason = "\(quoted(name)) stands in the same column further down, too"
        return
      }
      if Numbers.number(name) != nil, !rows.isEmpty,
        rows.allSatisfy({ Numbers.number($0[column]) != nil })
      {
        reason = "its \(quoted(name)) is a number, as all values below it are"
        return
      }
      if !hasKnown, isThereAgain {
        reason = "\(quoted(name)) is there more than once"
        return
      }
    }
    return nil
  }

  private static let known = Set(BattleHeadings.known + BoardColumns.known)

  /// The error, with the option that reads the file.
  var error: IngestError {
    .header(
      header.place, what: "this line was taken for the header and seems to be a row: \(reason)",
      remedy:
        "give a file without a header with --header none --columns \(columns), numbering its columns; "
        + "where this is the header, say so with --header \(header.place.line)")
  }

  /// The columns with what they seem to be for, numbered from 1.
  private var columns: String {
    let rows = [header.names] + header.sample
    let texts = header.names.indices.filter { column in
      rows.contains { Numbers.number($0[column]) == nil && !trimmed($0[column]).isEmpty }
    }
    let numbers = header.names.indices.filter { !texts.contains($0) }
    if texts.count == 1, numbers.count > 1 {
      let roles = ["rating"] + (numbers.count == 2 ? ["plus_minus"] : ["lower", "upper"])
      return "model=\(texts[0] + 1),"
        + zip(roles, numbers).map { "\($0)=\($1 + 1)" }.joined(separator: ",")
    }
    // Labels are words rather than numbers where both are possible, and stand behind the sides.
    for winner in texts.reversed() + numbers.reversed() {
      let others = texts.filter { $0 != winner }
      guard others.count >= 2 else { continue }
      let fits = rows.allSatisfy { row in
        Vocabulary.known.contains(FoldedLabel.of(row[winner]))
          || [others[0], others[1]].contains { row[$0].utf8.elementsEqual(row[winner].utf8) }
      }
      if fits { return "a=\(others[0] + 1),b=\(others[1] + 1),winner=\(winner + 1)" }
    }
    return "a=1,b=2,winner=3"
  }
}
