internal import SafeText

/// Breaks running text into lines.
enum LineWrap {
  /// The lines of `text`, broken at spaces so that each takes at most `width` columns; a single
  /// word that is wider stands alone.
  ///
  /// - Parameters:
  ///   - indent: the spaces before the first line.
  ///   - hanging: the spaces before every further line.
  static func lines(_ text: String, width: Int, indent: Int = 0, hanging: Int = 0) -> [String] {
    lines(words(text), width: width, indent: indent, hanging: hanging)
  }

  /// The lines of `words`, none of which is broken.
  static func lines(_ words: [String], width: Int, indent: Int, hanging: Int) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var used = indent
    var isEmpty = true
    for word in words {
      let wordWidth = DisplayWidth.of(word)
      if !isEmpty, used + 1 + wordWidth > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging) + word
        used = hanging + wordWidth
      } else {
        line += isEmpty ? word : " " + word
        used += isEmpty ? wordWidth : 1 + wordWidth
      }
      isEmpty = false
    }
    return lines + [line]
  }

  /// The parts between spaces. An isolated name is one part even with spaces in it, because an
  /// isolate ends with its line.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "\u{2068}" { depth += 1 }
      if scalar == "\u{2069}" { depth -= 1 }
      if scalar == " ", depth == 0 {
        words.append(word)
        word = ""
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    return words + [word]
  }
}
