/// Escapes text for Markdown (CommonMark 0.31 with GitHub's tables and strikethrough), so that it is
/// read as the text that it is.
enum MarkdownText {
  /// The words and names of `prose`; names are printable.
  static func text(_ prose: Prose) -> String {
    prose.runs.reduce(into: "") { text, run in
      switch run {
      case .words(let words): text += escaped(words)
      case .name(let name): text += self.name(name)
      }
    }
  }

  /// A name: printable, escaped, and safe at the start of a line, where `#` would make a heading and
  /// `-` or `1.` a list. Spaces at its ends, which Markdown trims, do not break.
  static func name(_ name: String) -> String {
    let visible = PrintableName.isolated(PrintableName.visible(name))
    let inner = visible.unicodeScalars.drop { $0 == " " }
    let leading = visible.unicodeScalars.count - inner.count
    var text = escaped(String(Substring(inner)))
    var trailing = 0
    while text.utf8.last == UInt8(ascii: " ") {
      text.removeLast()
      trailing += 1
    }
    let spaces = (leading, trailing)
    return String(repeating: "&nbsp;", count: spaces.0) + safeAtStart(text)
      + String(repeating: "&nbsp;", count: spaces.1)
  }

  /// `text` with a backslash before every character that Markdown may read as markup.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      if special.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
  }

  private static let special: Set<Unicode.Scalar> = [
    "\\", "|", "*", "_", "`", "<", ">", "[", "]", "&", "~", "$",
  ]

  private static func safeAtStart(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    if "#-+=".unicodeScalars.contains(first) { return "\\" + text }
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty, digits.endIndex < text.endIndex else { return text }
    let rest = text.unicodeScalars[digits.endIndex...]
    guard rest.first == "." || rest.first == ")", rest.dropFirst().first ?? " " == " " else {
      return text
    }
    return text[..<digits.endIndex] + "\\" + text[digits.endIndex...]
  }
}
