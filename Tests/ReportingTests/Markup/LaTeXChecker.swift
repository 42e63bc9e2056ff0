/// Reads LaTeX as TeX's eyes and mouth would, as far as a table needs it, written apart from the
/// writer.
enum LaTeXChecker {
  /// What is wrong with `text`: braces or environments that do not match, characters that mean
  /// something where they should not, tabs and rows of different lengths, and unknown commands.
  static func faults(_ text: String) -> [String] {
    var faults: [String] = []
    var environments: [String] = []
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("%") {
      let tokens = tokens(line)
      var depth = 0
      var isMath = false
      for token in tokens {
        switch token {
        case "{": depth += 1
        case "}": depth -= 1
        case "$": isMath.toggle()
        case "#", "_", "^", "~", "%", "\"", "<", ">", "|": faults.append("bare \(token): \(line)")
        default:
          if token.hasPrefix("\\"), !commands.contains(token) { faults.append("\(token): \(line)") }
        }
        if depth < 0 { faults.append("too many }: \(line)") }
      }
      if depth != 0 { faults.append("braces: \(line)") }
      if isMath { faults.append("math: \(line)") }
      let joined = tokens.joined()
      if tokens.first(where: { $0 != " " }) == "[" || joined.contains("\\\\[") {
        faults.append("an argument of the row before: \(line)")
      }
      if joined.contains("\\begin{") { environments.append(environment(joined)) }
      if joined.contains("\\end{"), environments.popLast() != environment(joined) {
        faults.append("environments: \(line)")
      }
      if environments.last == "tabular", joined.hasSuffix("\\\\"), !joined.contains("\\multicol"),
        ![6, 8].contains(cells(line).count)
      {
        faults.append("cells: \(line)")
      }
    }
    return environments.isEmpty ? faults : faults + ["open: \(environments)"]
  }

  /// The cells of a row.
  static func cells(_ line: String) -> [[String]] {
    tokens(line).split(separator: "&", omittingEmptySubsequences: false).map(Array.init)
  }

  /// Commands with their backslash, and single characters.
  private static func tokens(_ line: String) -> [String] {
    var tokens: [String] = []
    var scalars = line.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\\" else {
        tokens.append(String(scalar))
        continue
      }
      let letters = scalars.prefix { $0.properties.isAlphabetic && $0.isASCII }
      let name = letters.isEmpty ? scalars.prefix(1) : letters
      scalars = scalars.dropFirst(name.count)
      tokens.append("\\" + String(name))
    }
    return tokens
  }

  private static func environment(_ line: String) -> String {
    let parts = line.split { $0 == "{" || $0 == "}" }
    return parts.count > 1 ? String(parts[1]) : ""
  }

  private static let commands: Set<String> = [
    "\\begin", "\\end", "\\centering", "\\caption", "\\label", "\\toprule", "\\midrule",
    "\\bottomrule", "\\multicolumn", "\\footnotesize", "\\quad", "\\textbf", "\\medskip",
    "\\smallskip", "\\small", "\\setlength",
    "\\tabcolsep",
    "\\linewidth", "\\par", "\\\\", "\\{", "\\}", "\\&", "\\%", "\\$", "\\#", "\\_",
    "\\textbackslash", "\\textasciitilde", "\\textasciicircum", "\\textless", "\\textgreater",
    "\\textbar", "\\char", "\\textquotesingle", "\\textasciigrave", "\\nobreakspace", "\\ldots",
    "\\infty", "\\textbullet", "\\cdot",
  ]
}
