internal import Battles

/// Says in a line how the input was read: which column was taken for what, and what each label means.
struct ReadingWording {
  private let reading: Reading

  /// The wording of `reading`.
  init(_ reading: Reading) { self.reading = reading }

  /// `Read: a = model_a, b = model_b; winner: model_a 60 · model_b 30 · tie 10.`; `nil` where nothing is
  /// known of columns.
  var line: Prose? {
    guard !reading.columns.isEmpty else { return nil }
    var parts = reading.outcomes == nil ? [columns(reading.columns)] : battles
    if reading.repeatedHeaders > 0 {
      let times = CountFormat.text(reading.repeatedHeaders, "line repeats", "lines repeat")
      parts.append(
        "\(times) the header and \(reading.repeatedHeaders == 1 ? "is" : "are") passed over")
    }
    if reading.commentLines > 0 {
      let lines = CountFormat.text(reading.commentLines, "line of comment", "lines of comments")
      parts.append("\(lines) passed over")
    }
    if !reading.trimmedNames.isEmpty {
      parts.append(
        "blanks trimmed around " + list(reading.trimmedNames))
    }
    if !reading.unmarkedNames.isEmpty {
      parts.append("footnote marks taken off behind " + list(reading.unmarkedNames))
    }
    // Whatever was exchanged, a name is a name.
    let isByNames = reading.labelColumns.allSatisfy { $0.basis == .names }
    let unused = reading.unusedColumns.filter { column in
      Self.changingLooks.contains(column.looksLike) && !(isByNames && column.looksLike == .swap)
    }
    if !unused.isEmpty { parts.append("not used: " + list(unused.map(\.heading))) }
    return "Read: " + Self.joined(parts, by: "; ") + "."
  }

  /// Columns that are not used and would change what battles come to.
  private static let changingLooks: Set<Reading.Look> = [.ties, .count, .weight, .swap]
  private static let mostNamed = 6

  private func list(_ names: [String]) -> Prose {
    Prose(
      listing: Array(names.prefix(Self.mostNamed)), andMore: max(0, names.count - Self.mostNamed))
  }

  /// The sides, and what the battles came to, for each kind of columns.
  private var battles: [Prose] {
    var parts: [Prose] = []
    var told: [String] = []
    for column in reading.labelColumns {
      let sides: Prose = "a = \(name: column.sideA), b = \(name: column.sideB)"
      parts.append(sides)
      told += [column.sideA, column.sideB]
      parts.append("\(name: column.heading): \(Self.labels(column))")
    }
    let isLabelled = !reading.labelColumns.isEmpty
    let direct = reading.columns.filter { column in
      !["count", "cluster", "time"].contains(column.role)
        && !(isLabelled && column.role == "winner")
        && !told.contains { $0.utf8.elementsEqual(column.heading.utf8) }
    }
    if let table = direct.first(where: { $0.role == "row-wins" || $0.role == "column-wins" }) {
      let ofRows = table.role == "row-wins"
      parts.append(
        Prose(
          "a square table, whose numbers are wins of the \(ofRows ? "row’s" : "column’s") model"))
    } else if !direct.isEmpty {
      parts.append(columns(direct))
      if reading.labelColumns.isEmpty, let outcomes = reading.outcomes {
        parts.append(Prose(Self.outcomes(outcomes)))
      }
    }
    for column in reading.columns where column.role == "count" {
      parts.append("count = \(name: column.heading)")
    }
    return parts
  }

  /// What the battles came to, by side.
  static func outcomes(_ outcomes: Reading.Outcomes) -> String {
    var parts = [
      "a won \(CountFormat.text(outcomes.a))", "b won \(CountFormat.text(outcomes.b))",
      "ties \(CountFormat.text(outcomes.ties))",
    ]
    if outcomes.bothBad > 0 { parts.append("both bad \(CountFormat.text(outcomes.bothBad))") }
    return parts.joined(separator: " · ")
  }

  private func columns(_ columns: [Reading.Column]) -> Prose {
    Self.joined(columns.map { "\($0.role) = \(name: $0.heading)" }, by: ", ")
  }

  /// The labels with their battles, and with what they mean where that does not go without saying.
  static func labels(_ column: Reading.LabelColumn) -> Prose {
    let shown = column.labels.prefix(12).map { label -> Prose in
      let count = CountFormat.text(label.battles)
      guard let text = label.text else { return "names of \(label.meaning) \(count)" }
      let spelled: Prose = text.isEmpty ? "(empty)" : "\(name: text)"
      let meaning =
        isEvident(text, label.meaning, column) ? "" : " (\(words(label.meaning)))"
      return spelled + Prose("\(meaning) \(count)")
    }
    let rest = column.labels.count - shown.count
    let more: [Prose] = rest > 0 ? [Prose(CountFormat.text(rest, "more label", "more labels"))] : []
    return joined(shown + more, by: " · ")
  }

  private static func isEvident(
    _ text: String, _ meaning: String, _ column: Reading.LabelColumn
  ) -> Bool {
    if column.basis == .headings, meaning == "a" || meaning == "b" { return true }
    let plain = text.lowercased()
    return plain == meaning || plain == "model_\(meaning)" || meaning == "tie" && plain == "draw"
  }

  private static func words(_ meaning: String) -> String {
    switch meaning {
    case "both_bad": "both bad"
    case "skip": "no verdict"
    default: meaning
    }
  }

  static func joined(_ parts: [Prose], by separator: String) -> Prose {
    parts.dropFirst().reduce(parts.first ?? "") { $0 + Prose(separator) + $1 }
  }
}
