import KernelTypes

extension ResamplingPlan {
  /// The frequency of each cell in one replicate: the scalar twin of the kernel that draws eight,
  /// for replicates that need a closer look.
  ///
  /// - Complexity: O(cells + √battles).
  func frequencies(seed: UInt64, replicate: Int) -> [Int32] {
    var drawn = [Int32](repeating: 0, count: cells.count)
    var attempt = 0
    while true {
      var stream = RandomStream(
        seed: seed, purpose: .resampling, index: replicate, attempt: attempt)
      var total = 0
      for index in cells.indices {
        drawn[index] = frequencies.draw(Int(tableOfCell[index]), &stream)
        total += Int(drawn[index])
      }
      if total <= battleCount {
        for _ in total..<battleCount { drawn[singleCell(&stream)] += 1 }
        return drawn
      }
      attempt += 1
    }
  }

  /// The cell of a single battle.
  func singleCell(_ stream: inout RandomStream) -> Int {
    let run = runs[Int(singleBattle.draw(0, &stream))]
    return Int(run.start) + stream.next(below: Int(run.end - run.start))
  }

  /// Each pair's battles and the first model's half wins in them.
  func pairSums(_ frequencies: [Int32]) -> (battles: [Int], halfWins: [Int]) {
    var battles = [Int](repeating: 0, count: counts.pairCount)
    var halfWins = battles
    for (index, cell) in cells.enumerated() {
      battles[cell.pair] += Int(frequencies[index])
      halfWins[cell.pair] += Int(frequencies[index]) * Int(cell.halfWins)
    }
    return (battles, halfWins)
  }
}
