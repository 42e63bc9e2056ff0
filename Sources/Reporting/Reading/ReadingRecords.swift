internal import Battles

/// How the input was read, for programs.
enum ReadingRecords {
  /// The object `reading` of a source.
  static func reading(_ reading: Reading) -> JSONValue {
    .object([
      Field("files", .array(reading.files.map(file))),
      Field("columns", .array(reading.columns.map(column))),
      Field("label_columns", .array(reading.labelColumns.map(labelColumn))),
      Field("outcomes", reading.outcomes.map(outcomes) ?? .null),
      Field("trimmed_names", .array(reading.trimmedNames.map { .string($0) })),
      Field("unmarked_names", .array(reading.unmarkedNames.map { .string($0) })),
      Field("repeated_headers", .integer(reading.repeatedHeaders)),
      Field("comment_lines", .integer(reading.commentLines)),
      Field(
        "unused_columns",
        .array(
          reading.unusedColumns.map {
            .object([
              Field("heading", .string($0.heading)),
              Field("looks_like", .string($0.looksLike.rawValue)),
            ])
          })),
    ])
  }

  private static func file(_ file: Reading.File) -> JSONValue {
    .object([
      Field("name", .string(file.name)), Field("form", .string(file.form.rawValue)),
      Field("delimiter", file.delimiter.map { .string($0) } ?? .null),
      Field("header_line", .optional(file.headerLine)),
      Field("encoding", .string(file.encoding ?? "UTF-8")),
    ])
  }

  private static func column(_ column: Reading.Column) -> JSONValue {
    .object([
      Field("heading", .string(column.heading)), Field("role", .string(column.role)),
      Field("named_by", .string(column.isNamed ? "option" : "heading")),
    ])
  }

  private static func labelColumn(_ column: Reading.LabelColumn) -> JSONValue {
    .object([
      Field("heading", .string(column.heading)), Field("side_a", .string(column.sideA)),
      Field("side_b", .string(column.sideB)), Field("basis", .string(column.basis.rawValue)),
      Field("vocabulary", column.vocabulary.map { .string($0) } ?? .null),
      Field(
        "labels",
        .array(
          column.labels.map {
            .object([
              Field("kind", .string($0.text == nil ? "name" : "text")),
              Field("label", $0.text.map { .string($0) } ?? .null),
              Field("meaning", .string($0.meaning)), Field("battles", .integer($0.battles)),
            ])
          })),
    ])
  }

  private static func outcomes(_ outcomes: Reading.Outcomes) -> JSONValue {
    .object([
      Field("a", .integer(outcomes.a)), Field("b", .integer(outcomes.b)),
      Field("ties", .integer(outcomes.ties)), Field("both_bad", .integer(outcomes.bothBad)),
    ])
  }
}
