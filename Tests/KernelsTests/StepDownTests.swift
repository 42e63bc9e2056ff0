import KernelTypes
import TestSupport
import Testing

@Suite struct StepDownTests {
  private func pairs(_ length: Int, models: Int, _ random: inout SeededGenerator)
    -> [StudentisedPair]
  {
    (0..<length).map { _ in
      StudentisedPair(
        first: .random(in: 0..<Int32(models), using: &random),
        second: .random(in: 0..<Int32(models), using: &random),
        precision: .random(in: 0.1...3, using: &random),
        observed: .random(in: 0...4, using: &random))
    }.sorted { $0.observed < $1.observed }
  }

  /// In each lane, the running maximum after each pair.
  private func runningMaxima(_ pairs: [StudentisedPair], _ draws: [DrawLanes], lane: Int) -> [Float]
  {
    var running: Float = 0
    return pairs.map { pair in
      let gap = draws[Int(pair.first)][lane] - draws[Int(pair.second)][lane]
      let statistic = (gap * pair.precision).magnitude
      if statistic > running { running = statistic }
      return running
    }
  }

  /// Checks the kernel, called for all pairs at once or for some at a time, against counts written
  /// out from their definition.
  private func expectStepDown(
    _ pairs: [StudentisedPair], _ draws: [DrawLanes], lanes: Int = 16, step: Int? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for table in tables {
      let maxima = (0..<16).map { runningMaxima(pairs, draws, lane: $0) }
      // What is there is added to, and nothing behind the last pair is touched.
      var changes = [Int32](repeating: 7, count: pairs.count + 1)
      var largest = DrawLanes.zero
      for start in stride(from: 0, to: pairs.count, by: step ?? max(1, pairs.count)) {
        let end = min(start + (step ?? pairs.count), pairs.count)
        let before = largest
        largest = changing(&changes) {
          table.stepDownChanges(
            pairs.span, start..<end, before, draws.span, lanes, &$0)
        }
      }
      var reached: Int32 = 0
      for (step, pair) in pairs.enumerated() {
        reached += changes[step] - 7
        let expected = (0..<lanes).count { maxima[$0][step] >= pair.observed }
        #expect(Int(reached) == expected, "step \(step)", sourceLocation: sourceLocation)
      }
      #expect(changes[pairs.count] == 7, sourceLocation: sourceLocation)
      for lane in 0..<16 {
        #expect(largest[lane] == maxima[lane].last ?? 0, sourceLocation: sourceLocation)
      }
    }
  }

  @Test(arguments: 0...65) func stepDownAgreesWithItsTwin(length: Int) {
    var random = SeededGenerator(seed: length)
    let draws = (0..<5).map { _ in randomDraws(-3...3, &random) }
    expectStepDown(pairs(length, models: 5, &random), draws)
    expectStepDown(pairs(length, models: 5, &random), draws, lanes: length % 17)
    expectStepDown(pairs(length, models: 5, &random), draws, step: 1 + length % 19)
  }

  /// Observations on a coarse grid, so that many are equal to each other and to what is drawn, with
  /// precisions of zero and draws that are infinite or no number.
  @Test(arguments: 0..<40) func stepDownAgreesWithItsTwinAtTheEdges(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var draws = (0..<6).map { _ in DrawLanes.zero }
    for model in draws.indices {
      for lane in 0..<16 { draws[model][lane] = Float(Int.random(in: -2...2, using: &random)) }
    }
    if seed % 2 == 1 {
      draws[1][3] = .infinity
      draws[2][3] = .infinity
      draws[3][4] = .nan
      draws[4][5] = -.infinity
    }
    let pairs = (0..<40).map { _ in
      StudentisedPair(
        first: .random(in: 0..<6, using: &random), second: .random(in: 0..<6, using: &random),
        precision: Float(Int.random(in: 0...2, using: &random)),
        observed: Float(Int.random(in: 0...9, using: &random)))
    }
    expectStepDown(pairs.sorted { $0.observed < $1.observed }, draws)
  }

  @Test(arguments: tables)
  func aDrawThatEqualsWhatWasObservedReachesIt(table: KernelTable) {
    var draws = [DrawLanes](repeating: .zero, count: 2)
    draws[0][0] = 1.5
    draws[1][1] = 1.5
    draws[0][2] = Float(1.5).nextDown
    let pairs = [StudentisedPair(first: 0, second: 1, precision: 2, observed: 3)]
    var changes: [Int32] = [0]
    let largest = changing(&changes) {
      table.stepDownChanges(
        pairs.span, 0..<pairs.count, .zero, draws.span, 16, &$0)
    }
    #expect(changes == [2], "the other side's lead counts too, what is just below does not")
    #expect(largest[0] == 3)
    #expect(largest[1] == 3)
  }

  @Test(arguments: tables)
  func equalObservationsAllSeeTheMaximumOverThoseBeforeThem(table: KernelTable) {
    var draws = [DrawLanes](repeating: .zero, count: 3)
    draws[0] = DrawLanes(repeating: 2)
    let pairs = [
      StudentisedPair(first: 0, second: 1, precision: 1, observed: 1.5),
      StudentisedPair(first: 1, second: 2, precision: 1, observed: 1.5),
      StudentisedPair(first: 1, second: 2, precision: 1, observed: 2.5),
    ]
    var changes = [Int32](repeating: 0, count: 3)
    _ = changing(&changes) {
      table.stepDownChanges(
        pairs.span, 0..<pairs.count, .zero, draws.span, 16, &$0)
    }
    #expect(changes == [16, 0, -16])
  }
}
