internal import SafeText

/// What headings leave open, with the options that settle it.
extension BoardColumnSearch {
  /// The error for several scores, of which each has errors or has none.
  func several(_ scores: [Int], _ families: [UncertaintyFamily]) -> IngestError {
    var commands: [String] = []
    var without: [Int] = []
    // Of many scores the first ones are offered.
    for score in scores.prefix(Self.mostOffered) {
      guard let family = offered(score, families, among: scores) else {
        without.append(score)
        continue
      }
      let roles =
        nearerScore(family, than: score) == nil
        ? sayable(family)
        : family.roles.map { (likelyRole($0.role, $0.column, score), $0.column) }
      commands.append(command([(.rating, score)] + roles))
    }
    let names = scores.map { Mention.quoted(header.names[$0]) }
    let list = Mention.conjunction(Array(names.prefix(Self.most)))
    let more = names.count > Self.most ? " (\(names.count) in all)" : ""
    var what = "the board has several scores, \(list)\(more)"
    if !without.isEmpty, !commands.isEmpty {
      let lacking = without.prefix(Self.most).map { Mention.quoted(header.names[$0]) }
      what +=
        ", of which \(Mention.conjunction(lacking)) \(without.count == 1 ? "has" : "have") no error "
        + "of \(without.count == 1 ? "its" : "their") own"
    }
    let remedy =
      commands.isEmpty
      ? "name one and its error with --columns rating=COLUMN,standard_error=COLUMN"
      : "choose one: " + commands.prefix(Self.most).joined(separator: ", or ")
    return .header(header.place, what: what, remedy: remedy)
  }

  /// The error for several errors of one score.
  func severalErrors(of score: Int, _ families: [UncertaintyFamily]) -> IngestError {
    let names = families.map { family in
      Mention.conjunction(family.roles.map { Mention.quoted(header.names[$0.column]) })
    }
    let commands = families.map { family in
      command(
        [(.rating, score)] + family.roles.map { (likelyRole($0.role, $0.column, score), $0.column) }
      )
    }
    return .header(
      header.place,
      what: "several errors could be those of \(Mention.quoted(header.names[score])): "
        + names.prefix(Self.most).joined(separator: "; "),
      remedy: "choose one: " + commands.prefix(Self.most).joined(separator: ", or "))
  }

  /// The error for intervals that hold together with those of the other models.
  func jointIntervals(_ family: UncertaintyFamily) -> IngestError {
    let heading =
      family.roles.first.map { Mention.quoted(header.names[$0.column]) } ?? "the interval"
    return .header(
      header.place,
      what:
        "\(heading) holds for all models at once: it is wider than each by itself, and gives no "
        + "standard error",
      remedy: "give the same ranking as CSV or JSON, which has standard errors, or one without "
        + "--intervals simultaneous")
  }

  /// The error for errors that may be standard errors or half-widths of intervals.
  func unsaidError(_ column: Int) -> IngestError {
    .header(
      header.place,
      what: "\(Mention.quoted(header.names[column])) may be a standard error, or half the width of "
        + "an interval",
      remedy: "say which: \(command([(.standardError, column)])), or "
        + command([(.plusMinus, column)]))
  }

  /// Of more scores than this, those behind are not looked at.
  private static let mostOffered = 16

  /// Names more than this are not listed.
  private static let most = 6

  /// The errors that go with a score, where they are not those of another one.
  private func offered(
    _ score: Int, _ families: [UncertaintyFamily], among scores: [Int]
  ) -> UncertaintyFamily? {
    let fitting = families.filter { family in
      switch fit(family, column(score)) {
      case .none: return false
      case .own: return true
      case .general:
        let wanted = BoardHeading.qualifier(of: family.subject)
        let isExact = wanted == column(score).heading.qualifier
        return isExact
          || !scores.contains { other in
            other != score && column(other).heading.qualifier == wanted
          }
      }
    }
    let own = fitting.filter { fit($0, column(score)) == .own }
    let best = (own.isEmpty ? fitting : own).min { $0.order < $1.order }
    if best == nil, hasIntervals(in: score) { return UncertaintyFamily(.inScore) }
    return best
  }

  /// The roles by which options name a family, but for those that the headings tell anyway.
  private func sayable(_ family: UncertaintyFamily) -> [(ColumnMapping.Role, Int)] {
    switch family.form {
    // The numbers decide what these are.
    case .pair, .text: []
    default: family.roles.map { ($0.role, $0.column) }
    }
  }

  /// The role of a column of texts by the first of its values that is known.
  func likelyRole(
    _ role: ColumnMapping.Role, _ column: Int, _ score: Int
  ) -> ColumnMapping.Role {
    guard role == .interval else { return role }
    for row in header.sample {
      switch CellText(row[column]).interval() {
      case .reaches: return .plusMinus
      case .ends: return .interval
      case .pair(let first, let second, _):
        guard let rating = CellText(row[score]).score()?.number.value else { continue }
        return first <= rating && rating <= second ? .interval : .plusMinus
      case nil: continue
      }
    }
    return role
  }

  /// `--columns` with these roles, as a shell takes it.
  private func command(_ roles: [(ColumnMapping.Role, Int)]) -> String {
    ColumnMapping.option(roles.map { ($0.0, header.names[$0.1]) })
  }
}
