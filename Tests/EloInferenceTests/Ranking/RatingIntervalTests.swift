import Battles
import EloNumerics
import Testing

@testable import EloInference

@Suite struct RatingIntervalTests {
  private func rows(
    _ interval: IntervalMethod, level: Double = 0.95, _ options: (inout EstimateOptions) -> Void
  ) throws -> (estimate: Estimate, rows: [RankFinding]) {
    var chosen = fitOptions(interval)
    options(&chosen)
    let estimate = try Estimate(battles: SimulatedArena.cells, options: chosen)
    return (
      estimate,
      try estimate.leaderboard(testOptions(level: level)).findings
    )
  }

  /// Type 7 of Hyndman and Fan, written out again.
  private func quantile(_ values: [Double], _ p: Double) -> Double {
    let sorted = values.sorted()
    let h = Double(sorted.count - 1) * p
    let low = Int(h.rounded(.down))
    let high = Int(h.rounded(.up))
    return sorted[low] + (h - h.rounded(.down)) * (sorted[high] - sorted[low])
  }

  @Test func percentileAndBasicMirrorEachOther() throws {
    let (estimate, percentile) = try rows(.percentile, level: 0.9) { _ in }
    let (_, basic) = try rows(.basic, level: 0.9) { _ in }
    let replicates = try #require(estimate.replicates)
    #expect(replicates.count == 40)
    for (one, other) in zip(percentile, basic) where !one.isProvisional {
      let values = replicates.values(ofModel: one.model).map(estimate.scale.rating(ofLogStrength:))
      // Rounding in ratings of 1000 that go to log-odds and back.
      #expect(abs(one.lower - quantile(values, 0.05)) < 1e-9)
      #expect(abs(one.upper - quantile(values, 0.95)) < 1e-9)
      #expect(abs(other.lower - (2 * one.rating - one.upper)) < 1e-9)
      #expect(abs(other.upper - (2 * one.rating - one.lower)) < 1e-9)
      let mean = values.reduce(0, +) / 40
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      // Likewise.
      #expect(abs(one.standardError - (squares / 39).squareRoot()) < 1e-9)
    }
    #expect(percentile.contains { !$0.isProvisional })
  }

  /// Wald's variances are too large by about 1/(1 − τ), τ the share of ties: within a tenth on these
  /// data, whose residuals are what the model says but for chance.
  @Test func sandwichAndWaldDifferByTheTies() throws {
    let (estimate, sandwich) = try rows(.sandwich) { _ in }
    let (_, wald) = try rows(.wald) { _ in }
    let record = try #require(estimate.battleRecord)
    let ties = Double(record.ties.reduce(0, +)) / 2 / Double(record.summary.battles)
    #expect(ties > 0.2)
    for (one, other) in zip(sandwich, wald) where !one.isProvisional {
      #expect(one.rating == other.rating)
      let ratio = other.standardError / one.standardError
      // A tenth, as above.
      #expect(abs(ratio * (1 - ties).squareRoot() - 1) < 0.1)
      // Symmetric, at Φ⁻¹(0.975) errors.
      #expect(abs(one.upper - one.rating - 1.959963984540054 * one.standardError) < 1e-9)
      #expect(abs(one.upper + one.lower - 2 * one.rating) < 1e-9)
    }
  }

  /// A bootstrap's error and the sandwich's estimate the same thing: within 45%, three errors of a
  /// standard deviation from 40 replicates (each 1/√78 = 11%) and the sandwich's own.
  @Test func bootstrapAndSandwichAgreeRoughly() throws {
    let (_, percentile) = try rows(.percentile) { _ in }
    let (_, sandwich) = try rows(.sandwich) { _ in }
    for (one, other) in zip(percentile, sandwich) where !one.isProvisional {
      #expect(abs(one.standardError / other.standardError - 1) < 0.45)
    }
  }

  @Test(arguments: [IntervalMethod.percentile, .basic, .sandwich, .wald])
  func anAnchorHasNoWidth(method: IntervalMethod) throws {
    let (estimate, rows) = try rows(method) { $0.centre = .anchor(name: "m07", rating: 1234) }
    let anchor = try #require(rows.first { $0.model == estimate.roster.id(of: "m07") })
    // Replicates are shifted by a difference and carry its rounding.
    for value in [anchor.rating, anchor.lower, anchor.upper] { #expect(abs(value - 1234) < 1e-9) }
    #expect(anchor.standardError < 1e-9)
    #expect(rows.filter { $0.standardError < 1 }.count == 1)
  }

  @Test func anUnknownAnchorIsRefused() {
    #expect(throws: EstimateError.unknownModel("nobody", known: SimulatedArena.cells.roster)) {
      try rows(.sandwich) { $0.centre = .anchor(name: "nobody", rating: 1) }
    }
  }

  /// Strengths are known up to a constant: no gauge changes a difference, its error or its p-value.
  @Test(arguments: [Centre.battles, .anchor(name: "m03", rating: 1700)])
  func gaugesMoveAllRatingsByOneConstant(centre: Centre) throws {
    let (plain, _) = try rows(.sandwich) { _ in }
    let (other, _) = try rows(.sandwich) { $0.centre = centre }
    let shift = other.rating(0) - plain.rating(0)
    #expect(abs(shift) > 0.1)
    for model in plain.roster.names.indices {
      #expect(abs(other.rating(model) - plain.rating(model) - shift) < 1e-9)
    }
    let pairs = try plain.comparison(.allPairs, testOptions()).findings
    for (one, two) in zip(pairs, try other.comparison(.allPairs, testOptions()).findings) {
      // Cancellation in Vii + Vjj − 2Vij, of 16 digits.
      #expect(abs(one.difference - two.difference) < 1e-9)
      #expect(abs(one.z - two.z) < 1e-9 && abs(one.p - two.p) < 1e-9)
    }
  }

  @Test func centres() throws {
    let (plain, rows) = try rows(.sandwich) { _ in }
    let established = rows.filter { !$0.isProvisional }
    let mean = established.reduce(0) { $0 + $1.rating } / Double(established.count)
    // A mean of twelve numbers of about 1000.
    #expect(abs(mean - 1000) < 1e-9)
    let (weighted, weightedRows) = try self.rows(.sandwich) { $0.centre = .battles }
    let sums = weightedRows.filter { !$0.isProvisional }.reduce((0.0, 0.0)) {
      ($0.0 + Double($1.battles ?? 0) * $1.rating, $0.1 + Double($1.battles ?? 0))
    }
    #expect(abs(sums.0 / sums.1 - 1000) < 1e-9)
    #expect(weighted.rating(0) != plain.rating(0))
  }

  /// rating = origin + scale/ln(base)·θ: natural units and 100 points for odds of 2 to 1.
  @Test func scales() throws {
    let (plain, plainRows) = try rows(.sandwich) { _ in }
    let (other, otherRows) = try rows(.sandwich) {
      $0.scale = EloScale(scale: 100, base: 2, origin: 50)
    }
    // 400/ln 10 = 173.71779276 and 100/ln 2 = 144.26950409, by Python.
    for (one, two) in zip(plainRows, otherRows) {
      #expect(abs((one.rating - 1000) / 173.71779276 - plain.logStrength[one.model]) < 1e-9)
      #expect(abs((two.rating - 50) / 144.26950409 - plain.logStrength[one.model]) < 1e-9)
      #expect(abs(two.standardError / one.standardError - 144.26950409 / 173.71779276) < 1e-9)
      #expect(one.rankRange == two.rankRange && one.isTiedForFirst == two.isTiedForFirst)
    }
    #expect(other.scale.origin == 50)
  }
}
