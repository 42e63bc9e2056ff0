import Battles

extension ModelOptions {
  /// The battles without those of models that are left out, which `report` tells of.
  func withoutExcluded(_ cells: Cells, _ report: inout ReadReport) -> Cells {
    let kept = withoutExcluded(cells)
    note(cells.battleCount - kept.battleCount, &report)
    return kept
  }

  /// The battles without those of models that are left out.
  func withoutExcluded(_ cells: Cells) -> Cells {
    guard !excluded.isEmpty else { return cells }
    let roster = Roster(excluded)
    return cells.keepingModels(cells.roster.names.map { roster.id(of: $0) == nil })
  }

  /// The board without models that are left out, which `report` tells of.
  func withoutExcluded(_ scores: PublishedScores, _ report: inout ReadReport) -> PublishedScores {
    let kept = scores.excluding(excluded)
    note(scores.roster.count - kept.roster.count, &report)
    return kept
  }

  private func note(_ lost: Int, _ report: inout ReadReport) {
    if lost > 0 { report.setAside.append(SetAside(.excluded, count: lost)) }
  }
}
