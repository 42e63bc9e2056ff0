import KernelTypes
import Synchronization

/// A table of kernels that counts what the bootstrap asks of it, for floors.
final class CountingKernels: Sendable {
  private let gradientCount = Atomic(0)
  private let solveCount = Atomic(0)

  /// How often the gradient of eight replicates was evaluated.
  var gradients: Int { gradientCount.load(ordering: .relaxed) }

  /// How often a gradient of eight replicates was multiplied by the inverse information.
  var solves: Int { solveCount.load(ordering: .relaxed) }

  /// The kernels of `table`, counted here.
  func counting(_ table: KernelTable) -> KernelTable {
    KernelTable(
      name: table.name,
      exponentials: { table.exponentials($0, &$1) },
      pairSums: {
        self.gradientCount.add(1, ordering: .relaxed)
        table.pairSums($0, $1, $2, $3, &$4)
      },
      gradient: { table.gradient($0, $1, $2, &$3) },
      pairCurvatures: { table.pairCurvatures($0, $1, $2, $3, &$4) },
      informationProduct: { table.informationProduct($0, $1, $2, $3, &$4) },
      addProduct: { table.addProduct($0, $1, $2, $3, $4, &$5) },
      drawCells: { table.drawCells($0, $1, $2, &$3, &$4, &$5, &$6) },
      addSingleBattles: { table.addSingleBattles($0, $1, $2, $3, $4, &$5, &$6, &$7) },
      openingGradient: { table.openingGradient($0, $1, $2, $3, $4, &$5, &$6) },
      chordStep: {
        self.solveCount.add(1, ordering: .relaxed)
        table.chordStep($0, $1, &$2, &$3)
      },
      correlate: { table.correlate($0, $1, $2, &$3) },
      largestOfAllPairs: { table.largestOfAllPairs($0, $1, $2, $3, &$4) },
      stepDownChanges: { table.stepDownChanges($0, $1, $2, $3, $4, &$5) },
      countLeads: { table.countLeads($0, $1, $2, $3, $4, $5, $6, &$7, &$8) })
  }
}
