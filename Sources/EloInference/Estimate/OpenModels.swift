import Battles
import EloNumerics

/// The models without a rank that are judged for first place: those with enough battles, which leave
/// their strength open for all that, because they lost, or won, hardly any against the others.
package struct OpenModels: Sendable {
  /// The fit that they are judged by.
  let fit: Fit
  /// The ids of those that took part in the fit, ascending.
  let members: [Int]
  /// Those that took no part in it, by name.
  let outsiders: [Outsider]

  /// A model outside of the group that was fitted.
  package struct Outsider: Sendable, Equatable {
    /// Its name.
    let name: String
    /// Its battles with models of the group.
    let row: BattleRow
    /// Of these, the battles won, lost and tied.
    let wins, losses, ties: Int
  }

  /// `nil` where there are none, and where battles came in clusters: how far verdicts of one judge hang
  /// together cannot be told from so few.
  init?(
    _ fit: Fit, _ cells: Cells, _ outside: Cells?, _ reasons: [ProvisionalReason?],
    _ battles: [Int], _ options: EstimateOptions
  ) {
    guard fit.clusters == nil, reasons.contains(where: { $0 == nil }) else { return nil }
    self.fit = fit
    members = reasons.indices.filter {
      reasons[$0] != nil && battles[$0] >= max(1, options.provisionalBelow)
    }
    outsiders =
      outside.map { Self.outsiders($0, cells.roster, least: max(1, options.provisionalBelow)) }
      ?? []
    if members.isEmpty && outsiders.isEmpty { return nil }
  }

  /// How many they are.
  var count: Int { members.count + outsiders.count }

  /// What battles tell of the one at `place`, members first.
  func strength(_ place: Int) throws(FitError) -> OpenStrength {
    place < members.count
      ? try OpenStrength(fit, model: members[place])
      : try OpenStrength(fit, outside: outsiders[place - members.count].row)
  }

  /// The models that are not in `roster` and met models of it at least `least` times.
  private static func outsiders(_ cells: Cells, _ roster: Roster, least: Int) -> [Outsider] {
    let ids = cells.roster.names.map { roster.id(of: $0) }
    var tallies: [Int: [Int: (wins: Int, losses: Int, ties: Int)]] = [:]
    func add(_ model: Int, _ opponent: Int, _ outcome: Outcome, _ count: Int) {
      guard ids[model] == nil, let known = ids[opponent] else { return }
      var tally = tallies[model]?[known] ?? (0, 0, 0)
      switch outcome {
      case .aWins: tally.wins += count
      case .bWins: tally.losses += count
      case .tie, .bothBad: tally.ties += count
      }
      tallies[model, default: [:]][known] = tally
    }
    for index in 0..<cells.cellCount {
      let cell = cells[index]
      add(Int(cell.a), Int(cell.b), cell.outcome, cell.count)
      add(Int(cell.b), Int(cell.a), cell.outcome.mirrored, cell.count)
    }
    return tallies.keys.sorted().compactMap { model in
      let met = (tallies[model] ?? [:]).sorted { $0.key < $1.key }
      let sums = met.map(\.value)
      let outsider = Outsider(
        name: cells.roster.names[model],
        row: BattleRow(
          opponents: met.map(\.key),
          battles: sums.map { Double($0.wins + $0.losses + $0.ties) },
          scores: sums.map { Double($0.wins) + 0.5 * Double($0.ties) }),
        wins: sums.reduce(0) { $0 + $1.wins }, losses: sums.reduce(0) { $0 + $1.losses },
        ties: sums.reduce(0) { $0 + $1.ties })
      return outsider.wins + outsider.losses + outsider.ties >= least ? outsider : nil
    }
  }
}
