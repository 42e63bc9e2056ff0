import Battles
import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

/// What is said of method, ties, centre and what was set aside.
struct RankMethodTests {
  private func notes(_ change: (inout RankFixture) -> Void) -> String {
    var fixture = RankFixture.small
    change(&fixture)
    // Wrapped lines put together again.
    return fixture.table().split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }

  @Test func rangesSayWhatTheyHoldFor() {
    #expect(
      notes { $0.adjustment = .holm }
        .contains("rank ranges hold together at 95% (Holm’s step-down, all 10 pairs"))
    #expect(
      notes { $0.adjustment = .bootstrapMaxT }
        .contains("hold together at 95% (step-down max-T on the resamples, all 10 pairs"))
    #expect(
      notes { $0.adjustment = .benjaminiHochberg }
        .contains(
          "rank ranges from pairs judged at a false discovery rate of 5% (Benjamini–Hochberg, all 10 pairs), which promises nothing of the ranges"
        ))
    #expect(
      notes { $0.adjustment = .none }
        .contains("rank ranges compare each pair by itself at 95% and do not hold together."))
    #expect(
      notes { $0.family = .one }
        .contains("each rank range holds by itself at 95% (step-down max-T, one model against the"))
  }

  /// Of five ranked models, each has four others.
  @Test func aFamilyOfOneModelIsCounted() {
    let notes = notes {
      $0.family = .one
      $0.adjustment = .benjaminiHochberg
    }
    #expect(notes.contains("(Benjamini–Hochberg, the 4 pairs of one model with the others)"))
  }

  @Test func intervalsThatHoldTogetherNameTheirCriticalValue() {
    let together = notes { $0.criticalValue = 2.8 }
    #expect(together.contains("for all ranked models at 95% (critical value 2.80)"))
    #expect(together.contains("Joint 95% interval"))
    // One ranked model has an interval that holds with no other.
    var fixture = RankFixture.tied(1)
    fixture.models.removeLast(2)
    fixture.intervals = .simultaneous
    fixture.method = .sandwich
    let alone = fixture.table(width: 200)
    #expect(!alone.contains("critical value") && !alone.contains("Joint"))
    #expect(alone.contains("; 95% normal intervals with sandwich standard errors."))
  }

  @Test func intervalsSayHowTheyWereMade() {
    #expect(notes { $0.method = .basic }.contains("95% intervals by basic bootstrap (1,000"))
    let sandwich = notes { $0.method = .sandwich }
    #expect(sandwich.contains("95% normal intervals with sandwich standard errors;"))
    #expect(!sandwich.contains("seed") && !sandwich.contains("0 resamples"))
    #expect(notes { $0.method = .wald }.contains("with model-based standard errors"))
  }

  @Test func tiesAreNamedWithTheirShare() {
    #expect(
      notes { $0.bothBad = .drop }
        .contains("with ties (25.0% of battles) as half a win and without “both bad”;"))
    #expect(notes { $0.ties = .drop }.contains("opponents, without ties, “both bad” among them;"))
    #expect(
      notes {
        $0.ties = .drop
        $0.bothBad = .drop
      }.contains("without ties and without “both bad”;"))
  }

  /// With more than one tie in twenty battles half wins draw ratings together by as much as can be seen.
  @Test func halfWinsAreSaidToDrawRatingsTogether() {
    let words = "Half wins draw ratings together (help statistics: half wins)."
    #expect(notes { _ in }.contains(words))
    #expect(!notes { $0.ties = .drop }.contains(words))
    #expect(!notes { $0.isBoard = true }.contains(words))
  }

  @Test func theShareIsLeftOutWhereCountsAreMissing() {
    #expect(
      notes { $0.models[0].battles = nil }.contains("with ties as half a win and “both bad”"))
  }

  @Test func theCentreIsNamed() {
    #expect(
      notes { $0.gauge = .meanOfBattles }
        .contains("1000 is the mean of the ranked models, weighted by their battles."))
    let anchored = notes { fixture in
      fixture.gauge = .anchored(
        model: fixture.roster.id(of: "o3-2025-04-16") ?? -1,
        logStrength: EloScale.standard.logStrength(ofRating: 1200))
    }
    #expect(anchored.contains("; o3-2025-04-16 is held at 1200."))
  }

  @Test func aPriorIsNamed() {
    #expect(
      notes { $0.prior = 0.5 }
        .contains("Bradley–Terry on 135,624 battles and a prior of 0.5 virtual battles a model;"))
  }

  @Test(arguments: [
    (SetAside.Reason.filtered, 1, "1 row that the filter leaves out"),
    (.badRow, 2, "2 rows that could not be read"),
    (.selfBattle, 10, "10 battles of a model against itself"),
    (.tie, 37_000, "37,000 ties, dropped on request"),
    (.bothBad, 1, "1 verdict of “both bad”, dropped on request"),
    (.excluded, 1, "1 battle of excluded models"),
    (.fewBattles, 12, "12 battles of models with too few battles"),
    (.outsideComponent, 3, "3 battles outside the group of models that is compared"),
  ])
  func everyReasonIsPutInWords(reason: SetAside.Reason, count: Int, words: String) {
    let text = notes { $0.setAside = [SetAside(reason, count: count)] }
    #expect(text.contains("Set aside: \(words)."))
  }

  @Test func nothingIsSaidWhereNothingWasSetAside() {
    #expect(!notes { _ in }.contains("Set aside"))
  }
}
