/// A small reader of GitHub's pipe tables for tests, written apart from the writer.
enum PipeTableReader {
  /// A table: alignments are `l` or `r`.
  struct Table: Equatable {
    var alignments = ""
    var headings: [String] = []
    var rows: [[String]] = []
  }

  /// The tables in `text`, in order.
  static func tables(_ text: String) -> [Table] {
    var tables: [Table] = []
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("|") {
        lines.append(line)
      } else if !lines.isEmpty {
        tables.append(table(lines))
        lines = []
      }
    }
    return tables
  }

  private static func table(_ lines: [String]) -> Table {
    guard lines.count >= 2 else { return Table() }
    let alignments = cells(lines[1]).map { $0.hasSuffix(":") ? "r" : "l" }.joined()
    return Table(
      alignments: alignments, headings: cells(lines[0]), rows: lines.dropFirst(2).map(cells))
  }

  /// The cells of a line, without the spaces around them and with escapes resolved.
  static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars.dropFirst() {
      if isEscaped {
        cell.append("\\")
        cell.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "|" {
        cells.append(unescaped(String(cell)))
        cell = String.UnicodeScalarView()
      } else {
        cell.append(scalar)
      }
    }
    return cells
  }

  private static func unescaped(_ cell: String) -> String {
    var scalars = Array(cell.unicodeScalars)
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    var text = ""
    var isEscaped = false
    for scalar in scalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
      } else {
        // An ampersand with a backslash starts no entity; \u{FFFF} stands for it until the end.
        text.unicodeScalars.append(isEscaped && scalar == "&" ? "\u{FFFF}" : scalar)
        isEscaped = false
      }
    }
    let spaced = text.split(separator: "&nbsp;", omittingEmptySubsequences: false)
    return spaced.joined(separator: " ")
      .split(separator: "\u{FFFF}", omittingEmptySubsequences: false).joined(separator: "&")
  }
}
