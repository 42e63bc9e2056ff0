import KernelTypes
import TestSupport

/// A graph of `models` in which each pair occurs with a chance of `density`, row by row.
struct RandomGraph {
  var start: [Int32] = [0]
  var second: [Int32] = []
  var first: [Int] = []
  var battles: [CountLanes] = []
  var strength: [Lanes] = []

  init(models: Int, density: Double, _ random: inout SeededGenerator) {
    for i in 0..<models {
      for j in i + 1..<max(models, i + 1) where Double.random(in: 0..<1, using: &random) < density {
        first.append(i)
        second.append(Int32(j))
        battles.append(randomCounts(0...1_000_000, &random))
      }
      start.append(Int32(second.count))
      strength.append(randomLanes(0.001...1000, &random))
    }
  }
}
