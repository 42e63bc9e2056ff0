internal import SafeText

/// Breaks `text` into lines of at most `width` columns, between words; a longer word gets a line of its
/// own, unbroken.
///
/// - Parameter indent: Stands before every line but the first, for which the caller has room.
func wrapped(_ text: String, width: Int, indent: String = "") -> [String] {
  wrapped(words: text.split(whereSeparator: \.isWhitespace), width, indent)
}

/// The same of words, of which none is changed: an empty one leaves its space.
func wrapped(words: [Substring], _ width: Int, _ indent: String) -> [String] {
  var lines: [String] = []
  var line: String?
  var used = 0
  for word in words {
    let size = DisplayWidth.of(String(word))
    if let full = line, used + 1 + size > width {
      lines.append(full)
      line = nil
    }
    if let started = line {
      line = started + " " + word
      used += 1 + size
    } else {
      line = (lines.isEmpty ? "" : indent) + word
      used = (lines.isEmpty ? 0 : indent.count) + size
    }
  }
  if let line { lines.append(line) }
  return lines
}

/// Reflows prose: lines without indent run together into paragraphs, blank lines part them, and
/// indented lines (tables, commands) stay as they are.
func reflowed(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var paragraph = ""
  func close() {
    lines += wrapped(paragraph, width: width)
    paragraph = ""
  }
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.isEmpty || line.first == " " {
      close()
      lines.append(String(line))
    } else {
      paragraph += line + " "
    }
  }
  close()
  while lines.last == "" { lines.removeLast() }
  return lines
}

/// Breaks a command line between words, never inside quotes, with the backslashes that keep it
/// one command when it is copied.
func wrappedCommand(_ line: String, width: Int, indent: String, hanging: String) -> [String] {
  var words: [String] = []
  var word = ""
  var quote: Character?
  for character in line {
    if character == " ", quote == nil {
      words.append(word)
      word = ""
      continue
    }
    if character == quote {
      quote = nil
    } else if quote == nil, character == "'" || character == "\"" {
      quote = character
    }
    word.append(character)
  }
  words.append(word)

  var lines: [String] = []
  var current = indent + (words.first ?? "")
  for (index, word) in words.enumerated().dropFirst() {
    let isLast = index == words.count - 1
    // A line that goes on needs two more columns for its backslash.
    if current.count + 1 + word.count + (isLast ? 0 : 2) > width {
      lines.append(current + " \\")
      current = hanging + word
    } else {
      current += " " + word
    }
  }
  return lines + [current]
}
