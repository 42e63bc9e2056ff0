/// One report in each of its forms: a document for readers, and fields for programs.
struct ReportForms {
  /// The label of its table in LaTeX.
  let label: String
  /// What it says to readers.
  let document: () -> Document
  /// Its rows.
  let records: () -> RecordTable
  /// All its fields.
  let json: () -> JSONValue

  /// The report in `format`; of `style`, only the notes matter beyond the table.
  func text(as format: OutputFormat, _ style: TerminalStyle) -> String {
    switch format {
    case .table: TextRenderer(style: style).text(document().withNotes(style.notes))
    case .markdown: MarkdownRenderer().text(document().withNotes(style.notes))
    case .latex: LaTeXRenderer(label: label).text(document().withNotes(style.notes))
    case .csv: CSVWriter.text(records())
    case .tsv: CSVWriter.text(records(), delimiter: .tab)
    case .json: JSONWriter.text(json())
    case .jsonl: records().rows.map { JSONWriter.line(.object($0)) }.joined()
    }
  }
}
