import Battles
import CommandLineKit
import SafeText

/// A model's name that does not occur, in words.
enum UnknownName {
  /// "; did you mean 'a' or 'b'?", or nothing.
  static func didYouMean(_ names: [String]) -> String {
    names.isEmpty ? "" : "; did you mean \(Mention.choice(names))?"
  }

  /// What to tell of `name`, which is not in `roster`.
  static func message(_ name: String, _ roster: Roster) -> String {
    let similar = nearest(to: name, among: roster.names)
    guard similar.isEmpty else {
      return "no model is named \(Mention.quoted(name))" + didYouMean(similar)
    }
    let few = roster.names.prefix(5).map(Mention.name).joined(separator: ", ")
    let more = roster.count > 5 ? ", … (\(roster.count) models)" : ""
    return "no model is named \(Mention.quoted(name)); there are \(few)\(more)"
  }
}
