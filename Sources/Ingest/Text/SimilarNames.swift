internal import Battles

/// Names that are different bytes and may be meant as one name.
enum SimilarNames {
  /// One warning where names differ only by case, spaces or Unicode normal form, naming up to
  /// three pairs.
  ///
  /// - Parameter names: distinct as bytes, in byte order.
  static func warnings(_ names: [String]) -> [Warning] {
    // Strings are equal here whenever Unicode calls them canonically equivalent.
    var firstWithKey: [String: String] = [:]
    var pairs: [(String, String)] = []
    for name in names {
      let key = String(
        String.UnicodeScalarView(name.unicodeScalars.filter { !$0.properties.isWhitespace })
      ).lowercased()
      if let first = firstWithKey[key] {
        pairs.append((first, name))
      } else {
        firstWithKey[key] = name
      }
    }
    guard !pairs.isEmpty else { return [] }
    let shown = pairs.prefix(3).map { "\(quoted($0)) and \(quoted($1))" }.joined(separator: "; ")
    let rest =
      pairs.count > 3 ? "; and \(pairs.count - 3) more pair\(pairs.count == 4 ? "" : "s")" : ""
    return [
      Warning(
        .similarNames,
        "Names that differ only by case, spaces or Unicode normal form are different models: "
          + shown + rest + ".")
    ]
  }
}
