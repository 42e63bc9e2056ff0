internal import Battles
internal import SafeText

/// Names that are different bytes and may be meant as one name, or be meant to be taken for one.
enum SimilarNames {
  /// One warning where names differ only by case, spaces, Unicode normal form, hidden characters or
  /// letters that look alike, naming up to three pairs.
  ///
  /// - Parameter names: distinct as bytes, in byte order.
  static func warnings(_ names: [String]) -> [Warning] {
    // Strings are equal here whenever Unicode calls them canonically equivalent.
    var firstWithKey: [String: String] = [:]
    var firstWithLook: [String: String] = [:]
    var pairs: [(String, String)] = []
    for name in names {
      let key = LookAlikes.visibleKey(name)
      let look = LookAlikes.lookKey(name)
      if let first = firstWithKey[key] ?? firstWithLook[look] { pairs.append((first, name)) }
      if firstWithKey[key] == nil { firstWithKey[key] = name }
      if firstWithLook[look] == nil { firstWithLook[look] = name }
    }
    guard !pairs.isEmpty else { return [] }
    let shown = pairs.prefix(Mention.most).map { pair in
      let (first, second) = LookAlikes.toldApart(pair.0, pair.1)
      return "\(quoted(first)) and \(quoted(second))"
    }
    let more = pairs.count - shown.count
    let rest = more > 0 ? "; and \(more) more pair\(more == 1 ? "" : "s")" : ""
    return [
      Warning(
        .similarNames,
        "Names that differ only by case, spaces, Unicode normal form, hidden characters or letters that "
          + "look alike are different models: \(shown.joined(separator: "; "))\(rest).")
    ]
  }
}
