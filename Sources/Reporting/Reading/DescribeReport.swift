package import Battles

/// What `describe` has to tell: how files were read, without any fit.
package struct DescribeReport: Report {
  /// The command.
  package static let command = "describe"

  /// What the files hold.
  package enum Content: Sendable {
    /// Battles among so many models.
    case battles(Int, models: Int)
    /// A board of so many models.
    case board(models: Int)
  }

  /// What the files hold.
  package let content: Content
  /// How they were read.
  package let report: ReadReport

  /// A report.
  package init(_ content: Content, report: ReadReport) {
    self.content = content
    self.report = report
  }

  private var reading: Reading { report.reading }
}

/// For readers.
extension DescribeReport {
  package var document: Document {
    var blocks: [Block] = [.headline(headline)]
    blocks += reading.files.prefix(Self.mostFiles).map { .paragraph(Self.form($0)) }
    if reading.files.count > Self.mostFiles {
      let more = CountFormat.text(reading.files.count - Self.mostFiles, "more file", "more files")
      blocks.append(.paragraph(Prose("And \(more).")))
    }
    blocks.append(.table(columns, narrower: nil))
    for column in reading.labelColumns {
      blocks.append(.paragraph(Self.basis(column)))
      blocks.append(.table(Self.labels(column), narrower: nil))
    }
    if let outcomes = reading.outcomes {
      blocks.append(.paragraph(Prose("By side: \(ReadingWording.outcomes(outcomes)).")))
    }
    if let times = reading.times {
      blocks.append(
        .paragraph(
          "Times (\(name: times.heading)): from \(name: times.first) to \(name: times.last)."))
    }
    return Document(blocks: blocks + notes)
  }

  private var headline: Prose {
    let rows = CountFormat.text(report.rows, "row", "rows")
    return switch content {
    case .battles(let battles, let models):
      Prose(
        "\(CountFormat.text(battles, "battle", "battles")) among "
          + "\(CountFormat.text(models, "model", "models")), in \(rows).")
    case .board(let models):
      Prose("A board of \(CountFormat.text(models, "model", "models")), in \(rows).")
    }
  }

  private static let mostFiles = 5

  private static func form(_ file: Reading.File) -> Prose {
    let file = (name: file.name == "-" ? "<stdin>" : file.name, file: file)
    let encoding = file.file.encoding.map { " in \($0)" } ?? ""
    let line = "\(file.file.headerLine ?? 1)"
    switch file.file.form {
    case .json: return "\(name: file.name): JSON\(encoding)."
    case .pgn:
      return "\(name: file.name): chess games as PGN\(encoding), a row each."
    case .pipes:
      return "\(name: file.name): a table with pipes between its cells, its header on line \(line)."
    case .aligned:
      return
        "\(name: file.name): a table with blanks between its columns, its header on line \(line)."
    case .keyed:
      return "\(name: file.name): lines of keys and values, the first on line \(line)."
    case .html: return "\(name: file.name): a table of HTML, its header on line \(line)."
    case .delimited:
      let delimiter = file.file.delimiter ?? "comma"
      let fields = delimiter == "tab" ? "tabs" : "a \(delimiter)"
      guard let line = file.file.headerLine else {
        return "\(name: file.name): text\(encoding) with \(fields) between fields and no header."
      }
      return """
        \(name: file.name): text\(encoding) with \(fields) between fields, its header on line \("\(line)").
        """
    }
  }

  private var columns: Table {
    Table(
      columns: [
        Table.Column(heading: "Role", alignment: .left),
        Table.Column(heading: "Column", alignment: .left),
        Table.Column(heading: "Named by", alignment: .left),
      ],
      rows: reading.columns.map { column in
        .cells(
          [
            .text(column.role), .name(column.heading), .text(column.isNamed ? "option" : "heading"),
          ],
          .plain)
      }, plot: nil)
  }

  private static func basis(_ column: Reading.LabelColumn) -> Prose {
    let why: Prose =
      switch column.basis {
      case .headings: "labels are the headings of the sides"
      case .names: "labels are names of models"
      case .vocabulary: "labels are of the vocabulary \(name: column.vocabulary ?? "")"
      case .options: "labels are as options say, or ties"
      }
    return
      "\(name: column.heading), beside \(name: column.sideA) and \(name: column.sideB): \(why)."
  }

  private static func labels(_ column: Reading.LabelColumn) -> Table {
    Table(
      columns: [
        Table.Column(heading: "Label", alignment: .left),
        Table.Column(heading: "Means", alignment: .left),
        Table.Column(heading: "Battles", alignment: .right),
      ],
      rows: column.labels.map { label in
        let text: Table.Cell =
          switch label.text {
          case nil: .text("names of \(label.meaning)")
          case ""?: .text("(empty)")
          case let text?: .name(text)
          }
        let means = label.meaning == "skip" ? "no verdict" : label.meaning
        return .cells(
          [text, .text(means), .text(CountFormat.text(label.battles))], .plain)
      }, plot: nil)
  }

  private var notes: [Block] {
    var notes: [Prose] = []
    let isBoard = if case .board = content { true } else { false }
    if let setAside = SourceWording.setAside(report, isBoard: isBoard) { notes.append(setAside) }
    if !reading.trimmedNames.isEmpty {
      notes.append("Blanks were trimmed around \(Self.list(reading.trimmedNames)).")
    }
    if !reading.unmarkedNames.isEmpty {
      notes.append("Footnote marks were taken off behind \(Self.list(reading.unmarkedNames)).")
    }
    if reading.repeatedHeaders > 0 {
      let lines = CountFormat.text(reading.repeatedHeaders, "line repeats", "lines repeat")
      notes.append(
        Prose("\(lines) the header and \(reading.repeatedHeaders == 1 ? "is" : "are") passed over.")
      )
    }
    if reading.commentLines > 0 {
      let lines = CountFormat.text(
        reading.commentLines, "line that begins with # is a comment",
        "lines that begin with # are comments")
      notes.append(Prose("\(lines)."))
    }
    for look in Reading.Look.allCases {
      let columns = reading.unusedColumns.filter { $0.looksLike == look }
      guard !columns.isEmpty else { continue }
      notes.append(
        "Not used, though \(columns.count == 1 ? "it looks" : "they look") like \(Self.words(look)): "
          + Self.list(columns.map(\.heading)) + ".")
    }
    return notes.map { .reading($0) }
  }

  private static func list(_ names: [String]) -> Prose {
    Prose(listing: Array(names.prefix(8)), andMore: max(0, names.count - 8))
  }

  private static func words(_ look: Reading.Look) -> String {
    switch look {
    case .ties: "numbers of ties"
    case .count: "numbers of battles"
    case .weight: "weights"
    case .time: "times"
    case .judge: "judges"
    case .covariate: "what may shape outcomes"
    case .outcome: "what battles came to"
    case .swap: "whether sides were exchanged"
    }
  }
}

/// For programs.
extension DescribeReport {
  /// A line for each label, or for each column where there are no labels.
  package var records: RecordTable {
    typealias Line = (column: Reading.Column, label: Reading.Label?)
    let columns: [RecordColumn<Line>] = [
      RecordColumn("column") { .string($0.column.heading) },
      RecordColumn("role") { .string($0.column.role) },
      RecordColumn("label") { .optional($0.label?.text) },
      RecordColumn("meaning") { .optional($0.label?.meaning) },
      RecordColumn("battles") { .optional($0.label?.battles) },
    ]
    let lines = reading.columns.flatMap { column -> [Line] in
      let labels =
        column.role == "winner"
        ? reading.labelColumns.first { $0.heading.utf8.elementsEqual(column.heading.utf8) }?.labels
          ?? [] : []
      return labels.isEmpty ? [(column, nil)] : labels.map { (column, $0) }
    }
    return RecordTable(columns, of: lines)
  }

  /// What the files hold.
  package var fields: [Field] {
    let (kind, battles, models): (String, Int?, Int) =
      switch content {
      case .battles(let battles, let models): ("battles", battles, models)
      case .board(let models): ("board", nil, models)
      }
    return [
      Field(
        "source",
        .object(SummaryRecords.source(report, kind: kind, battles: battles, models: models))),
      Field(
        "times",
        reading.times.map {
          .object([
            Field("column", .string($0.heading)), Field("first", .string($0.first)),
            Field("last", .string($0.last)),
          ])
        } ?? .null),
    ]
  }

  /// Those of reading.
  package var allWarnings: [Warning] { report.warnings }
}
