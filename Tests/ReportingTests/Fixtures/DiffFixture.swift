import Battles
import EloNumerics

@testable import EloInference
@testable import Reporting

/// Snapshots to report on, built without any inference.
struct DiffFixture {
  var overlap = Overlap.nested
  var reason = SnapshotComparison.OverlapReason.sameRows
  var hasStableReference = true
  var notNested: [String] = []
  var withoutNewData: [String] = []
  var adjustment = Adjustment.maxT
  var moves = [
    move("alder", 1200, 1201, change: 0.2, rank: (1, 1), .none),
    move("birch", 1150, 1170, change: 19.6, isReal: true, rank: (3, 2), .real, gained: 1),
    move("cedar", 1160, 1158, change: -2.4, rank: (2, 3), .noise, gained: -1),
    move("elm", 1000, 1001, change: 0.4, rank: (4, 5), .displaced),
  ]
  var entered = [SnapshotPlace(name: "fir", rating: 1100, rank: 4)]
  var left: [SnapshotPlace] = []
  var old = ["alder"]
  var new = ["alder"]
  var top: Int?
  var isMovedOnly = false
  /// The models of two boards; `nil` for battles.
  var boardModels: (old: Int, new: Int)?
  /// The same board both times, where there are boards.
  var board = BoardSummary(level: 0.95)
  var warnings: [EstimateWarning] = []

  static func move(
    _ name: String, _ old: Double, _ new: Double, change: Double, isReal: Bool = false,
    rank: (Int, Int), _ rankMove: RankMove, gained: Int = 0
  ) -> MoveFinding {
    MoveFinding(
      name: name, oldRating: old, newRating: new, change: change, standardError: 2.5,
      z: change / 2.5, p: isReal ? 1e-6 : 0.4, adjustedP: isReal ? 1e-5 : 0.9, isReal: isReal,
      oldRank: rank.0, newRank: rank.1, placesGained: gained, rankMove: rankMove)
  }

  /// A model whose move is not judged.
  static func idle(_ name: String, _ old: Double, _ new: Double, rank: Int) -> MoveFinding {
    MoveFinding(
      name: name, oldRating: old, newRating: new, change: new - old, standardError: nil, z: nil,
      p: nil, adjustedP: nil, isReal: false, oldRank: rank, newRank: rank, placesGained: 0,
      rankMove: .none)
  }

  private static func roster(_ count: Int) -> Roster { Roster((0..<count).map { "model-\($0)" }) }

  private func source(_ fit: FitSummary) -> EstimateSource {
    boardModels == nil ? .battles(fit) : .board(board)
  }

  var report: DiffReport {
    let fit = FitSummary(
      battles: 40_000, ties: .half, bothBad: .tie, gauge: .meanOfEstablished, prior: 0,
      objective: -1, iterations: 6, gradientNorm: 1e-10)
    let read = ReadReport(
      files: ["b.csv"], rows: 9, setAside: [SetAside(.filtered, count: 3)],
      warnings: warnings.map(Battles.Warning.init))
    return DiffReport(
      comparison: SnapshotComparison(
        overlap: overlap, overlapReason: reason, hasStableReference: hasStableReference,
        notNested: notNested, withoutNewData: withoutNewData, shift: 0.8,
        test: MoveTest(
          adjustment: adjustment, level: 0.95, criticalValue: 2.87,
          models: moves.count { $0.adjustedP != nil }),
        moves: moves, entered: entered, left: left, tiedForFirstOld: old, tiedForFirstNew: new,
        scale: .standard, oldReference: boardModels == nil ? nil : board.reference,
        newReference: boardModels == nil ? nil : board.reference),
      old: Provenance(read, Self.roster(boardModels?.old ?? 4), source(fit), .standard),
      new: Provenance(
        ReadReport(files: ["b.csv"], rows: 9), Self.roster(boardModels?.new ?? 5), source(fit),
        .standard, warnings),
      top: top, isMovedOnly: isMovedOnly)
  }

  /// The words of the table without its line breaks.
  var prose: String {
    report.rendered(as: .table, style: TerminalStyle(width: 80)).split { $0 == "\n" || $0 == " " }
      .joined(separator: " ")
  }
}
