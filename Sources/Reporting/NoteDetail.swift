/// How much stands below a table.
package enum NoteDetail: String, Sendable, CaseIterable {
  /// Nothing: the sentences of the result and its table.
  case none
  /// The keys to the table, what was read and what was set aside.
  case short
  /// That, and how the figures came about.
  case full
}
