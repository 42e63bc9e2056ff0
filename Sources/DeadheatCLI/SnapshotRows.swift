import Battles
import EloInference
import Ingest

/// How many rows of one file two snapshots have, each and together, and what that makes of them.
struct SnapshotRows {
  private let old: Int
  private let new: Int
  private let both: Int

  /// The snapshots that were read, and the number of rows that are in both.
  init(old: ReadReport, new: ReadReport, both: Int) {
    self.old = Self.kept(old)
    self.new = Self.kept(new)
    self.both = both
  }

  /// How the snapshots hang together.
  var overlap: Overlap { reason == .sameRows || reason == .same ? .nested : .independent }

  /// Why.
  var reason: SnapshotComparison.OverlapReason {
    switch both {
    case old where old == new: .same
    case old: .sameRows
    case 0: .noRows
    case new: .swapped
    default: .someRows
    }
  }

  /// The rows that pass all conditions; 0 where none does.
  static func kept(_ files: [InputPath], _ options: ReadOptions) throws(IngestError) -> Int {
    do throws(IngestError) {
      return kept(try readDataset(files, options: options).report)
    } catch .dataset {
      // The conditions of either snapshot keep some rows, and those of both together none.
      return 0
    }
  }

  private static func kept(_ report: ReadReport) -> Int {
    report.rows - report.setAside.reduce(0) { $0 + ($1.reason == .filtered ? $1.count : 0) }
  }
}
