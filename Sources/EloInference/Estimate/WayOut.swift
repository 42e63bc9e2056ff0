package import Battles
import EloNumerics

/// What would make battles ratable that are not, or models ranked that are not; each was tried.
public enum WayOut: Sendable, Equatable {
  /// The group of models with the most battles among them.
  case largest(Group)
  /// The group that holds the model of this name.
  case holding(String, Group)
  /// All but the models of these names.
  case excluding([String])
  /// A prior of so many virtual battles a model.
  case prior(Double)
  /// No model provisional for its number of battles, if it has this many.
  case provisionalBelow(Int)

  /// What is kept.
  public struct Group: Sendable, Equatable {
    /// The names of its models.
    public let models: [String]
    /// The battles among them.
    public let battles: Int
  }
}

extension BattleSelection {
  /// The most groups that are named by a model of theirs, and the most models to be left out by name.
  private static let mostNamed = 3

  /// What makes a finite fit of battles that this selection left, and that have none.
  ///
  /// - Parameters:
  ///   - anchor: a model that must stay and, where some are, be ranked.
  ///   - provisionalBelow: the fewest battles of a ranked model.
  package func waysOut(of cells: Cells, anchor: String?, provisionalBelow: Int) -> [WayOut] {
    func holdsAnchor(_ kept: Cells) -> Bool {
      guard let anchor else { return true }
      let ranked = kept.ranked(provisionalBelow: provisionalBelow)
      return kept.roster.id(of: anchor).map { ranked.isEmpty || ranked.contains($0) } ?? false
    }
    var ways = groups(of: cells) { $0.hasFiniteFit && holdsAnchor($0) }
    if let kept = ways.first?.group {
      let outside = cells.roster.names.filter { !kept.models.contains($0) }
      if outside.count <= Self.mostNamed, case .largest? = ways.first {
        ways.append(.excluding(outside))
      }
    }
    let battles = PairCounts(cells)
    let takesPrior = battles.tieRate < 1 && battles.modelCount > 1 && holdsAnchor(cells)
    return takesPrior ? ways + [.prior(1)] : ways
  }

  /// What makes a group of models ranked of battles that this selection left, where too few battles link
  /// its models to the others.
  ///
  /// - Parameter provisionalBelow: the fewest battles of a ranked model.
  package func waysToRank(_ cells: Cells, provisionalBelow: Int) -> [WayOut] {
    groups(of: cells) {
      $0.hasFiniteFit && $0.ranked(provisionalBelow: provisionalBelow).count > 1
    }
  }

  /// The groups for which `isEnough` holds of the cells that they leave, with the most battles first.
  private func groups(of cells: Cells, where isEnough: (Cells) -> Bool) -> [WayOut] {
    func group(_ rule: ComponentRule) -> WayOut.Group? {
      var selection = self
      selection.component = rule
      let kept = selection.applied(to: cells).cells
      guard kept.cellCount < cells.cellCount, isEnough(kept) else { return nil }
      return WayOut.Group(models: kept.roster.names, battles: kept.battleCount)
    }
    var ways: [WayOut] = []
    var seen: Set<[String]> = []
    if let largest = group(.largest) {
      ways.append(.largest(largest))
      seen.insert(largest.models)
    }
    for name in cells.leadersOfGroups.prefix(Self.mostNamed) {
      guard ways.count < Self.mostNamed, let own = group(.holding(name)),
        seen.insert(own.models).inserted
      else { continue }
      ways.append(.holding(name, own))
    }
    return ways
  }
}

extension WayOut {
  /// What is kept where a group is.
  fileprivate var group: Group? {
    switch self {
    case .largest(let group), .holding(_, let group): group
    case .excluding, .prior, .provisionalBelow: nil
    }
  }
}

extension Cells {
  /// The model with the most battles of each group that can be compared within, or is tied firmly.
  fileprivate var leadersOfGroups: [String] {
    let counts = PairCounts(self)
    let linked = ModelGroup.groups(labelled: Connectivity(counts).component, counts)
    let groups =
      linked.count > 1
      ? linked : ModelGroup.groups(labelled: FirmTies(counts).group, counts)
    let battles = counts.battlesByModel
    return groups.filter(\.isRatable).compactMap { group in
      group.models.max { (battles[$0], $1) < (battles[$1], $0) }.map { roster.names[$0] }
    }
  }

  fileprivate var hasFiniteFit: Bool {
    let counts = PairCounts(self)
    return counts.modelCount > 1 && counts.tieRate < 1
      && Connectivity(counts).isStronglyConnected
  }

  /// The models that would be ranked, as far as their battles tell, by id.
  fileprivate func ranked(provisionalBelow: Int) -> Set<Int> {
    let (battles, decided) = (battlesByModel, decidedBattles)
    return FirmTies(PairCounts(self)).core.filter {
      battles[$0] >= provisionalBelow && decided[$0] >= FirmTies.leastBattles
    }
  }
}
