import Battles
import EloNumerics

/// What became of each model's rating and rank.
extension SnapshotPair {
  /// What each common model's change comes to.
  func moves(_ tested: TestedChanges, level: Double) -> [MoveFinding] {
    let points = new.scale.pointsPerLogOdds
    let (oldRanks, newRanks) = (ranks(old), ranks(new))
    let changes = changes
    var places = [Int?](repeating: nil, count: common.count)
    for (place, model) in tested.models.enumerated() { places[model] = place }
    let adjustedP = places.map { place in place.flatMap { tested.comparison?.adjustedP[$0] } }
    let isReal = adjustedP.map { p in tested.isStable && p.map { $0 <= 1 - level } ?? false }
    return common.indices.map { index in
      let model = common[index]
      let statistic = places[index].map { tested.statistics[$0] }
      let change = changes[index] - tested.shift
      let (before, now) = (oldRanks[model.old], newRanks[model.new])
      let passing = passing(index, oldRanks, newRanks)
      return MoveFinding(
        name: new.roster.names[model.new], oldRating: old.rating(model.old),
        newRating: new.rating(model.new), change: change,
        standardError: statistic.map { points * $0.standardError }, z: statistic?.z,
        p: statistic?.p, adjustedP: adjustedP[index], isReal: isReal[index], oldRank: before,
        newRank: now, placesGained: passing.overtaken.count - passing.overtakers.count,
        rankMove: before == now
          ? .none
          : tested.isStable
            ? rankMove(passing, isReal[index], isReal, change: change) : .unknown)
    }
  }

  /// What the change of a model's rank comes to, by the models in both that it passed or was passed by.
  private func rankMove(
    _ passing: (overtaken: [Int], overtakers: [Int]), _ isOwnReal: Bool, _ isReal: [Bool],
    change: Double
  ) -> RankMove {
    let rise = passing.overtaken.count - passing.overtakers.count
    if rise == 0 { return .displaced }
    if isOwnReal, (rise > 0) == (change > 0) { return .real }
    return (passing.overtaken + passing.overtakers).allSatisfy { isReal[$0] } ? .passed : .noise
  }

  /// Which models in both a model passed, and which passed it, by their places in `common`.
  private func passing(
    _ index: Int, _ oldRanks: [Int], _ newRanks: [Int]
  ) -> (overtaken: [Int], overtakers: [Int]) {
    let own = common[index]
    var (overtaken, overtakers) = ([Int](), [Int]())
    for (other, its) in common.enumerated() {
      let wasAbove = oldRanks[its.old] < oldRanks[own.old]
      let isAbove = newRanks[its.new] < newRanks[own.new]
      if other != index, wasAbove != isAbove {
        if wasAbove { overtaken.append(other) } else { overtakers.append(other) }
      }
    }
    return (overtaken, overtakers)
  }

  /// By id; 0 for models without a rank.
  private func ranks(_ estimate: Estimate) -> [Int] {
    var ranks = [Int](repeating: 0, count: estimate.roster.count)
    for (place, model) in estimate.establishedByRating.enumerated() { ranks[model] = place + 1 }
    return ranks
  }
}
