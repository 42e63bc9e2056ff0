import Ingest

/// The options that an error offers, one after the other: `--columns …` and `--table …`, as a shell would
/// take them.
func offered(_ error: IngestError?) throws -> [ReadOptions] {
  guard let text = error?.description else { return [] }
  var rest = text[...]
  var all: [ReadOptions] = []
  while let option = rest.firstRange(of: "--") {
    rest = rest[option.upperBound...]
    let name = rest.prefix { $0 != " " }
    rest = rest.dropFirst(name.count + 1)
    let word: Substring
    if rest.first == "'" {
      word = rest.dropFirst().prefix { $0 != "'" }
      rest = rest.dropFirst(word.count + 2)
    } else {
      word = rest.prefix { $0 != " " && $0 != ")" }
      rest = rest.dropFirst(word.count)
    }
    let value = String(word.last == "," ? word.dropLast() : word)
    switch name {
    case "columns" where !value.contains("COLUMN"): all.append(try mapping(value))
    case "table": all.append(options { $0.table = value })
    default: break
    }
  }
  return all
}

extension Substring {
  /// Where `text` stands first.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
