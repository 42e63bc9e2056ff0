import CommandLineKit
import KernelDispatch
import KernelTypes

/// Which tables of kernels are measured.
enum KernelSelection: String, ArgumentValue, CaseIterable {
  /// All that the processor can run, in turns.
  case all
  /// Those that every processor of the architecture can run.
  case baseline

  /// The tables, the baseline first.
  var tables: [KernelTable] {
    switch self {
    case .all: KernelTable.available
    case .baseline: [KernelChoice.baseline.table]
    }
  }
}
