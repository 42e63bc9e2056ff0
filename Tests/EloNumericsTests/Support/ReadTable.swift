import TestSupport

/// The rows of a small file of real data, header first, split at commas outside double quotes.
func readTable(_ name: String) throws -> [[String]] {
  try RealData.text(name).split(separator: "\n").map { line in
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
