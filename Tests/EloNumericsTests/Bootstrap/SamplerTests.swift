import Battles
@testable import EloNumerics
import KernelTypes
import Kernels
import TestSupport
import Testing

/// The law of a replicate is multinomial: N battles, each an independent draw from the data.
@Suite struct SamplerTests {
  /// Frequencies by cell of many replicates.
  private func replicates(_ plan: ResamplingPlan, _ number: Int, seed: UInt64) -> [[Int]] {
    (0..<number).map { plan.frequencies(seed: seed, replicate: $0).map(Int.init) }
  }

  /// The data's frequency of each cell, in drawing order. Cells that stand in parts are not among
  /// those of these tests.
  private func counts(_ plan: ResamplingPlan) -> [Int] {
    let counts = plan.cells.map { cell in
      let pair = cell.pair
      switch cell.halfWins {
      case 2: return plan.counts.firstWins[pair]
      case 0: return plan.counts.secondWins[pair]
      default: return plan.counts.ties[pair]
      }
    }
    #expect(counts == plan.cellCounts)
    return counts
  }

  private func logFactorial(_ n: Int) -> Double {
    n < 2 ? 0 : (2...n).reduce(0) { $0 + LibM.log(Double($1)) }
  }

  @Test(arguments: [1, 2, 3, 5, 7, 12, 50], [0, 99] as [UInt64])
  func smallSamplesAreExactlyMultinomial(total: Int, seed: UInt64) {
    // Up to three cells, so that all outcomes can be listed with their probabilities.
    let split = [max(1, total / 2), total / 4, total - max(1, total / 2) - total / 4]
    let plan = ResamplingPlan(
      PairCounts(battles([(0, 1, split[0], split[1], split[2])], models: 2)))
    let data = counts(plan)
    #expect(data.reduce(0, +) == total)
    let number = 6000
    var observed: [[Int]: Int] = [:]
    for replicate in replicates(plan, number, seed: seed) { observed[replicate, default: 0] += 1 }

    var frequencies: [Int] = []
    var expected: [Double] = []
    func visit(_ head: [Int], _ left: Int) {
      guard head.count < data.count - 1 else {
        let outcome = head + [left]
        var logP = logFactorial(total)
        for (x, n) in zip(outcome, data) {
          logP += Double(x) * LibM.log(Double(n) / Double(total)) - logFactorial(x)
        }
        frequencies.append(observed.removeValue(forKey: outcome) ?? 0)
        expected.append(Double(number) * LibM.exp(logP))
        return
      }
      for x in 0...left { visit(head + [x], left - x) }
    }
    visit([], total)
    #expect(observed.isEmpty, "an outcome that does not add up to the total")
    let test = ChiSquare(observed: frequencies, expected: expected)
    #expect(test.upperTail > 1e-5, "χ² \(test.statistic) on \(test.degrees)")
  }

  @Test(arguments: [0, 1, 2] as [UInt64]) func marginalsAndCovariancesAreMultinomial(seed: UInt64) {
    let plan = ResamplingPlan(
      PairCounts(
        battles(
          [(0, 1, 1, 2, 0), (0, 2, 30, 5, 400), (1, 2, 100, 61, 1), (2, 3, 900, 300, 200)],
          models: 4)))
    let data = counts(plan)
    let total = data.reduce(0, +)
    #expect(total == 2000)
    let number = 1500
    let sample = replicates(plan, number, seed: seed)
    #expect(sample.allSatisfy { $0.reduce(0, +) == total }, "every replicate has N battles")
    for (cell, n) in data.enumerated() {
      let p = Double(n) / Double(total)
      var logP = Double(total) * LibM.log1p(-p)
      var observed = [Int](repeating: 0, count: total + 1)
      for replicate in sample { observed[replicate[cell]] += 1 }
      let expected = (0...total).map { x -> Double in
        if x > 0 { logP += LibM.log(Double(total - x + 1) / Double(x)) + LibM.log(p / (1 - p)) }
        return Double(number) * LibM.exp(logP)
      }
      let test = ChiSquare(observed: observed, expected: expected)
      #expect(test.upperTail > 1e-5, "cell of \(n): χ² \(test.statistic) on \(test.degrees)")
    }
    for i in data.indices {
      for j in 0..<i {
        let (p, q) = (Double(data[i]) / Double(total), Double(data[j]) / Double(total))
        let (meanI, meanJ) = (Double(data[i]), Double(data[j]))
        let covariance =
          sample.reduce(0) { $0 + (Double($1[i]) - meanI) * (Double($1[j]) - meanJ) }
          / Double(number)
        let deviation = Double(total) * (p * (1 - p) * q * (1 - q) / Double(number)).squareRoot()
        // Five standard errors of a covariance that is small beside both variances.
        #expect((covariance + Double(total) * p * q).magnitude < 5 * deviation)
      }
    }
  }

  @Test func largeCellsHaveTheRightMeanAndVariance() {
    let plan = ResamplingPlan(PairCounts(battles([(0, 1, 1_000_000, 1, 70_001)], models: 2)))
    let data = [1_000_000, 1, 70_001]
    let total = Double(data.reduce(0, +))
    // The parts in which the large ones are drawn.
    #expect(plan.cells.count > 3)
    for (halfWins, n) in zip([2, 0, 1], data) {
      let parts = plan.cells.indices.filter { plan.cells[$0].halfWins == halfWins }
      #expect(parts.reduce(0) { $0 + plan.cellCounts[$1] } == n)
    }
    let number = 3000
    let sample = replicates(plan, number, seed: 3).map { replicate in
      [2, 0, 1].map { (halfWins: Int32) in
        zip(plan.cells, replicate).reduce(0) { $0 + ($1.0.halfWins == halfWins ? $1.1 : 0) }
      }
    }
    for (cell, n) in data.enumerated() {
      let p = Double(n) / total
      let variance = total * p * (1 - p)
      let deviations = sample.map { Double($0[cell]) - Double(n) }
      let mean = deviations.reduce(0, +) / Double(number)
      let square = deviations.reduce(0) { $0 + $1 * $1 } / Double(number)
      // Five standard errors of a mean.
      #expect(mean.magnitude < 5 * (variance / Double(number)).squareRoot())
      // Kurtosis 3 + 1/variance at most: five standard deviations of a sample variance.
      let spread = ((2 + 1 / variance) / Double(number)).squareRoot()
      #expect((square / variance - 1).magnitude < 5 * spread)
    }
  }

  /// A total above N is drawn again with the stream of the next attempt; kernel and twin must agree
  /// on first attempts to the bit.
  @Test(arguments: [0, 7] as [UInt64]) func kernelAgreesWithItsTwinLaneByLane(seed: UInt64) {
    let plan = ResamplingPlan(PairCounts(randomBattles(models: 6, seed: Int(seed) + 1)))
    var redrawn = 0
    for block in 0..<150 {
      var streams = RandomLanes(seed: seed, purpose: .resampling, first: block * 8)
      var battles = [CountLanes](repeating: .zero, count: plan.counts.pairCount)
      var halfWins = [CountLanes](repeating: .zero, count: 6)
      // As many witnesses as cells, so that every frequency can be seen.
      var drawn = [CountLanes](repeating: .zero, count: plan.cells.count)
      var battleSpan = battles.mutableSpan
      var winSpan = halfWins.mutableSpan
      var drawnSpan = drawn.mutableSpan
      let totals = KernelTable.baseline.drawCells(
        plan.runs.span, plan.cells.span, plan.frequencies.slots.span, &streams, &battleSpan,
        &winSpan, &drawnSpan)
      for lane in 0..<8 {
        let replicate = block * 8 + lane
        var stream = RandomStream(seed: seed, purpose: .resampling, index: replicate)
        var first = plan.tableOfCell.map { plan.frequencies.draw(Int($0), &stream) }
        #expect(first == drawn.map { $0[lane] })
        let total = first.reduce(0) { $0 + Int($1) }
        #expect(Int(totals[lane]) == total)
        let replay = plan.frequencies(seed: seed, replicate: replicate)
        if total > plan.battleCount {
          redrawn += 1
          #expect(replay != first)
        } else {
          var after = streams[lane]
          for _ in total..<plan.battleCount { first[plan.singleCell(&after)] += 1 }
          #expect(replay == first)
        }
      }
    }
    #expect(redrawn > 0, "the seeds must show what happens after a rejection")
    // One in 160 of 1200 is seven or eight; forty would mean that the means are not below the data's.
    #expect(redrawn < 40)
  }
}
