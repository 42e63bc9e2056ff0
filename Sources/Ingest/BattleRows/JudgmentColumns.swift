internal import SafeText

/// The columns of judgments of a model against a baseline: one game with the baseline as A, and one with the
/// model as A.
struct JudgmentColumns: Sendable {
  /// The slot of the verdict where the baseline is A.
  let first: Int
  /// The slot of the verdict where the model is A.
  let second: Int
  /// The slot of the category, which tells the baseline.
  let category: Int?
  /// The baseline of all rows, where an option names it.
  let baseline: String?

  /// The baselines that Arena-Hard measures models against, by its categories.
  static let baselines = [
    "hard_prompt": "o3-mini-2025-01-31", "coding": "o3-mini-2025-01-31",
    "math": "o3-mini-2025-01-31", "creative_writing": "gemini-2.0-flash-001",
    "arena-hard-v0.1": "gpt-4-0314",
  ]

  /// The baseline of a row.
  ///
  /// - Throws: where its category has none that is known.
  func baseline(_ window: Span<UInt8>, _ fields: Span<Field>) throws(RowProblem) -> String {
    if let baseline { return baseline }
    guard let category else { return "" }
    let text = fields[category].content(in: window).text(in: window)
    if let baseline = Self.baselines[text] { return baseline }
    throw .value(
      slot: category,
      expected: "a category of Arena-Hard: "
        + Self.baselines.keys.sorted().joined(separator: ", "),
      remedy: "name the model that all were measured against with --baseline MODEL")
  }

  /// The columns of a header that has two verdicts a row; `nil` where it has not.
  ///
  /// - Throws: where nothing tells the baseline.
  static func found(
    in header: Header, baseline: String?, _ columns: inout WantedColumns
  ) throws(IngestError) -> (model: Int, columns: JudgmentColumns)? {
    // A game that failed is null, and has no verdict.
    let (one, two) = (BattleHeadings.judgments.first, BattleHeadings.judgments.second)
    guard let first = try header.column(anyOf: [one, "games[0]"]),
      let second = try header.column(anyOf: [two, "games[1]"]),
      try header.column(anyOf: [one, two]) != nil || header.subject == .record,
      let model = try header.column("model")
    else { return nil }
    let category = baseline == nil ? try header.column("category") : nil
    guard baseline != nil || category != nil else {
      throw .header(
        header.place,
        what: "the judgments are of models against a baseline, and nothing tells which; "
          + header.listing,
        remedy: "name it with --baseline MODEL, for Arena-Hard v0.1 --baseline gpt-4-0314")
    }
    return (
      columns.slot(model),
      JudgmentColumns(
        first: columns.slot(first), second: columns.slot(second),
        category: columns.slot(category), baseline: baseline)
    )
  }
}
