import Battles
import EloNumerics
import SafeText

extension Separation {
  /// The most groups, and models of each, that are named.
  private static let mostNamed = 3

  /// Why there is no finite maximum, and who is to blame.
  func message(_ roster: Roster) -> String {
    var reasons: [String] = []
    if isDisconnected {
      reasons.append(
        "the models fall into \(unmet.count) groups that never met: " + list(unmet, roster))
    }
    if !neverLost.isEmpty {
      reasons.append("\(names(neverLost, roster)) never lost or tied a battle")
    }
    if !neverWon.isEmpty {
      reasons.append("\(names(neverWon, roster)) never won or tied a battle")
    }
    // Models that only won or only lost are groups of their own, and were named.
    let alone = Set(neverLost + neverWon)
    let others = groups.filter { $0.models.count > 1 || !alone.contains($0.models[0]) }
    if others.count > unmet.count {
      reasons.append("between these groups one side won everything: " + list(others, roster))
    }
    return "no finite ratings: " + reasons.joined(separator: "; ")
  }

  private func list(_ groups: [ModelGroup], _ roster: Roster) -> String {
    let shown = groups.prefix(Self.mostNamed).map { group in
      let battles = "\(group.battles) \(group.battles == 1 ? "battle" : "battles")"
      return "{\(names(group.models, roster))} (\(battles))"
    }
    let more = groups.count > Self.mostNamed ? " and \(groups.count - Self.mostNamed) more" : ""
    return shown.joined(separator: ", ") + more
  }

  private func names(_ models: [Int], _ roster: Roster) -> String {
    Mention.names(models.map { roster.names[$0] }, most: Self.mostNamed)
  }
}
