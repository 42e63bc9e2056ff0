/// Which characters our own words may use on a terminal; the names of models stay as they are.
package enum CharacterRange: Sendable, Equatable {
  /// All of Unicode.
  case unicode
  /// ASCII, for terminals that would garble anything else.
  case ascii

  /// What the locale allows: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set and not empty
  /// decides, as POSIX has it (Base Definitions, 8.2).
  ///
  /// Where none is set nothing says that the terminal is not UTF-8, and today it is: containers and
  /// bare shells set none. A locale that names no encoding, such as `C`, is not UTF-8.
  package init(environment: (String) -> String?) {
    let variables = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = variables.lazy.compactMap(environment).first(where: { !$0.isEmpty }) else {
      self = .unicode
      return
    }
    let bytes = Array(locale.lowercased().utf8)
    let isUTF8 = ["utf-8", "utf8"].contains { name in
      let name = Array(name.utf8)
      return bytes.indices.contains { bytes[$0...].starts(with: name) }
    }
    self = isUTF8 ? .unicode : .ascii
  }

  /// What stands for the middle of a name that is too long.
  var ellipsis: String { spelled("…") }

  /// Our own `text` in these characters.
  func spelled(_ text: String) -> String {
    guard self == .ascii, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.unicodeScalars.reduce(into: "") { spelled, scalar in
      spelled += scalar.isASCII ? String(scalar) : Self.substitutes[scalar] ?? "?"
    }
  }

  /// ASCII for each character beyond it that our words contain.
  private static let substitutes: [Unicode.Scalar: String] = [
    "•": "*", "·": "|", "–": "-", "—": "-", "−": "-", "“": "\"", "”": "\"", "’": "'", "…": "...",
    "∞": "inf",
    "τ": "tau", "ρ": "rho",
  ]
}
