/// Names as tables of this program show them: isolated where they run from right to left, with what cannot be
/// seen written out as `\u{…}`. Other letters behind a backslash stay: `C:\new` is a name as it is.
enum OwnName {
  /// The name that is shown as `text`.
  static func read(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var name = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\u{2068}" || scalar == "\u{2069}" {
        index += 1
        continue
      }
      guard scalar == "\\", let (found, length) = escape(scalars[(index + 1)...]) else {
        name.append(scalar)
        index += 1
        continue
      }
      name.append(found)
      index += 1 + length
    }
    return String(name)
  }

  /// The character that is written out behind a backslash, and how many characters write it.
  private static func escape(
    _ rest: ArraySlice<Unicode.Scalar>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    switch rest.first {
    case "u":
      guard rest.dropFirst().first == "{",
        let end = rest.prefix(10).firstIndex(of: "}")
      else { return nil }
      let digits = rest[(rest.startIndex + 2)..<end].reduce(into: "") {
        $0.unicodeScalars.append($1)
      }
      guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
        return nil
      }
      return (scalar, end + 1 - rest.startIndex)
    default: return nil
    }
  }
}
