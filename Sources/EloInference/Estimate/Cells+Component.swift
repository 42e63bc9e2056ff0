import Battles
import EloNumerics

extension Cells {
  /// The battles within one group of models that can be compared with each other.
  ///
  /// Where there is no finite fit, groups are those tied to each other both ways by any battle. Where
  /// there is one, all models stay, unless too few battles link them for the group to be ranked: then
  /// groups are those tied firmly, see `FirmTies`. Cells of none are left where the rule finds no battle
  /// within a group, and all where it names a model that does not occur.
  func component(_ rule: BattleSelection.ComponentRule) -> Cells {
    guard rule != .all, cellCount > 0 else { return self }
    let counts = PairCounts(self)
    let linked = ModelGroup.groups(labelled: Connectivity(counts).component, counts)
    if linked.count > 1 { return keeping(group(rule, of: linked)) }
    let ties = FirmTies(counts)
    let firm = ModelGroup.groups(labelled: ties.group, counts)
    guard let group = group(rule, of: firm), group.isRatable,
      !ties.core.contains(group.models[0]), rule != .largest || ties.core.isEmpty
    else { return self }
    return keeping(group)
  }

  /// The group that a rule chooses of those with the most battles first.
  private func group(_ rule: BattleSelection.ComponentRule, of groups: [ModelGroup])
    -> ModelGroup?
  {
    guard case .holding(let name) = rule else {
      return groups.first(where: \.isRatable) ?? groups.first
    }
    guard let model = roster.id(of: name) else { return nil }
    return groups.first { $0.models.contains(model) }
  }

  private func keeping(_ group: ModelGroup?) -> Cells {
    guard let group else { return self }
    var isKept = [Bool](repeating: false, count: roster.count)
    for model in group.models { isKept[model] = true }
    return keepingModels(isKept)
  }
}
