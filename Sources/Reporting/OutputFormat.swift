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
  /// One document at full precision.
  case json
}
