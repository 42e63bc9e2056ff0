/// A table before any markup.
struct Table {
  /// A column.
  struct Column {
    /// What stands above it.
    let heading: String
    /// Where its cells stand.
    let alignment: Alignment
  }

  /// Where the text of a cell stands.
  enum Alignment {
    /// For words.
    case left
    /// For numbers.
    case right
  }

  /// What a cell holds.
  enum Cell {
    /// A number or words of ours.
    case text(String)
    /// A name from the data, which may be shortened.
    case name(String)
    /// A number of a model that may be the best one: marked, unless the markup has other means.
    case marked(String)
  }

  /// How a row stands out.
  enum Emphasis {
    /// Not at all.
    case plain
    /// A model that may be the best.
    case winner
    /// What is not ranked.
    case faint
  }

  /// A line of the table, or something between lines.
  enum Row {
    /// One cell a column.
    case cells([Cell], Emphasis)
    /// A heading over the rows that follow.
    case section(Prose)
    /// What belongs to the row above and has the whole width to itself.
    case continuation(Prose)
  }

  /// The columns from left to right.
  let columns: [Column]
  /// The rows from top to bottom.
  var rows: [Row]
  /// The intervals to draw beside the rows of cells, where there is room.
  var plot: ForestPlot?

  /// Whether a section comes before any line of cells.
  var startsWithSection: Bool { if case .section? = rows.first { true } else { false } }

  /// The mark before `Cell.marked`.
  static let mark = "•"
}
