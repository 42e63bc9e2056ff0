import Battles
import EloNumerics
import KernelDispatch
import KernelTypes
import Kernels
import TestSupport
import Testing

/// The same seed gives the same bits, however the work is divided.
@Suite struct BootstrapDeterminismTests {
  /// Data of which some replicates are redrawn, some separate and some need Newton's method.
  private static let cells = battles(
    [(0, 1, 30, 12, 5), (1, 2, 19, 14, 0), (0, 2, 8, 8, 8), (3, 0, 2, 1, 0), (4, 1, 300, 2, 0)],
    models: 5)

  private func replicates(_ count: Int, seed: UInt64 = 3, threads: Int = 1) throws -> Replicates {
    try fitBradleyTerry(Self.cells).bootstrap(
      BootstrapOptions(resamples: count, seed: seed, threads: threads))
  }

  @Test(arguments: KernelTable.available) func kernelsDoNotMatter(kernels: KernelTable) throws {
    let sparse = randomBattles(models: 20, seed: 8)
    for cells in [Self.cells, sparse] {
      let plain = try fitBradleyTerry(cells, options: FitOptions(), kernels: .baseline)
      let fit = try fitBradleyTerry(cells, options: FitOptions(), kernels: kernels)
      #expect(fit.logStrength == plain.logStrength)
      #expect(fit.inverseInformation.storage == plain.inverseInformation.storage)
      let options = BootstrapOptions(resamples: 100, seed: 3, threads: 2)
      #expect(try fit.bootstrap(options).values == plain.bootstrap(options).values)
    }
  }

  @Test(arguments: [2, 3, 8, 100]) func threadsDoNotMatter(threads: Int) throws {
    let (one, many) = (try replicates(100), try replicates(100, threads: threads))
    #expect(one.values == many.values)
    #expect(one.degenerateCount == many.degenerateCount)
    #expect(one.separations == many.separations)
    #expect(one.refitCount == many.refitCount)
    #expect(one.degenerateCount > 0)
    #expect(one.refitCount > one.degenerateCount, "some replicates are left to Newton's method")
  }

  @Test(arguments: [2, 5, 8, 9, 20]) func fewerReplicatesAreTheFirstOnes(count: Int) throws {
    let (few, many) = (try replicates(count), try replicates(40))
    #expect(few.count == count)
    #expect(few.values.count == count * 5)
    #expect(few.values[...] == many.values[..<(count * 5)])
  }

  @Test func seedsMatter() throws {
    let (first, second) = (try replicates(8, seed: 1), try replicates(8, seed: 2))
    #expect(first.seed == 1)
    var rows: Set<[Double]> = []
    for replicate in 0..<8 {
      let row = replicate * 5..<(replicate + 1) * 5
      #expect(first.values[row] != second.values[row])
      rows.insert(Array(first.values[row]))
    }
    #expect(rows.count == 8, "replicates differ among themselves too")
  }

  @Test func theOrderOfCellsDoesNotMatter() throws {
    let cells = Self.cells
    let reversed = Cells(
      (0..<cells.cellCount).reversed().flatMap { index -> [Cell] in
        var (half, rest) = (cells[index], cells[index])
        half.count /= 2
        rest.count -= half.count
        return [half, rest]
      }, names: cells.roster.names)
    let again = try fitBradleyTerry(reversed).bootstrap(BootstrapOptions(resamples: 16, seed: 3))
    #expect(again.values == (try replicates(16)).values)
  }
}
