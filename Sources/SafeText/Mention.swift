/// Names and words of other people within a message of ours: visible, short, and few.
package enum Mention {
  /// The columns that a name has in a message; longer ones lose their middle.
  package static let width = 60
  /// How many names a message lists; the rest are counted.
  package static let most = 3

  /// `name` as it stands among our words.
  package static func name(_ name: String) -> String {
    Shortening.shortened(VisibleText.of(name), to: width)
  }

  /// The same in single quotes.
  package static func quoted(_ name: String) -> String { "'\(Self.name(name))'" }

  /// A path, which the reader may want whole: shortened only where it is very long.
  package static func path(_ path: String) -> String {
    Shortening.shortened(VisibleText.of(path), to: 300)
  }

  /// `shown`, which are fit to print, as all that there are: "a", "a and b" or "a, b and c".
  package static func conjunction(_ shown: [String]) -> String { sentence(shown, "and") }

  /// `shown`, which are fit to print, as all that may be: "a", "a or b" or "a, b or c".
  package static func alternatives(_ shown: [String]) -> String { sentence(shown, "or") }

  private static func sentence(_ shown: [String], _ conjunction: String) -> String {
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return "\(shown.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }

  /// `shown`, which are fit to print, the first of `count`: "a, b, c and 7 more".
  package static func list(_ shown: some Sequence<String>, of count: Int) -> String {
    let shown = Array(shown)
    let list = shown.joined(separator: ", ")
    return count > shown.count ? "\(list) and \(count - shown.count) more" : list
  }

  /// The first few of `names`, unquoted, and the number of the others.
  package static func names(_ names: some Collection<String>, most: Int = most) -> String {
    list(names.prefix(most).map(name), of: names.count)
  }

  /// The first few of `names` in single quotes, as a choice: "'a' or 'b'".
  package static func choice(_ names: some Collection<String>, most: Int = most) -> String {
    names.prefix(most).map(quoted).joined(separator: " or ")
  }
}
