import EloNumerics
import Testing

@Suite struct ReplicatesTests {
  private func replicates() throws -> Replicates {
    try fitBradleyTerry(battles([(0, 1, 9, 4, 2), (1, 2, 7, 7, 0), (2, 0, 5, 6, 1)], models: 3))
      .bootstrap(BootstrapOptions(resamples: 12, seed: 1))
  }

  @Test func centredSetsTheWeightedMeanAndKeepsDifferences() throws {
    let plain = try replicates()
    let weights = [0.2, 0.5, 0.3]
    let centred = plain.centred(by: weights, target: 4)
    try #require(centred.count == 12)
    #expect(centred.modelCount == 3)
    #expect(centred.seed == plain.seed)
    #expect(centred.degenerateCount == plain.degenerateCount)
    #expect(centred.separations == plain.separations)
    #expect(centred.refitCount == plain.refitCount)
    for replicate in 0..<12 {
      let before = Array(plain.values[replicate * 3..<replicate * 3 + 3])
      let after = Array(centred.values[replicate * 3..<replicate * 3 + 3])
      let mean = zip(after, weights).reduce(0) { $0 + $1.0 * $1.1 }
      // A few roundings of numbers near 4.
      #expect((mean - 4).magnitude < 1e-14)
      for model in 1..<3 {
        let change = (after[model] - after[0]) - (before[model] - before[0])
        #expect(change.magnitude < 1e-14)
      }
    }
    let anchored = plain.centred(by: [0, 1, 0], target: -1)
    // x + (−1 − x) is rounded once.
    #expect(anchored.values(ofModel: 1).allSatisfy { ($0 + 1).magnitude < 1e-15 })
    #expect(anchored.standardDeviation(ofModel: 1) < 1e-15)
  }

  @Test func columnsAndTheirDeviations() throws {
    let replicates = try replicates()
    for model in 0..<3 {
      let column = replicates.values(ofModel: model)
      #expect(column == (0..<12).map { replicates.values[$0 * 3 + model] })
      var squares = 0.0
      for x in column { for y in column { squares += (x - y) * (x - y) } }
      // Σ over all pairs (x − y)² = 2·n·(n − 1)·s².
      let deviation = (squares / (2 * 12 * 11)).squareRoot()
      #expect((replicates.standardDeviation(ofModel: model) / deviation - 1).magnitude < 1e-12)
    }
  }
}
