import Battles
import EloNumerics

/// The models without a rank that may be the best: those that are judged for first place, which have enough
/// battles and leave their strength open for all that, because they lost, or won, hardly any against the
/// others; and those outside of the group that was fitted of which nothing is known.
package struct OpenModels: Sendable {
  /// The fit that they are judged by.
  let fit: Fit
  /// The ids of the judged ones that took part in the fit, ascending.
  let members: [Int]
  /// The judged ones that took no part in it, by name.
  let outsiders: [Outsider]
  /// The others that took no part in it, by name: they met the group too seldom, or never.
  let unjudged: [Outsider]

  /// A model outside of the group that was fitted.
  package struct Outsider: Sendable, Equatable {
    /// Its name.
    let name: String
    /// Its battles with models of the group.
    let row: BattleRow
    /// The battles won, lost and tied: those with models of the group where it is judged by them, else all.
    let wins, losses, ties: Int
  }

  /// `nil` where there are none. Where battles came in clusters none is judged: how far verdicts of one judge
  /// hang together cannot be told from so few.
  init?(
    _ fit: Fit, _ cells: Cells, _ outside: Cells?, _ reasons: [ProvisionalReason?],
    _ battles: [Int], _ options: EstimateOptions
  ) {
    guard reasons.contains(where: { $0 == nil }) else { return nil }
    let isJudging = fit.clusters == nil
    let least = max(1, options.provisionalBelow)
    self.fit = fit
    members =
      isJudging ? reasons.indices.filter { reasons[$0] != nil && battles[$0] >= least } : []
    let tallies = outside.map { Self.tallies($0, cells.roster) } ?? []
    let isJudged = tallies.map {
      isJudging && $0.withGroup.row.battles.reduce(0, +) >= Double(least)
    }
    outsiders = tallies.indices.filter { isJudged[$0] }.map { tallies[$0].withGroup }
    unjudged = tallies.indices.filter { !isJudged[$0] }.map { tallies[$0].withAll }
    if members.isEmpty && tallies.isEmpty { return nil }
  }

  /// The ids of the other judged models that the one at `place` is compared with: those that took part in the
  /// fit, where it did.
  func rivals(ofPlace place: Int) -> [Int] {
    place < members.count ? members.filter { $0 != members[place] } : []
  }

  /// How many are judged.
  var count: Int { members.count + outsiders.count }

  /// What battles tell of the one at `place`, members first.
  func strength(_ place: Int) throws(FitError) -> OpenStrength {
    place < members.count
      ? try OpenStrength(fit, model: members[place])
      : try OpenStrength(fit, outside: outsiders[place - members.count].row)
  }

  /// The models that are not in `roster`, by name, with what they did against the models of it and in all.
  private static func tallies(_ cells: Cells, _ roster: Roster)
    -> [(withGroup: Outsider, withAll: Outsider)]
  {
    let ids = cells.roster.names.map { roster.id(of: $0) }
    var met = [[Int: Tally]](repeating: [:], count: ids.count)
    var all = [Tally](repeating: Tally(), count: ids.count)
    for index in 0..<cells.cellCount {
      let cell = cells[index]
      for (model, opponent, outcome) in [
        (Int(cell.a), Int(cell.b), cell.outcome), (Int(cell.b), Int(cell.a), cell.outcome.mirrored),
      ] where ids[model] == nil {
        all[model].add(outcome, cell.count)
        if let known = ids[opponent] {
          met[model][known, default: Tally()].add(outcome, cell.count)
        }
      }
    }
    return ids.indices.filter { ids[$0] == nil }.map { model in
      let name = cells.roster.names[model]
      let opponents = met[model].sorted { $0.key < $1.key }
      let row = BattleRow(
        opponents: opponents.map(\.key), battles: opponents.map { Double($0.value.battles) },
        scores: opponents.map { Double($0.value.wins) + 0.5 * Double($0.value.ties) })
      let sum = opponents.reduce(into: Tally()) { $0.add($1.value) }
      return (Outsider(name: name, row: row, sum), Outsider(name: name, row: row, all[model]))
    }
  }
}

/// Battles won, lost and tied.
private struct Tally {
  var (wins, losses, ties) = (0, 0, 0)

  var battles: Int { wins + losses + ties }

  mutating func add(_ outcome: Outcome, _ count: Int) {
    switch outcome {
    case .aWins: wins += count
    case .bWins: losses += count
    case .tie, .bothBad: ties += count
    }
  }

  mutating func add(_ other: Tally) {
    wins += other.wins
    losses += other.losses
    ties += other.ties
  }
}

extension OpenModels.Outsider {
  fileprivate init(name: String, row: BattleRow, _ tally: Tally) {
    self.init(
      name: name, row: row, wins: tally.wins, losses: tally.losses, ties: tally.ties)
  }
}
