import Battles
import SafeText

/// A model's name that does not occur, in words.
enum UnknownName {
  /// What to tell of `name`, which is not in `roster`.
  static func message(_ name: String, _ roster: Roster) -> String {
    let what = "no model is named \(Mention.quoted(name))"
    let similar = nearest(to: name, among: roster.names)
    guard similar.isEmpty else { return "\(what); \(didYouMean(Mention.choice(similar)))" }
    let few = roster.names.prefix(5).map(Mention.name).joined(separator: ", ")
    let more = roster.count > 5 ? ", … (\(roster.count) models)" : ""
    return "\(what); there are \(few)\(more)"
  }
}
