import Battles
import EloNumerics
import Testing

@testable import EloInference

/// Moves between snapshots of battles.
///
/// Goldens by numpy 2: Newton's method on pinv(H), V = (H_new⁺ − H_old⁺)·S_old·(H_new⁺ − H_old⁺) +
/// H_new⁺·S_added·H_new⁺ with dense matrices (H_old⁺ padded with zeros for the model that entered),
/// weights 1/V_ii about the plain mean, and the covariance of what is left.
@Suite struct NestedBattlesTests {
  private static let old = [
    "a b 30 18 12", "a c 25 20 5", "b c 22 19 30", "b d 31 17 2", "c d 16 18 9", "a d 28 11 4",
  ]
  private static let added = [
    "a b 12 9 1", "a c 7 11 6", "b c 5 14 3", "b d 10 12 0", "c d 9 4 10", "a e 14 9 5",
    "d e 8 13 2", "c e 11 12 7",
  ]

  private func estimate(_ lines: [String]) throws -> Estimate {
    try Estimate(battles: cells(lines), options: fitOptions())
  }

  private func byName(_ comparison: SnapshotComparison) -> [MoveFinding] {
    comparison.moves.sorted { $0.name < $1.name }
  }

  @Test func jointSandwich() throws {
    let new = try estimate(Self.old + Self.added)
    let comparison = try new.changes(
      since: estimate(Self.old), overlap: .nested, testOptions(.none))
    #expect(comparison.overlap == .nested && comparison.overlapReason == .asked)
    #expect(comparison.hasStableReference)
    let moves = byName(comparison)
    let z = [-0.918678168213, -1.763809910085, 2.239742708298, 0.514492267465]
    let errors = [11.244720137375, 8.907863655972, 10.6163083639, 12.419861637892]
    // |z| = 2.24 of c is a real move by itself; then the mean is of the others alone.
    #expect(moves.map(\.isReal) == [false, false, true, false])
    let nested = try new.changes(
      since: estimate(Self.old), overlap: .nested, testOptions(.holm))
    let holm = byName(nested)
    #expect(holm.allSatisfy { !$0.isReal })
    for (move, (z, error)) in zip(holm, zip(z, errors)) {
      // Fits stop within 1e-8 battles; the goldens have twelve decimals.
      #expect(
        abs((move.z ?? .nan) - z) < 1e-7 && abs((move.standardError ?? .nan) - error) < 1e-6,
        "\(move.name)")
    }
    // In both snapshots the mean of the ranked models is 1000, of five and of four.
    // As above.
    #expect(abs(nested.shift + 3.133494678295) < 1e-6)
    #expect(comparison.entered.isEmpty == false && comparison.entered.map(\.name) == ["e"])
    #expect(comparison.left.isEmpty)
  }

  @Test func independentOnRequest() throws {
    let new = try estimate(Self.old + Self.added)
    let comparison = try new.changes(
      since: estimate(Self.old), overlap: .independent, testOptions(.holm))
    #expect(comparison.overlapReason == .asked)
    let errors = [26.904050156429, 21.119091939718, 21.900871223872, 29.535688273532]
    let z = [-0.423578180278, -0.794421841217, 1.037041371799, 0.180264398002]
    for (move, (z, error)) in zip(byName(comparison), zip(z, errors)) {
      // As of nested ones.
      #expect(
        abs((move.z ?? .nan) - z) < 1e-7 && abs((move.standardError ?? .nan) - error) < 1e-6,
        "\(move.name)")
    }
  }

  @Test func battlesThatAreMissing() throws {
    // One tie fewer of b and c in the new snapshot.
    let lines =
      Self.old.map { $0 == "b c 22 19 30" ? "b c 22 19 29" : $0 } + Self.added.dropFirst(5)
    let (old, new) = (try estimate(Self.old), try estimate(lines))
    let comparison = try new.changes(since: old, testOptions(.holm))
    #expect(comparison.overlap == .independent && comparison.overlapReason == .notContained)
    #expect(
      throws: SnapshotError.notContained(a: "b", b: "c", outcome: .tie, old: 30, new: 29)
    ) { try new.changes(since: old, overlap: .nested, testOptions(.holm)) }
    // A model that is gone is found too, and so is an outcome that does not occur any more.
    let without = try estimate(["a b 30 18 12", "a c 25 20 5", "b c 22 19 30"])
    #expect(throws: SnapshotError.notContained(a: "a", b: "d", outcome: .aWins, old: 28, new: 0)) {
      try without.changes(since: old, overlap: .nested, testOptions(.holm))
    }
    let decided = try estimate(["a b 30 18 0"] + Self.old.dropFirst())
    #expect(throws: SnapshotError.notContained(a: "a", b: "b", outcome: .tie, old: 12, new: 0)) {
      try decided.changes(since: old, overlap: .nested, testOptions(.holm))
    }
  }

  /// Counts never show that battles are the same ones: without being told so they are not taken for it.
  @Test func nothingToldIsIndependent() throws {
    let (old, new) = (try estimate(Self.old), try estimate(Self.old + Self.added))
    let told = try new.changes(since: old, overlap: .independent, testOptions(.holm))
    let comparison = try new.changes(since: old, testOptions(.holm))
    #expect(comparison.overlap == .independent && comparison.overlapReason == .possible)
    #expect(comparison.moves == told.moves)
    let back = try old.changes(since: new, testOptions(.holm))
    #expect(back.overlapReason == .swapped && back.warnings == [.wrongOrder])
  }

  /// What rows say is no longer so where a selection took battles from the new snapshot.
  @Test func rowsAreBelievedAsFarAsTheyGo() throws {
    let (old, new) = (try estimate(Self.old), try estimate(Self.old + Self.added))
    let nested = try new.changes(
      since: old, overlap: .nested, because: .sameRows, testOptions(.holm))
    #expect(nested.overlap == .nested && nested.overlapReason == .sameRows)
    let fewer = try estimate(Array(Self.old.dropFirst()) + Self.added.dropFirst())
    let parted = try fewer.changes(
      since: old, overlap: .nested, because: .sameRows, testOptions(.holm))
    #expect(parted.overlap == .independent && parted.overlapReason == .notContained)
  }

  @Test func nothingNewIsNoMove() throws {
    let estimate = try estimate(Self.old)
    for adjustment in [Adjustment.maxT, .holm] {
      let comparison = try estimate.changes(since: estimate, testOptions(adjustment))
      #expect(comparison.shift == 0 && comparison.isFrozen && comparison.overlapReason == .same)
      #expect(comparison.warnings == [.sameSnapshot])
      #expect(comparison.moves.allSatisfy { $0.change == 0 && $0.standardError == nil })
      #expect(comparison.moves.allSatisfy { $0.p == nil && $0.adjustedP == nil && !$0.isReal })
      #expect(comparison.withoutNewData.count == comparison.moves.count)
      #expect(comparison.moves.allSatisfy { $0.rankMove == .none })
    }
  }

  @Test func tooFewInBoth() throws {
    let (old, new) = (try estimate(["a b 30 18 12"]), try estimate(["b c 30 18 12"]))
    #expect(throws: SnapshotError.tooFewCommon(1)) { try new.changes(since: old) }
    let ofBattles = try estimate(["m00 m01 30 18 12"])
    let ofABoard = board([1000, 1100], [5, 5])
    #expect(throws: SnapshotError.differentKinds) {
      try ofBattles.changes(since: ofABoard, overlap: .nested)
    }
    let mixed = try ofBattles.changes(since: ofABoard, testOptions(.holm))
    #expect(mixed.overlap == .independent && mixed.overlapReason == .unknown)
  }
}
