/// The forms in which a report can be written.
///
/// A report makes one `Document` for readers and one list of fields for programs. A further markup
/// is a case here and a renderer of `Document`, next to `TextRenderer`.
package enum OutputFormat: String, Sendable, CaseIterable {
  /// Sentences and aligned columns for a terminal.
  case table
  /// Sentences and pipe tables, as GitHub and most editors read them.
  case markdown
  /// A table with its caption for a paper.
  case latex
  /// One row a model or pair at full precision.
  case csv
  /// The same rows with tabs between their fields.
  case tsv
  /// One document at full precision.
  case json
  /// The rows of `csv` as objects, one a line.
  case jsonl

  /// The form that `word` names: by its own name, or by the ending that its files have.
  package init?(word: String) {
    guard let form = Self(rawValue: word) ?? Self.endings[word] else { return nil }
    self = form
  }

  /// The form of a file with this name, by its ending in capitals or not; `nil` where that tells none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."),
      let form = Self(word: fileName[fileName.index(after: dot)...].lowercased())
    else { return nil }
    self = form
  }

  /// Endings of files that are not the name of a form.
  private static let endings: [String: OutputFormat] = [
    "txt": .table, "md": .markdown, "tex": .latex, "ndjson": .jsonl,
  ]
}
