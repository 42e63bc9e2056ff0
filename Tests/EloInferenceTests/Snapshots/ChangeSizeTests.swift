import Battles
import EloNumerics
import Testing

@testable import EloInference

/// How often chance alone passes for a move, where no model moved.
@Suite struct ChangeSizeTests {
  private static let models = 6
  private static let runs = 200

  /// Battles of six models, uneven in traffic and with ties between some pairs only.
  private func battles(_ count: Int, _ random: inout IndependentRandom) -> [Cell] {
    (0..<count).map { _ in
      let a = random.below(Self.models)
      var b = a
      while b == a { b = min(random.below(Self.models), random.below(Self.models)) }
      let p = 1 / (1 + LibM.exp(0.3 * Double(b - a)))
      // Half of the battles tie where both are of the first three.
      let ties = a < 3 && b < 3 ? min(0.5, 2 * p, 2 * (1 - p)) : 0
      let verdict = random.unit()
      let outcome: Outcome =
        verdict < p - ties / 2 ? .aWins : verdict < p + ties / 2 ? .tie : .bWins
      return Cell(a: Int32(a), b: Int32(b), outcome: outcome, count: 1)
    }
  }

  private func estimate(_ cells: [Cell]) throws -> Estimate {
    try Estimate(battles: Cells(cells, names: modelNames(Self.models)), options: fitOptions())
  }

  /// The share of runs with any move, and the mean of z².
  private func study(_ overlap: Overlap, seed: UInt64) throws -> (errors: Double, square: Double) {
    var random = IndependentRandom(seed: seed)
    var (errors, squares) = (0, 0.0)
    for _ in 0..<Self.runs {
      let first = battles(500, &random)
      let added = battles(400, &random)
      let old = try estimate(first)
      let new = try estimate(overlap == .nested ? first + added : added)
      let comparison = try new.changes(since: old, overlap: overlap, testOptions(.holm))
      if comparison.moves.contains(where: \.isReal) { errors += 1 }
      squares += comparison.moves.reduce(0) { $0 + ($1.z ?? .nan) * ($1.z ?? .nan) }
    }
    return (Double(errors) / Double(Self.runs), squares / Double(Self.runs * Self.models))
  }

  /// z² of six models, five of them free, has a mean of 1 and over 200 runs a Monte Carlo error of
  /// √(2/(200·5)) = 0.045; three of them. As if independent, nested changes would have about 0.3.
  /// Any move in 5% of runs has an error of 0.0154, and Holm's method stays below 5%.
  @Test(arguments: [(Overlap.nested, UInt64(21)), (.independent, 22)])
  func sizeAndCalibration(overlap: Overlap, seed: UInt64) throws {
    let (errors, square) = try study(overlap, seed: seed)
    #expect(abs(square - 1) < 3 * 0.045, "\(square)")
    #expect(errors <= 0.05 + 2 * 0.0154, "\(errors)")
  }
}
