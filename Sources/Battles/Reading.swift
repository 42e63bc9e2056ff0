/// How the input was read: what was taken for what, and why.
public struct Reading: Sendable, Equatable {
  /// The form of one file.
  public struct File: Sendable, Equatable {
    /// The file as it was named.
    public var name: String
    /// What it is written in.
    public var form: Form
    /// What stands between the fields of delimited text.
    public var delimiter: String?
    /// The line of the header, of all but JSON and PGN; `nil` too where delimited text has none.
    public var headerLine: Int?
    /// The encoding where it is not UTF-8.
    public var encoding: String?

    /// A file of a form.
    public init(
      name: String, form: Form, delimiter: String? = nil, headerLine: Int? = nil,
      encoding: String? = nil
    ) {
      self.name = name
      self.form = form
      self.delimiter = delimiter
      self.headerLine = headerLine
      self.encoding = encoding
    }
  }

  /// The forms of files.
  public enum Form: String, Sendable, Equatable {
    /// Lines of fields.
    case delimited
    /// JSON, or JSON Lines.
    case json
    /// Chess games as PGN.
    case pgn
    /// A table with pipes between its cells, as Markdown or a terminal shows it.
    case pipes
    /// A table whose columns stand apart by blanks.
    case aligned
    /// Lines of `name | key: value | key: value`.
    case keyed
    /// A table of HTML.
    case html
  }

  /// A column that was used.
  public struct Column: Sendable, Equatable {
    /// The heading.
    public var heading: String
    /// What it was taken for, as `--columns` and other options name it.
    public var role: String
    /// Whether an option named it; its heading did otherwise.
    public var isNamed: Bool

    /// A column in a role.
    public init(heading: String, role: String, isNamed: Bool) {
      self.heading = heading
      self.role = role
      self.isNamed = isNamed
    }
  }

  /// A column that was not used, although it looks as if it mattered.
  public struct UnusedColumn: Sendable, Equatable {
    /// The heading.
    public var heading: String
    /// What it looks like.
    public var looksLike: Look

    /// A column that looks like something.
    public init(heading: String, looksLike: Look) {
      self.heading = heading
      self.looksLike = looksLike
    }
  }

  /// What an unused column looks like; the raw values are stable.
  public enum Look: String, Sendable, Equatable, CaseIterable {
    /// A number of ties, or whether a battle is one.
    case ties
    /// How many battles a row stands for.
    case count
    /// How much a row counts.
    case weight
    /// When a battle was.
    case time
    /// Who judged.
    case judge
    /// Something that may shape outcomes, such as a category or a length.
    case covariate
    /// Another account of what battles came to.
    case outcome
    /// Whether the sides were exchanged before the verdict, which would turn labels round.
    case swap
  }

  /// A label of a winner column.
  public struct Label: Sendable, Equatable {
    /// The label as it is spelled; `nil` stands for names of models.
    public var text: String?
    /// What it was taken for: `a`, `b`, `tie`, `both_bad`, or `skip` for no verdict.
    public var meaning: String
    /// How many battles have it.
    public var battles: Int

    /// A label with a meaning.
    public init(text: String?, meaning: String, battles: Int) {
      self.text = text
      self.meaning = meaning
      self.battles = battles
    }
  }

  /// A winner column.
  public struct LabelColumn: Sendable, Equatable {
    /// Why labels mean what they mean; the raw values are stable.
    public enum Basis: String, Sendable, Equatable {
      /// They are the headings of the sides.
      case headings
      /// They are names of models.
      case names
      /// They are those of a vocabulary.
      case vocabulary
      /// Options say so, or there are none but ties.
      case options
    }

    /// The heading.
    public var heading: String
    /// The headings of the sides.
    public var sideA: String
    /// The heading of side b.
    public var sideB: String
    /// Why labels mean what they mean.
    public var basis: Basis
    /// What the vocabulary is called, such as `left, right`.
    public var vocabulary: String?
    /// The labels, those of side a first.
    public var labels: [Label]

    /// A column with its labels.
    public init(
      heading: String, sideA: String, sideB: String, basis: Basis, vocabulary: String?,
      labels: [Label]
    ) {
      self.heading = heading
      self.sideA = sideA
      self.sideB = sideB
      self.basis = basis
      self.vocabulary = vocabulary
      self.labels = labels
    }
  }

  /// What the battles came to, those of a model against itself included.
  public struct Outcomes: Sendable, Equatable {
    /// Battles that side a won.
    public var a = 0
    /// Battles that side b won.
    public var b = 0
    /// Ties.
    public var ties = 0
    /// Battles in which both sides were bad.
    public var bothBad = 0

    /// No battle.
    public init() {}

    /// Adds battles.
    public mutating func add(_ outcome: Outcome, _ count: Int) {
      switch outcome {
      case .aWins: a += count
      case .bWins: b += count
      case .tie: ties += count
      case .bothBad: bothBad += count
      }
    }
  }

  /// The earliest and the latest time of the rows that were kept.
  public struct Times: Sendable, Equatable {
    /// The column's heading.
    public var heading: String
    /// The earliest time, as it is written.
    public var first: String
    /// The latest time, as it is written.
    public var last: String

    /// A range of times.
    public init(heading: String, first: String, last: String) {
      self.heading = heading
      self.first = first
      self.last = last
    }
  }

  /// The files.
  public var files: [File] = []
  /// The columns that were used, those of all files, each once.
  public var columns: [Column] = []
  /// The winner columns: one for all files in which the headings are the same.
  public var labelColumns: [LabelColumn] = []
  /// What the battles came to, by side; `nil` for a board.
  public var outcomes: Outcomes?
  /// Names from which blanks around them were trimmed.
  public var trimmedNames: [String] = []
  /// Names behind which footnote marks were taken off, as they are without them.
  public var unmarkedNames: [String] = []
  /// How often the header stands among the rows.
  public var repeatedHeaders = 0
  /// How many lines of delimited text are comments.
  public var commentLines = 0
  /// Columns that were not used, although they look as if they mattered.
  public var unusedColumns: [UnusedColumn] = []
  /// The range of times, where it was asked for and a column tells times.
  public var times: Times?

  /// Nothing was read.
  public init() {}
}
