import Battles
import Testing

@testable import EloInference

@Suite struct BattleSelectionTests {
  private func applied(
    _ cells: Cells, _ change: (inout BattleSelection) -> Void
  ) -> (cells: Cells, setAside: [SetAside]) {
    var selection = BattleSelection()
    change(&selection)
    return selection.applied(to: cells)
  }

  /// wins, losses, ties, both bad.
  private let mixed = cells("a b 5 4 3 2", "b c 3 3 1 1", "a a 2 0 1", "x a 1 1 1 1", "x x 4")

  @Test func nothingButSelfBattlesByDefault() {
    let (kept, setAside) = applied(mixed) { _ in }
    #expect(setAside == [SetAside(.selfBattle, count: 7)])
    #expect(kept.battleCount == mixed.battleCount - 7)
    #expect(kept.roster.names == ["a", "b", "c", "x"])
    let (same, none) = applied(cells("a b 1 1")) { _ in }
    #expect(none.isEmpty && same == cells("a b 1 1"))
  }

  /// Each is counted under the first reason that takes it, in battles.
  @Test func everythingInItsOrder() {
    let (kept, setAside) = applied(mixed) {
      $0.excludedModels = ["x", "nobody"]
      $0.bothBad = .drop
      $0.ties = .drop
      $0.minimumBattles = 7
    }
    // x: 4 battles and 4 with itself; a's own 3; both bad 2 + 1; ties 3 + 1; then c has 6.
    #expect(
      setAside == [
        SetAside(.excluded, count: 8), SetAside(.selfBattle, count: 3),
        SetAside(.bothBad, count: 3), SetAside(.tie, count: 4), SetAside(.fewBattles, count: 6),
      ])
    #expect(kept == cells("a b 5 4"))
    let total = setAside.reduce(kept.battleCount) { $0 + $1.count }
    #expect(total == mixed.battleCount)
  }

  @Test func bothBadIsATieAndGoesWithTies() {
    let (kept, setAside) = applied(cells("a b 5 4 3 2")) { $0.ties = .drop }
    #expect(kept == cells("a b 5 4") && setAside == [SetAside(.tie, count: 5)])
    let (bad, badAside) = applied(cells("a b 5 4 3 2")) { $0.bothBad = .drop }
    #expect(bad == cells("a b 5 4 3") && badAside == [SetAside(.bothBad, count: 2)])
  }

  /// d has 3 battles with c; without d, c has 4 of the 5 that are asked; without c, a and b have 5.
  @Test func fewBattlesToTheFixpoint() {
    let chain = cells("a b 3 2", "b c 2 2", "c d 2 1")
    let (kept, setAside) = applied(chain) { $0.minimumBattles = 5 }
    #expect(kept == cells("a b 3 2") && setAside == [SetAside(.fewBattles, count: 7)])
    #expect(applied(chain) { $0.minimumBattles = 3 }.setAside.isEmpty)
    #expect(applied(chain) { $0.minimumBattles = 6 }.cells.cellCount == 0)
  }

  @Test func theLargestComponent() {
    // c lost to both and is tied to them one way only; d and e are apart.
    let groups = cells("a b 2 2", "a c 3 0", "b c 1 0", "d e 9 9")
    // By battles and not by models.
    let (kept, setAside) = applied(groups) { $0.component = .largest }
    #expect(kept == cells("d e 9 9") && setAside == [SetAside(.outsideComponent, count: 8)])
    #expect(applied(groups) { _ in }.cells == groups)
    for name in ["a", "b"] {
      #expect(applied(groups) { $0.component = .holding(name) }.cells == cells("a b 2 2"))
    }
    // c is alone, and nobody has no group.
    #expect(applied(groups) { $0.component = .holding("c") }.cells.cellCount == 0)
    #expect(applied(groups) { $0.component = .holding("nobody") }.cells == groups)
  }

  /// With a finite fit all models stay, unless too few battles link a group for it to be ranked.
  @Test func firmGroups() {
    let twins = cells("a b 90 80", "c d 80 90", "a c 1 1")
    #expect(applied(twins) { $0.component = .largest }.cells == cells("a b 90 80"))
    #expect(applied(twins) { $0.component = .holding("d") }.cells == cells("c d 80 90"))
    // The three have the claim to be ranked; the two are asked for.
    let uneven = cells("a b 9 8", "b e 9 8", "e a 9 8", "c d 80 90", "a c 1 1")
    #expect(applied(uneven) { $0.component = .largest }.cells == uneven)
    #expect(applied(uneven) { $0.component = .holding("b") }.cells == uneven)
    #expect(applied(uneven) { $0.component = .holding("c") }.cells == cells("c d 80 90"))
    // A model that is tied firmly to none keeps all the others.
    let straggler = cells("a b 9 8", "a c 1 1")
    #expect(applied(straggler) { $0.component = .holding("c") }.cells == straggler)
  }

  /// All ties tell no model from another: the group is not the largest that can be rated.
  @Test func theLargestGroupCanBeRated() {
    let cells = cells("a b 0 0 900", "c d 3 4", "a c 1 0")
    #expect(applied(cells) { $0.component = .largest }.cells.roster.names == ["c", "d"])
  }

  /// z lost to everybody and goes with the group; d then has 2 battles of the 6 that are asked, and
  /// goes too: both rules hold in the end.
  @Test func componentAndFewBattlesHoldTogether() {
    let cells = cells("a b 3 3", "b c 3 3", "c d 1 1", "d z 9 0", "c z 1 0")
    let (kept, setAside) = applied(cells) {
      $0.minimumBattles = 6
      $0.component = .largest
    }
    #expect(kept.roster.names == ["a", "b", "c"] && kept.battlesByModel == [6, 12, 6])
    #expect(setAside == [SetAside(.outsideComponent, count: 10), SetAside(.fewBattles, count: 2)])
  }
}
