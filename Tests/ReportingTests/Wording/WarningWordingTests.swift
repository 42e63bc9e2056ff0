import Battles
import Testing

@testable import EloInference
@testable import Reporting

/// What warnings are in words, which standard error and JSON have.
@Suite struct WarningWordingTests {
  private func models(_ names: String...) -> [ProvisionalGroup.Model] {
    names.map { .init(name: $0, battles: $0.utf8.count) }
  }

  private let judges = ClusterSummary(name: "judge", count: 40)

  @Test func unrankedModelsByReason() {
    let warning = Battles.Warning(
      .provisionalModels(
        [
          ProvisionalGroup(.fewBattles(below: 30), models("a", "bb", "ccc", "dddd", "eeeee")),
          ProvisionalGroup(.weakLinks(below: 5), models("f")),
        ], of: 9))
    #expect(warning.code == .provisionalModels)
    #expect(
      warning.text
        == "6 of 9 models are not ranked, for fewer than 30 battles: a (1 battle), bb (2 "
        + "battles), ccc (3 battles) and 2 more; for fewer than 5 battles that link them to the others "
        + "both ways, won and lost: f (1 battle).")
  }

  @Test(arguments: [
    (ProvisionalGroup.Rule.hardlyDecided(below: 5), "for fewer than 5 battles that are no ties"),
    (.fewClusters(below: 10, of: "judge"), "for battles in fewer than 10 clusters of 'judge'"),
    (
      .equalClusters(of: "judge"),
      "for verdicts that cancel in every cluster of 'judge', so that no error shows"
    ),
    (
      .fewEffectiveClusters(below: 3, of: "judge"),
      "for fewer than 3 effective clusters of 'judge'"
    ),
  ]) func oneUnrankedModel(rule: ProvisionalGroup.Rule, words: String) {
    let warning = Battles.Warning(
      .provisionalModels([ProvisionalGroup(rule, models("abc"))], of: 2))
    #expect(warning.text == "1 of 2 models is not ranked, \(words): abc (3 battles).")
  }

  /// Names are shown as in all messages, without the battles that a board does not have.
  @Test func modelsThatABoardDoesNotRank() {
    let names = ["a", "tab\there", "c", "d"]
    let group = ProvisionalGroup(
      .unrankedOnBoard, names.map { .init(name: $0, battles: nil) })
    #expect(
      Battles.Warning(.provisionalModels([group], of: 7)).text
        == "4 of 7 models are not ranked, as on the board: a, tab\\there, c and 1 more.")
  }

  @Test func fewClusters() {
    let warning = Battles.Warning(.fewClusters(judges, below: 50))
    #expect(warning.code == .fewClusters)
    #expect(
      warning.text
        == "There are only 40 clusters of 'judge', and how much clusters differ is known "
        + "only roughly from fewer than 50. Intervals and p-values allow for that by Student's t, and "
        + "may be too narrow all the same.")
  }

  @Test(arguments: [(1.9, "one alone"), (2, "2 equal ones"), (7.8, "7 equal ones")])
  func unevenClusters(worth: Double, words: String) {
    let warning = Battles.Warning(.unevenClusters(judges, equalOnes: worth, below: 50))
    #expect(warning.code == .fewClusters)
    #expect(
      warning.text.hasPrefix(
        "The 40 clusters of 'judge' tell no more of the typical model than about \(words) would, and "
          + "how much clusters differ is known only roughly from fewer than 50. "))
  }

  @Test(arguments: [
    (["p"], "(p in 7); it was given"),
    (["p", "q"], "(p in 7, q in 7); those models alone were given"),
    (["p", "q", "r", "s"], "(p in 7, q in 7, r in 7 and 1 more); those models alone were given"),
  ]) func degenerateReplicates(names: [String], words: String) {
    let warning = Battles.Warning(
      .degenerateReplicates(
        count: 9, resamples: 100, models: names.map { .init(name: $0, replicates: 7) }))
    #expect(warning.code == .degenerateReplicates)
    #expect(
      warning.text == "In 9 of 100 resamples models lost touch with the others, having won or lost "
        + "nothing against them \(words) half a virtual battle there.")
  }

  @Test func nothingToCompare() {
    let warning = Battles.Warning(.nothingToCompare("a"))
    #expect(warning.code == .nothingToCompare)
    #expect(
      warning.text
        == "a is the only ranked model: there is nothing to compare its rating with, and so "
        + "it has no interval.")
  }

  private static let advice =
    " Intervals of ratings allow for the pull as far as the battles tell it; gaps come out too small, "
    + "and models look closer than they are. Use a smaller --prior, or collect more battles."

  @Test(arguments: [
    (-12.4, 0.875, "down by 12 points, 1.50 of its standard errors, and takes 13% off"),
    (3.456, 0.996, "up by 3.46 points, 1.50 of its standard errors."),
  ]) func aPriorThatPulls(points: Double, kept: Double, words: String) {
    let most = EstimateWarning.PulledModel(
      name: "a", points: points, standardErrors: 1.5, spreadKept: kept)
    let warning = Battles.Warning(.priorPull(most: most, held: []))
    #expect(warning.code == .priorPull)
    #expect(warning.text.hasPrefix("The prior pulls a most, \(words)"))
    #expect(warning.text.contains("distance from first to last") == (kept < 0.995))
    #expect(warning.text.hasSuffix("." + Self.advice))
  }

  @Test(arguments: [
    (["a"], "a would have no finite rating."),
    (["a", "b", "c", "d"], "a, b, c and 1 more would have no finite ratings."),
  ]) func aPriorThatHolds(names: [String], words: String) {
    #expect(
      Battles.Warning(.priorPull(most: nil, held: names)).text
        == "Without the prior \(words)" + Self.advice)
  }

  @Test func comparisonsOfSnapshots() {
    let warnings: [SnapshotWarning] = [
      .noStableReference, .differentReferences(old: "a", new: "b"), .sameSnapshot, .wrongOrder,
    ]
    let words = warnings.map { Battles.Warning($0) }
    #expect(
      words.map(\.code) == [.noStableReference, .differentReferences, .sameSnapshot, .sameSnapshot])
    #expect(
      words.map(\.text) == [
        "About half of the models moved against the other half, and nothing tells which of them did: "
          + "compare single gaps with deadheat test.",
        "The old scores were measured against a and the new ones against b: what moved may be the "
          + "yardstick.",
        "The old and the new snapshot are the same.",
        "The new battles can all be among the old ones: were the snapshots named in the wrong order?",
      ])
  }
}
