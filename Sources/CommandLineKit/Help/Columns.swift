/// Two columns: names on the left, descriptions wrapped on the right. A name that is too long for
/// its column gets a line of its own.
func twoColumns(_ rows: [(name: String, text: String)], width: Int, column: Int) -> [String] {
  let margin = String(repeating: " ", count: column)
  return rows.flatMap { row in
    let name = "  " + row.name
    let text = wrapped(row.text, width: width - column)
    guard let first = text.first else { return [name] }
    let rest = text.dropFirst().map { margin + $0 }
    if name.count + 2 > column { return [name, margin + first] + rest }
    return [name + margin.dropFirst(name.count) + first] + rest
  }
}

/// The width of the left column for `names`: as wide as the longest that leaves most of the line
/// to the descriptions.
func columnWidth(for names: [String], width: Int) -> Int {
  let limit = max(16, min(32, width * 2 / 5))
  let fitting = names.map { $0.count + 4 }.filter { $0 <= limit }
  return fitting.max() ?? limit
}
