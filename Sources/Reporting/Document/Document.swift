/// A report as a reader meets it, before any markup: every number is already rounded text.
package struct Document {
  /// The parts from top to bottom.
  var blocks: [Block] = []

  /// The document with no more below its tables than `detail` asks for.
  func withNotes(_ detail: NoteDetail) -> Document {
    Document(
      blocks: blocks.filter { block in
        switch block {
        case .headline, .paragraph, .figures, .table: true
        case .legend, .markLegend, .reading: detail != .none
        case .note: detail == .full
        }
      })
  }
}

/// A part of a document.
enum Block {
  /// The one sentence that the reader came for.
  case headline(Prose)
  /// Running text.
  case paragraph(Prose)
  /// The figures behind the paragraph above.
  case figures([String])
  /// A table, with a narrower form for pages on which the first does not fit.
  case table(Table, narrower: Table?)
  /// A key to the table above.
  case legend(Prose)
  /// What the mark of winners in the table above means, in a few words.
  case markLegend(String)
  /// What was read, and what of it was not used.
  case reading(Prose)
  /// How the figures came about.
  case note(Prose)
}
