/// Makes the name of a model safe and clear to print: names come from files that anyone may write.
///
/// Control characters could recolour or overwrite the terminal, and bidirectional overrides could
/// make a name read as another; both are written out as escapes. Names in right-to-left scripts are
/// isolated, so that they do not reorder the columns next to them. CSV and JSON carry names intact.
package enum PrintableName {
  /// `name` with what cannot be seen, or would do harm, written out.
  package static func visible(_ name: String) -> String {
    if name.isEmpty { return "\"\"" }
    if name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return name }
    var text = ""
    for scalar in name.unicodeScalars {
      if isHidden(scalar) {
        text += escape(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// `name`, visible, in at most `width` columns and isolated where it runs from right to left.
  static func text(_ name: String, width: Int, ellipsis: String = "…") -> String {
    isolated(shortened(visible(name), to: width, ellipsis: ellipsis))
  }

  /// `text` with `ellipsis` for its middle, where it takes more than `width` columns.
  ///
  /// The end stays because names of models differ there, by size, date or variant. Clusters are not
  /// cut, so the result may be a column narrower.
  package static func shortened(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard DisplayWidth.of(text) > width else { return text }
    let room = width - DisplayWidth.of(ellipsis)
    return shortened(text, to: width, ellipsis: ellipsis, tailWidth: tailWidth(ofRoom: room))
  }

  /// How many of the columns that are left beside an ellipsis the end of a name has.
  static func tailWidth(ofRoom room: Int) -> Int { room * 2 / 5 }

  /// The same with `tailWidth` columns for the end.
  static func shortened(
    _ text: String, to width: Int, ellipsis: String, tailWidth: Int
  ) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    let room = width - DisplayWidth.of(ellipsis)
    let head = prefix(of: text, width: room - tailWidth)
    let tail = prefix(of: text.reversed(), width: tailWidth)
    return String(head) + ellipsis + String(tail.reversed())
  }

  /// The first clusters of `text` that fit in `width` columns.
  static func prefix(of text: some Sequence<Character>, width: Int) -> [Character] {
    var taken: [Character] = []
    var used = 0
    for cluster in text {
      used += DisplayWidth.of(cluster)
      guard used <= width else { break }
      taken.append(cluster)
    }
    return taken
  }

  /// `text`, isolated where it runs from right to left.
  static func isolated(_ text: String) -> String {
    text.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
  }

  /// Whether a scalar is a control, breaks the line, steers the direction or is invisible; joiners,
  /// which emoji and Persian need, and direction marks, which only help, are not.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    default: break
    }
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069: return true  // embeddings, overrides, isolates
    case 0xAD, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: return true
    default: return false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  /// Whether a scalar lies in the blocks of the right-to-left scripts.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: true
    case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
