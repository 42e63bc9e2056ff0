import KernelDispatch
import KernelTypes
import TestSupport
import Testing

@testable import deadheat_bench

/// What the suites assert, on little work; how long it takes is nobody's concern here.
@Suite(.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"))
struct SuiteChecks {
  private static func setting() throws -> Setting {
    Setting(
      workload: Workload(
        rows: 2000, models: 12, cellBattles: 20_000, cellModels: 8, resamples: 120,
        comparedModels: [5]),
      kernels: KernelTable.available, threads: 2, folder: try TemporaryFolder())
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    try IngestSuite(Self.setting()).checkReading()
  }

  @Test func fitsSolveTheirEquations() throws {
    #expect(try FitSuite(Self.setting()).check().count >= 2)
  }

  @Test func replicatesAreAsTheyMustBe() throws {
    #expect(try BootstrapSuite(Self.setting()).check().count == 3)
  }

  @Test func comparisonsAreAsTheyMustBe() throws {
    #expect(try InferenceSuite(Self.setting()).check().count == 3)
  }
}
