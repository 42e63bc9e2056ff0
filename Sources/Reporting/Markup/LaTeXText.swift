/// Escapes text for LaTeX, so that it is typeset as the text that it is.
///
/// Letters beyond ASCII pass through as UTF-8, which LaTeX has read since 2018; Greek ones have no
/// glyph in its usual fonts, so that those of our own words are set as mathematics.
enum LaTeXText {
  /// The words and names of `prose`; names are printable.
  static func text(_ prose: Prose) -> String {
    prose.runs.reduce(into: "") { text, run in
      switch run {
      case .words(let words): text += escaped(words)
      case .name(let name): text += self.name(name)
      }
    }
  }

  /// A name, printable and escaped. It is not isolated where it runs from right to left: fonts have
  /// no glyph for isolates. Spaces at its ends and next to one another, which LaTeX drops, are kept.
  static func name(_ name: String) -> String {
    let parts = PrintableName.visible(name).unicodeScalars.split(
      separator: " ", omittingEmptySubsequences: false)
    var text = parts.first.map { escaped(String($0)) } ?? ""
    for (index, part) in parts.enumerated().dropFirst() {
      let isBetweenWords = !parts[index - 1].isEmpty && !part.isEmpty
      text += isBetweenWords ? " " : "\\nobreakspace{}"
      text += escaped(String(part))
    }
    return text
  }

  /// `text` with a command for every character that is none of its own in LaTeX.
  ///
  /// Neighbouring hyphens and commas are kept apart, since fonts join them to a dash or a quote;
  /// brackets and a star are grouped, since a row that starts with one would be read as an argument
  /// of the `\\` before it.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let command = commands[scalar] {
        escaped += command
      } else {
        if scalar == previous, scalar == "-" || scalar == "," { escaped += "{}" }
        escaped.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return escaped
  }

  /// Straight quotes are written by their code, which packages that make them active do not see.
  private static let commands: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "&": "\\&", "%": "\\%", "$": "\\$",
    "#": "\\#", "_": "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", "\"": "\\char34{}",
    "'": "\\textquotesingle{}", "`": "\\textasciigrave{}", "[": "{[}", "]": "{]}", "*": "{*}",
    "“": "``", "”": "''", "’": "'", "–": "--", "−": "$-$", "…": "\\ldots{}", "∞": "$\\infty$",
    "•": "\\textbullet{}", "·": "$\\cdot$", "τ": "$\\tau$", "ρ": "$\\rho$",
  ]
}
