internal import SafeText

/// Makes the name of a model safe and clear to print: names come from files that anyone may write.
///
/// What cannot be seen or would do harm is written out. Names in right-to-left scripts are isolated, so
/// that they do not reorder the columns next to them. CSV and JSON carry names intact.
enum PrintableName {
  /// `name` with what cannot be seen, or would do harm, written out.
  static func visible(_ name: String) -> String {
    name.isEmpty ? "\"\"" : VisibleText.of(name)
  }

  /// `name`, visible, in at most `width` columns and isolated where it runs from right to left.
  static func text(_ name: String, width: Int, ellipsis: String = "…") -> String {
    isolated(Shortening.shortened(visible(name), to: width, ellipsis: ellipsis))
  }

  /// `text`, isolated where it runs from right to left.
  static func isolated(_ text: String) -> String {
    text.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
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
