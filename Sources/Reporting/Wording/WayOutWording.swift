package import EloInference
import SafeText

/// Ways out as words that can be typed: every option that is told was tried on the same battles.
package enum WayOutWording {
  /// The most models of a group that are named.
  private static let mostNamed = 3

  /// "; ways out: …", or nothing where there is none.
  ///
  /// - Parameter option: one that was given and must be left out.
  package static func afterSemicolon(_ ways: [WayOut], inPlaceOf option: String? = nil) -> String {
    let parts = ways.filter(canBeTyped).map(text)
    guard !parts.isEmpty else { return "" }
    let place = option.map { " in place of that \($0)" } ?? ""
    return "; \(parts.count == 1 ? "a way" : "ways") out\(place): " + parts.joined(separator: "; ")
  }

  /// The same as sentences' ends: "--component largest, which keeps a and b (9 battles)".
  static func list(_ ways: [WayOut]) -> String? {
    let parts = ways.filter(canBeTyped).map(text)
    guard let last = parts.last else { return nil }
    return parts.count == 1 ? last : parts.dropLast().joined(separator: "; ") + "; or " + last
  }

  /// Whether some way is to keep a group of models.
  static func keepsGroup(_ ways: [WayOut]) -> Bool {
    ways.contains { way in
      switch way {
      case .largest, .holding: true
      case .excluding, .prior, .provisionalBelow: false
      }
    }
  }

  private static func text(_ way: WayOut) -> String {
    switch way {
    case .largest(let group): "--component largest keeps \(words(group))"
    case .holding(let name, let group):
      "\(ShellWord.option("--component", name)) keeps \(words(group))"
    case .excluding(let names):
      names.map { ShellWord.option("--exclude", $0) }.joined(separator: " ") + " keeps the others"
    case .prior(let battles):
      "--prior \(DecimalFormat.shortest(battles)) adds virtual battles, on which these ratings then rest"
    case .provisionalBelow(let battles): "--provisional \(battles) asks for fewer battles"
    }
  }

  private static func words(_ group: WayOut.Group) -> String {
    let shown = group.models.prefix(mostNamed).map(Mention.name)
    let rest = group.models.count - shown.count
    let names =
      rest > 0
      ? shown.joined(separator: ", ") + " and \(rest) more"
      : shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
    return "\(names) (\(CountFormat.text(group.battles, "battle", "battles")))"
  }

  /// Whether a way can be typed as it is told: not where a model is called as a choice of the option is, or
  /// its name cannot be seen whole in a message.
  private static func canBeTyped(_ way: WayOut) -> Bool {
    switch way {
    case .holding(let name, _): name != "all" && name != "largest" && Mention.name(name) == name
    case .excluding(let names): names.allSatisfy { Mention.name($0) == $0 }
    case .largest, .prior, .provisionalBelow: true
    }
  }
}
