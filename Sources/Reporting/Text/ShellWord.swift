/// Words as a POSIX shell takes them.
enum ShellWord {
  /// An option with its value, which may begin with a dash.
  static func option(_ name: String, _ value: String) -> String {
    value.hasPrefix("-") ? "\(name)=\(quoted(value))" : "\(name) \(quoted(value))"
  }

  /// `text` as one word: as it is, or between single quotes.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"):
        true
      default: false
      }
    }
    if isPlain, !text.isEmpty { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
