package import Battles

/// What a command has to tell: a document for readers, and fields for programs.
package protocol Report: Sendable {
  /// The command that it is of, as labels and schemas have it.
  static var command: String { get }
  /// What it says to readers.
  var document: Document { get }
  /// The rows of its CSV.
  var records: RecordTable { get }
  /// The fields of its JSON, but for those that all documents have.
  var fields: [Field] { get }
  /// What the reader must know, of reading as of computing, in words.
  var allWarnings: [Warning] { get }
}

extension Report {
  /// The report in `format`; of `style`, only the notes matter beyond the table.
  package func rendered(as format: OutputFormat, style: TerminalStyle) -> String {
    switch format {
    case .table: TextRenderer(style: style).text(document.withNotes(style.notes))
    case .markdown: MarkdownRenderer().text(document.withNotes(style.notes))
    case .latex:
      LaTeXRenderer(label: "tab:deadheat-\(Self.command)").text(document.withNotes(style.notes))
    case .csv: CSVWriter.text(records)
    case .tsv: CSVWriter.text(records, delimiter: .tab)
    case .json: JSONWriter.text(json)
    case .jsonl: records.rows.map { JSONWriter.line(.object($0)) }.joined()
    }
  }

  /// The document, by the schema deadheat/COMMAND/2.
  private var json: JSONValue {
    .object(
      [Field("schema", .string("deadheat/\(Self.command)/2"))] + fields
        + [SummaryRecords.program, Field("warnings", SummaryRecords.warnings(allWarnings))])
  }
}
