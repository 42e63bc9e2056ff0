import EloNumerics
import KernelDispatch
import Testing

@testable import deadheat_bench

struct CountingKernelsTests {
  @Test func countsAndChangesNothing() throws {
    let cells = TwoModels.cells(wins: 70, losses: 30)
    let options = BootstrapOptions(resamples: 20, seed: 1)
    let kernels = KernelChoice.auto.table
    let counter = CountingKernels()
    let counted = try fitBradleyTerry(
      cells, options: FitOptions(), kernels: counter.counting(kernels))
    let plain = try fitBradleyTerry(cells, options: FitOptions(), kernels: kernels)
    #expect(try counted.bootstrap(options).values == plain.bootstrap(options).values)
    // Twenty replicates are three blocks of eight; each looks at its gradient once at least.
    #expect(counter.gradients >= 3)
  }
}
