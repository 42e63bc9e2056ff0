/// Forms of input: those that are read, and those that are recognised and not read here, each with
/// the way out.
///
/// The seam for further readers: what one of them takes over leaves the list.
enum InputForm {
  /// Rows of fields between delimiters, below a header.
  case delimited
  /// JSON or JSON Lines.
  case json
  /// Chess games as PGN.
  case pgn

  private static let schemes: [(prefix: String, form: String)] = [
    ("s3://", "an object in S3"), ("hf://", "a Hugging Face data set"),
    ("gs://", "an object in Google Cloud Storage"), ("http://", "a web address"),
    ("https://", "a web address"), ("postgres:", "a PostgreSQL table"),
    ("postgresql:", "a PostgreSQL table"),
  ]

  private static let magics: [(bytes: [UInt8], form: String, remedy: String)] = [
    ([0x1F, 0x8B], "gzip", "decompress it: gzip -dc FILE | deadheat COMMAND -"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd", "decompress it: zstd -dc FILE | deadheat COMMAND -"),
    (Array("BZh".utf8), "bzip2", "decompress it: bzip2 -dc FILE | deadheat COMMAND -"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz", "decompress it: xz -dc FILE | deadheat COMMAND -"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive or a workbook", "unpack it, or export it as CSV"),
    (
      Array("{|".utf8), "a table in the markup of MediaWiki",
      "copy the table from the page as a browser shows it, or save it as CSV"
    ),
    (Array("PAR1".utf8), "Parquet", convert),
    (Array("ARROW1".utf8), "Arrow", convert),
    (Array("SQLite format 3".utf8), "an SQLite database", "export the table as CSV"),
  ]

  private static let convert =
    "convert it to CSV: duckdb -c \"COPY (FROM 'FILE') TO 'FILE.csv'\""

  /// Whether `file` is an address and not a path.
  ///
  /// - Throws: `IngestError.unsupportedForm` where it is.
  static func check(path file: String) throws(IngestError) {
    let folded = asciiLowercased(file)
    for scheme in schemes where folded.utf8.starts(with: scheme.prefix.utf8) {
      throw .unsupportedForm(
        file: file, form: scheme.form, remedy: "download it as CSV and name the file")
    }
  }

  /// The form of an input that has not been read from; its first bytes are then in the window, as UTF-8
  /// where they were UTF-16.
  ///
  /// - Throws: `IngestError` where the form is not read, or the encoding is another one.
  static func recognized(_ buffer: inout InputBuffer) throws(IngestError) -> InputForm {
    try fill(&buffer)
    try decode(&buffer)
    try fill(&buffer)
    try checkMarks(buffer.storage.span, count: buffer.end, file: buffer.file)
    if try isPGN(&buffer) { return .pgn }
    let first = firstCharacter(buffer.storage.span, count: buffer.end)
    guard first < buffer.end else { return .delimited }
    let window = buffer.storage.span
    let byte = window[first]
    if byte == ASCII.openBracket {
      return isLink(window, at: first, count: buffer.end) ? .delimited : .json
    }
    return byte == ASCII.openBrace ? .json : .delimited
  }

  /// Whether a bracket opens a link of Markdown, as in `[text](address)`, and no array.
  private static func isLink(_ window: Span<UInt8>, at bracket: Int, count: Int) -> Bool {
    var index = bracket + 1
    while index + 1 < count, !ASCII.isLineEnd(window[index]), window[index] != ASCII.quote {
      if window[index] == ASCII.closeBracket, window[index + 1] == UInt8(ascii: "(") { return true }
      index += 1
    }
    return false
  }

  /// Reads until the longest mark of a form would be in the window, which is 15 bytes; a window may be
  /// shorter than that, or blank.
  private static func fill(_ buffer: inout InputBuffer) throws(IngestError) {
    while !buffer.isComplete {
      let first = firstCharacter(buffer.storage.span, count: buffer.end)
      guard buffer.end < first + 16, try buffer.refill() else { return }
    }
  }

  /// Has UTF-16 decoded, which a byte order mark tells.
  private static func decode(_ buffer: inout InputBuffer) throws(IngestError) {
    let end = buffer.end
    for mark in [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]] as [[UInt8]]
    where begins(buffer.storage.span, end, mark) {
      throw .wrongEncoding(
        file: buffer.file, what: "it is UTF-32",
        remedy: "save it as UTF-8: iconv -f UTF-32 -t UTF-8")
    }
    let isBigEndian = begins(buffer.storage.span, end, [0xFE, 0xFF])
    if isBigEndian || begins(buffer.storage.span, end, [0xFF, 0xFE]) {
      try buffer.decodeUTF16(isBigEndian: isBigEndian)
    }
  }

  /// Whether the input begins with a tag of a chess game, reading on as far as that takes.
  private static func isPGN(_ buffer: inout InputBuffer) throws(IngestError) -> Bool {
    while true {
      let start = byteOrderMarkLength(buffer.storage.span, count: buffer.end)
      let found = PGNTag.begins(
        buffer.storage.span, from: start, to: buffer.end, isComplete: buffer.isComplete)
      if let found { return found }
      guard try buffer.refill() else { return false }
    }
  }

  /// The place of the first byte that is neither white space nor part of a byte order mark.
  private static func firstCharacter(_ window: Span<UInt8>, count: Int) -> Int {
    var start = byteOrderMarkLength(window, count: count)
    while start < count, ASCII.isBlank(window[start]) || ASCII.isLineEnd(window[start]) {
      start += 1
    }
    return start
  }

  /// Looks at the first bytes of delimited text.
  ///
  /// - Throws: `IngestError` where they belong to another form or to another encoding.
  static func check(_ window: Span<UInt8>, count: Int, file: String) throws(IngestError) {
    try checkMarks(window, count: count, file: file)
    for index in 0..<min(count, 4096) where window[index] == 0 {
      throw .wrongEncoding(
        file: file, what: "it has a NUL byte at offset \(index): it is no text in UTF-8",
        remedy: "expected CSV; save it as UTF-8")
    }
  }

  /// Looks for the marks of other forms.
  private static func checkMarks(
    _ window: Span<UInt8>, count: Int, file: String
  ) throws(IngestError) {
    let start = firstCharacter(window, count: count)
    for magic in magics where begins(window, count, magic.bytes, at: start) {
      throw .unsupportedForm(file: file, form: magic.form, remedy: magic.remedy)
    }
    if begins(window, count, Array("DUCK".utf8), at: 8) {
      throw .unsupportedForm(
        file: file, form: "a DuckDB database", remedy: "export the table as CSV")
    }
  }

  /// The length of the UTF-8 byte order mark, 0 where there is none.
  static func byteOrderMarkLength(_ window: Span<UInt8>, count: Int) -> Int {
    begins(window, count, [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func begins(
    _ window: Span<UInt8>, _ count: Int, _ bytes: [UInt8], at start: Int = 0
  ) -> Bool {
    guard count - start >= bytes.count else { return false }
    for index in bytes.indices where window[start + index] != bytes[index] { return false }
    return true
  }
}
