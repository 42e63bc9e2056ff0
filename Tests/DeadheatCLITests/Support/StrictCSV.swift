/// A reader of CSV that takes RFC 4180 with newlines and nothing else, written for these tests.
enum StrictCSV {
  struct Malformed: Error {}

  /// The records of `text`, all as long as the first.
  static func records(_ text: String) throws -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [Unicode.Scalar] = []
    var scalars = Array(text.unicodeScalars)[...]
    func string(_ scalars: [Unicode.Scalar]) -> String {
      String(String.UnicodeScalarView(scalars))
    }
    while !scalars.isEmpty {
      field = []
      if scalars.first == "\"" {
        scalars.removeFirst()
        while true {
          guard let scalar = scalars.popFirst() else { throw Malformed() }
          guard scalar == "\"" else {
            field.append(scalar)
            continue
          }
          guard scalars.first == "\"" else { break }
          scalars.removeFirst()
          field.append("\"")
        }
      } else {
        while let scalar = scalars.first, scalar != ",", scalar != "\n" {
          guard scalar != "\"", scalar != "\r" else { throw Malformed() }
          field.append(scalar)
          scalars.removeFirst()
        }
      }
      record.append(string(field))
      guard let end = scalars.popFirst(), end == "," || end == "\n" else { throw Malformed() }
      if end == "\n" {
        guard records.first.map({ $0.count == record.count }) ?? true else { throw Malformed() }
        records.append(record)
        record = []
      }
    }
    guard record.isEmpty else { throw Malformed() }
    return records
  }

  /// The values of the column headed `heading`.
  static func column(_ heading: String, _ text: String) throws -> [String] {
    let records = try records(text)
    guard let header = records.first, let index = header.firstIndex(of: heading) else {
      throw Malformed()
    }
    return records.dropFirst().map { $0[index] }
  }
}
