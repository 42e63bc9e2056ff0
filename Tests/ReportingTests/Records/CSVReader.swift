/// A small reader of CSV (RFC 4180) for tests, written apart from the writer.
///
/// A `nil` is a field without characters and without quotes.
enum CSVReader {
  static func rows(_ text: String) -> [[String?]] {
    var rows: [[String?]] = []
    var row: [String?] = []
    var field = String.UnicodeScalarView()
    var wasQuoted = false
    var isQuoted = false
    var pending = text.unicodeScalars.makeIterator()
    var next = pending.next()

    func finished() -> String? { field.isEmpty && !wasQuoted ? nil : String(field) }

    while let scalar = next {
      next = pending.next()
      if isQuoted {
        if scalar == "\"" {
          if next == "\"" {
            field.append(scalar)
            next = pending.next()
          } else {
            isQuoted = false
          }
        } else {
          field.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"":
        (isQuoted, wasQuoted) = (true, true)
      case ",", "\n":
        row.append(finished())
        (field, wasQuoted) = (String.UnicodeScalarView(), false)
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      default: field.append(scalar)
      }
    }
    return rows
  }
}
