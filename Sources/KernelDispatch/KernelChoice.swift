import CPUProbe
package import KernelTypes
import Kernels

#if canImport(KernelsAVX2)
  import KernelsAVX2
#endif

/// Which kernels a program is to run. All of them give the same bits.
package enum KernelChoice: String, Sendable, CaseIterable {
  /// The fastest that the processor can run.
  case auto
  /// Those that every processor of the architecture can run.
  case baseline

  /// The chosen kernels.
  package var table: KernelTable {
    switch self {
    case .auto: KernelTable.available.last ?? .baseline
    case .baseline: .baseline
    }
  }
}

extension KernelTable {
  /// The tables that this processor can run, the fastest last.
  package static let available: [KernelTable] = {
    var tables = [KernelTable.baseline]
    #if canImport(KernelsAVX2)
      if cpu_offers_x86_64_v3() != 0 { tables.append(.avx2) }
    #endif
    return tables
  }()
}
