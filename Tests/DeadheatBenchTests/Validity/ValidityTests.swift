import CommandLineKit
import KernelDispatch
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
    #expect(ValidityRow("", .atLeast(0.95), close).isKept)
    let hundred = Array(repeating: close, count: 100).flatMap(\.self)
    #expect(!ValidityRow("", .atLeast(0.95), hundred).isKept)
    #expect(!ValidityRow("", .atMost(0.05), hundred).isKept)
    #expect(ValidityRow("", .about(0.75, within: 0), hundred).isKept)
    #expect(!ValidityRow("", .atMost(1), [nil]).isKept)
  }

  @Test func theTableNamesWhatFallsShort() {
    let rows = [
      ValidityRow("good", .atMost(0.05), [0, 0, 0]),
      ValidityRow("bad", .atLeast(0.95), Array(repeating: 0, count: 50) + [nil]),
    ]
    let lines = ValidityTable.text(rows).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].contains("≤ 5.0%") && !lines[1].contains("SHORT"))
    #expect(lines[2].hasSuffix("FALLS SHORT") && lines[2].contains("≥ 95.0%"))
  }

  /// Neither threads nor kernels change a figure. The other procedures take too long without
  /// optimisation; the gate runs all of them.
  @Test func threadsAndKernelsChangeNothing() throws {
    func table(threads: Int, kernels: KernelChoice) throws -> String {
      let study = Study(
        dataSets: 3, resampledSets: 2, resamples: 60, seed: 1, threads: threads,
        kernels: kernels.table)
      return ValidityTable.text(try StragglerCoverage().rows(study))
    }
    let one = try table(threads: 1, kernels: .baseline)
    #expect(try table(threads: 2, kernels: .auto) == one)
    #expect(one.split(separator: "\n").count == 9 && one.contains("5 battles"))
  }
}
