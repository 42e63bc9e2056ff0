import KernelDispatch
import TestSupport
import Testing

@testable import deadheat_bench

struct ValidityTests {
  @Test func theErrorIsThatOfTheMeanOverDataSets() {
    let share = MeanShare([1, 0, nil, 1, 0])
    // Half of four: the standard deviation is √(1/3), and that of the mean half of it.
    #expect(share.mean == 0.5 && share.count == 4)
    #expect((share.error - (1.0 / 12).squareRoot()).magnitude < 1e-15)
    #expect(MeanShare([1, 1, 1]).error == 0.125)
    #expect(MeanShare([nil]).count == 0)
  }

  @Test func twoErrorsAreGranted() {
    let close = [1, 1, 1, 0].map { $0 as Double? }  // 0.75, error 0.25
    #expect(ValidityRow("", .atLeast(0.95), close).outcome == .kept)
    let hundred = Array(repeating: close, count: 100).flatMap(\.self)  // 0.75, error 0.0217
    #expect(ValidityRow("", .atLeast(0.95), hundred).isMissed)
    #expect(ValidityRow("", .atMost(0.05), hundred).isMissed)
    #expect(ValidityRow("", .about(0.75, within: 0), hundred).outcome == .kept)
    #expect(ValidityRow("", .about(0.6, within: 0.01), hundred).outcome == .exceeded)
    #expect(ValidityRow("", .about(0.9, within: 0.01), hundred).isMissed)
    #expect(ValidityRow("", .nothing, hundred).outcome == .kept)
    #expect(ValidityRow("", .atMost(1), [nil]).outcome == nil)
  }

  @Test func aFaultIsWhatNoLuckExplains() {
    let close = [1, 1, 1, 0].map { $0 as Double? }
    let hundred = Array(repeating: close, count: 100).flatMap(\.self)
    // 0.05 and 0.1 below the bar, in errors of 0.0217.
    #expect(!ValidityRow("", .atLeast(0.8), hundred).isFault)
    #expect(ValidityRow("", .atLeast(0.8), hundred).isMissed)
    #expect(ValidityRow("", .atLeast(0.85), hundred).isFault)
    #expect(ValidityRow("", .atLeast(0.85), [nil]).isFault)
    #expect(!ValidityRow("", .about(0.1, within: 0.01), hundred).isFault)
  }

  @Test func theTableNamesWhatFallsShort() throws {
    let rows = [
      ValidityRow("good", .atMost(0.05), [0, 0, 0]),
      ValidityRow("bad", .atLeast(0.95), Array(repeating: 0, count: 50) + [nil]),
      ValidityRow("wide", .coverage, Array(repeating: 1, count: 50)),
      ValidityRow("told", .nothing, [0, 1]),
    ]
    let lines = ValidityTable.text(rows).split(separator: "\n")
    try #require(lines.count == 5)
    #expect(lines[1].contains("≤ 5.0%") && !lines[1].contains("SHORT"))
    #expect(lines[2].hasSuffix("FALLS SHORT") && lines[2].contains("≥ 95.0%"))
    #expect(lines[3].hasSuffix("more than promised") && lines[3].contains("95.0% ± 1.0"))
    #expect(lines[4].contains("–") && lines[4].contains("50.0%"))
  }

  /// Each procedure runs on a few data sets, and every row has a figure. Coverage and power are for the
  /// study itself, which the gate runs in its quick size.
  @Test(
    .enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"),
    arguments: [
      ProcedureName.newcomers, .falseDiscovery, .probabilities, .equivalence, .snapshots,
      .agreement,
    ])
  func everyRowHasAFigure(name: ProcedureName) throws {
    let rows = try name.procedure.rows(study())
    #expect(!rows.isEmpty)
    #expect(Set(rows.map(\.name)).count == rows.count, "two rows of one name share data sets")
    for row in rows where row.unusable < 4 {
      #expect((0...1).contains(row.achieved.mean), "\(row.name)")
    }
  }

  /// Neither threads nor kernels change a figure.
  @Test(.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"))
  func threadsAndKernelsChangeNothing() throws {
    func table(threads: Int, kernels: KernelChoice) throws -> String {
      ValidityTable.text(
        try NewcomerCoverage().rows(study(threads: threads, kernels: kernels)))
    }
    let one = try table(threads: 1, kernels: .baseline)
    #expect(try table(threads: 2, kernels: .auto) == one)
    #expect(one.split(separator: "\n").count == 19 && one.contains("5 battles"))
  }

  private func study(threads: Int = 2, kernels: KernelChoice = .auto) -> Study {
    Study(
      dataSets: 4, resampledSets: 2, boardSets: 1, resamples: 60, seed: 1, threads: threads,
      kernels: kernels.table)
  }
}
