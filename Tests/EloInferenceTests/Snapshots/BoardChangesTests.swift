import Battles
import EloNumerics
import Ingest
import TestSupport
import Testing

@testable import EloInference

@Suite struct BoardChangesTests {
  /// By numpy 2: v = v_old + v_new = 25, 41, 61; weights 1/v; what is left has v − 1/Σ(1/v).
  @Test func independentBoards() throws {
    let old = board([1200, 1150, 1100], [4, 5, 6])
    let new = board([1210, 1148, 1107], [3, 4, 5])
    let comparison = try new.changes(since: old, testOptions(.holm))
    #expect(comparison.overlap == .independent && comparison.overlapReason == .unknown)
    // Twelve digits were printed; strengths pass through log-odds and back.
    #expect(abs(comparison.shift - 5.768164719857) < 1e-9)
    let changes = [4.231835280143, -7.768164719857, 1.231835280143]
    let errors = [3.552641709519, 5.349884402136, 6.972894887793]
    for (move, (change, error)) in zip(comparison.moves, zip(changes, errors)) {
      #expect(abs(move.change - change) < 1e-9 && abs((move.standardError ?? .nan) - error) < 1e-9)
      #expect(abs((move.z ?? .nan) - change / error) < 1e-9)
    }
    #expect(comparison.moves.map(\.oldRating) == [1200, 1150, 1100])
    #expect(comparison.moves.map(\.newRating) == [1210, 1148, 1107])
  }

  /// Unrounded: V_old − V_new = 7, 9, 11, without anything for rounding.
  @Test func nestedBoards() throws {
    // No digits tell a unit.
    let (errors, variances) = ([Double.pi, 1.7 * Double.pi, 2 * Double.pi], [7.0, 9, 11])
    let later = zip(errors, variances).map { ($0 * $0 - $1).squareRoot() }
    let old = board([1200.12345, 1150, 1100], errors)
    let new = board([1201.12345, 1149, 1101], later)
    let comparison = try new.changes(since: old, overlap: .nested, testOptions(.holm))
    #expect(comparison.overlap == .nested && comparison.notNested.isEmpty)
    let total = 1 / 7.0 + 1 / 9 + 1 / 11
    for (move, variance) in zip(comparison.moves, variances) {
      // Squares of points that go to log-odds and back.
      #expect(abs((move.standardError ?? .nan) - (variance - 1 / total).squareRoot()) < 1e-9)
    }
  }

  /// Whole scores and margins ± 6 → ± 5: the variance fell by at most (6.5² − 4.5²)/z² and both
  /// scores add 1/12. Equal for all models, what is left has 2/3 of it.
  @Test func roundedMarginsAreTakenAtTheirWorst() throws {
    let old = try publishedBoard([("a", 1200, 6), ("b", 1150, 6), ("c", 1100, 6)])
    let new = try publishedBoard([("a", 1203, 5), ("b", 1149, 5), ("c", 1101, 5)])
    let comparison = try new.changes(since: old, overlap: .nested, testOptions(.holm))
    let z = 1.959963984540054
    let variance = (6.5 * 6.5 - 4.5 * 4.5) / (z * z) + 1.0 / 6
    for move in comparison.moves {
      // Squares of points that go to log-odds and back.
      #expect(abs((move.standardError ?? .nan) - (variance * 2 / 3).squareRoot()) < 1e-9)
    }
  }

  /// Ratings to a tenth and margins to a tenth: each unit leaves open half of it.
  @Test func theUnitOfRoundingIsTakenFromTheDigits() throws {
    let old = try publishedBoard([("a", 1200.4, 6.1), ("b", 1150.2, 6.1), ("c", 1100, 6.1)])
    let new = try publishedBoard([("a", 1200.6, 6.1), ("b", 1150.1, 6.1), ("c", 1100.2, 6.1)])
    let comparison = try new.changes(since: old, overlap: .nested, testOptions(.holm))
    let z = 1.959963984540054
    let variance = (6.15 * 6.15 - 6.05 * 6.05) / (z * z) + 2 * 0.01 / 12
    #expect(comparison.notNested.isEmpty)
    for move in comparison.moves {
      // Squares of points that go to log-odds and back.
      #expect(abs((move.standardError ?? .nan) - (variance * 2 / 3).squareRoot()) < 1e-9)
    }
  }

  /// Errors that are the same to the last digit tell of no votes that were added.
  @Test func whatGainedNothingIsNotJudged() throws {
    let errors = [4.1234567, 5.1234567, 6.1234567]
    let old = board([1000.12345, 1010, 1020], errors)
    let new = board([1100.12345, 1010, 1020], errors)
    let comparison = try new.changes(since: old, overlap: .nested, testOptions(.holm))
    #expect(comparison.notNested.isEmpty && comparison.withoutNewData == ["m00", "m02", "m01"])
    #expect(comparison.test.models == 0 && comparison.test.criticalValue == nil)
    #expect(comparison.moves.allSatisfy { $0.adjustedP == nil && $0.p == nil && !$0.isReal })
    #expect(comparison.moves.allSatisfy { $0.standardError == nil && $0.z == nil })
    // The shift is the mean of all, a third of 100; ratings pass through log-odds and back.
    #expect(abs(comparison.shift - 100.0 / 3) < 1e-9)
    let moved = try #require(comparison.moves.first)
    #expect(moved.name == "m00" && abs(moved.change - 200.0 / 3) < 1e-9)
  }

  /// More votes neither go nor widen an interval: such models are compared as if independent.
  @Test func whatCannotBeNestedIsNot() throws {
    let old = try boardEstimate(
      "model,rating,ci,votes\na,1200.5,6,100\nb,1150,6,100\nc,1100,6,100\nd,1000,6,100\n")
    let new = try boardEstimate(
      "model,rating,ci,votes\na,1203.5,5,120\nb,1149,5,99\nc,1101,7,130\nd,1001,6,100\n")
    let comparison = try new.changes(since: old, overlap: .nested, testOptions(.holm))
    #expect(comparison.notNested == ["b", "c"] && comparison.withoutNewData == ["d"])
    let z2 = 1.959963984540054 * 1.959963984540054
    // Margins in whole points leave half a point open, and scores to a tenth 0.01/12 each.
    let rounding = 0.01 / 6
    let variances = [(6.5 * 6.5 - 4.5 * 4.5) / z2 + rounding, 61 / z2, 85 / z2]
    let total = variances.reduce(0) { $0 + 1 / $1 }
    for (move, variance) in zip(comparison.moves, variances) {
      // Squares of points that go to log-odds and back.
      #expect(abs((move.standardError ?? .nan) - (variance - 1 / total).squareRoot()) < 1e-9)
    }
    #expect(comparison.test.models == 3 && comparison.moves.last?.p == nil)
  }

  /// Six models; m00 leaps by 100 with errors of 5: the mean is of the other five, whose changes of 3
  /// are theirs in common.
  @Test(arguments: [Adjustment.maxT, .holm, .none])
  func aLeapDoesNotPushTheOthersDown(adjustment: Adjustment) throws {
    let errors = [Double](repeating: 5, count: 6)
    let old = board([1000, 1010, 1020, 1030, 1040, 1050], errors)
    let new = board([1103, 1013, 1023, 1033, 1043, 1053], errors)
    let comparison = try new.changes(since: old, testOptions(adjustment))
    #expect(abs(comparison.shift - 3) < 1e-9)
    #expect(comparison.moves.map(\.isReal) == [true, false, false, false, false, false])
    // v = 50: 50 + 50/5 for the one that is left out, 50 − 50/5 for the others.
    #expect(abs(comparison.moves[0].change - 100) < 1e-9)
    #expect(abs((comparison.moves[0].standardError ?? .nan) - 60.0.squareRoot()) < 1e-9)
    #expect(abs((comparison.moves[1].standardError ?? .nan) - 40.0.squareRoot()) < 1e-9)
    #expect(comparison.moves.map(\.rankMove) == [.real] + [RankMove](repeating: .passed, count: 5))
    #expect(!comparison.isFrozen && comparison.tiedForFirstNew == ["m00"])
  }

  /// Half of the models rise by 100: as well the others may have fallen.
  @Test(arguments: [2, 6, 10]) func halvesThatMoveApart(models: Int) throws {
    let errors = [Double](repeating: 5, count: models)
    let ratings = (0..<models).map { 1000 + 10 * Double($0) }
    let old = board(ratings, errors)
    let new = board(ratings.enumerated().map { $1 + ($0 % 2 == 0 ? 100 : 0) }, errors)
    let comparison = try new.changes(since: old, testOptions(.holm))
    #expect(!comparison.hasStableReference)
    #expect(comparison.moves.allSatisfy { !$0.isReal && [.none, .unknown].contains($0.rankMove) })
    #expect(comparison.warnings == [.noStableReference])
    // Against the mean of all.
    #expect(abs(comparison.shift - 50) < 1e-9)
    #expect(comparison.moves.allSatisfy { abs(abs($0.change) - 50) < 1e-9 })
  }

  /// x rises past c and is pushed down by three that enter: its rise is real, c was passed by it, and the
  /// others were only pushed.
  @Test func ranksAmongTheModelsInBoth() throws {
    let rest = [("e", 1000.0, 6.0), ("f", 980, 6), ("g", 960, 6), ("h", 940, 6)]
    let old = try publishedBoard(
      [("a", 1100, 6), ("b", 1080, 6), ("c", 1060, 6), ("x", 1020, 6)] + rest)
    let new = try publishedBoard(
      [("n1", 1300, 6), ("n2", 1290, 6), ("n3", 1280, 6), ("a", 1100, 6), ("b", 1080, 6)]
        + [("c", 1060, 6), ("x", 1070, 6)] + rest)
    let comparison = try new.changes(since: old, testOptions(.holm))
    let moves = Dictionary(uniqueKeysWithValues: comparison.moves.map { ($0.name, $0) })
    #expect(moves["x"]?.rankMove == .real && moves["x"]?.placesGained == 1)
    #expect(moves["x"]?.oldRank == 4 && moves["x"]?.newRank == 6)
    #expect(moves["c"]?.rankMove == .passed && moves["c"]?.placesGained == -1)
    for name in ["a", "b", "e", "h"] {
      #expect(moves[name]?.rankMove == .displaced && moves[name]?.placesGained == 0)
    }
  }

  /// Equal ratings have an order, too, in which a model that really rises passes the others; nobody came or
  /// went, so nobody was pushed.
  @Test func aMoveOutOfATie() throws {
    let old = board([1300, 1300, 1300, 1200, 1100, 1000], [5, 5, 5, 5, 5, 5])
    let new = board([1300, 1330, 1300, 1200, 1100, 1000], [5, 5, 5, 5, 5, 5])
    let comparison = try new.changes(since: old, testOptions(.holm))
    let moves = Dictionary(uniqueKeysWithValues: comparison.moves.map { ($0.name, $0) })
    #expect(moves["m01"]?.isReal == true && moves["m01"]?.rankMove == .real)
    #expect(moves["m00"]?.rankMove == .passed && moves["m00"]?.placesGained == -1)
    #expect(comparison.moves.allSatisfy { $0.rankMove != .displaced })
  }

  /// d enters above all and e leaves: ranks change without any move in order; b and c change places by
  /// chance.
  @Test func displacedAndNoise() throws {
    let old = try publishedBoard([
      ("a", 1200, 6), ("b", 1150, 6), ("c", 1149, 6), ("e", 1100, 6), ("f", 1000, 6),
    ])
    let new = try publishedBoard([
      ("d", 1300, 6), ("a", 1200, 6), ("c", 1150, 6), ("b", 1149, 6), ("f", 1000, 6),
    ])
    let comparison = try new.changes(since: old, testOptions(.holm))
    #expect(comparison.moves.map(\.name) == ["a", "c", "b", "f"])
    #expect(comparison.moves.map(\.oldRank) == [1, 3, 2, 5])
    #expect(comparison.moves.map(\.newRank) == [2, 3, 4, 5])
    #expect(comparison.moves.map(\.rankMove) == [.displaced, .none, .noise, .none])
    #expect(comparison.entered == [SnapshotPlace(name: "d", rating: 1300, rank: 1)])
    #expect(comparison.left == [SnapshotPlace(name: "e", rating: 1100, rank: 4)])
    #expect(comparison.tiedForFirstOld == ["a"] && comparison.tiedForFirstNew == ["d"])
  }

  /// The first place is the leaderboard's own, whatever the order within the tie.
  @Test func theTopIsFrozenWhateverItsOrder() throws {
    let old = try publishedBoard([("a", 1200, 6), ("b", 1198, 6), ("c", 1100, 6)])
    let new = try publishedBoard([("a", 1199, 6), ("b", 1203, 6), ("c", 1100, 6)])
    let comparison = try new.changes(since: old, testOptions())
    #expect(comparison.tiedForFirstOld == ["a", "b"] && comparison.tiedForFirstNew == ["b", "a"])
    #expect(comparison.isFrozen)
    let first = try new.leaderboard(testOptions()).tiedForFirst
    #expect(first.map { new.roster.names[$0] } == comparison.tiedForFirstNew)
  }
}

@Suite(.enabled(if: RealData.isPresent, "set DEADHEAT_DATA to the folder of real data sets"))
struct RealSnapshotTests {
  private func board(_ file: String, _ day: String) throws -> Estimate {
    var options = ReadOptions()
    options.filters = [try RowFilter(parsing: "snapshot_date=\(day)")]
    return try estimate(readDataset([RealData.path(file)], options: options))
  }

  /// The week to 2026-04-30 on the text board: nothing moved by more than 3 points, and the same five
  /// are tied for first.
  @Test func aQuietWeek() throws {
    let file = "arena-text-2026-spring.csv"
    let (old, new) = (try board(file, "2026-04-23"), try board(file, "2026-04-30"))
    for overlap in [Overlap.independent, .nested] {
      let comparison = try new.changes(since: old, overlap: overlap, testOptions(.holm))
      #expect(comparison.moves.count == 20 && comparison.entered.count == 10)
      #expect(comparison.moves.allSatisfy { !$0.isReal })
      #expect(comparison.isFrozen && comparison.tiedForFirstNew.count == 5)
      #expect(comparison.tiedForFirstNew.first == "claude-opus-4-7-thinking")
    }
  }

  @Test func theCodeBoard() throws {
    let file = "arena-code-2026-spring.csv"
    let (old, new) = (try board(file, "2026-04-23"), try board(file, "2026-04-30"))
    let comparison = try new.changes(since: old, testOptions(.holm))
    #expect(comparison.moves.contains { $0.name == "kimi-k2.6" })
    // Every model is in one of the lists, in each of the two.
    #expect(comparison.moves.count + comparison.entered.count == new.roster.count)
    #expect(comparison.moves.count + comparison.left.count == old.roster.count)
    for move in comparison.moves {
      let raw = move.newRating - move.oldRating - comparison.shift
      #expect(abs(move.change - raw) < 1e-9)
    }
  }
}
