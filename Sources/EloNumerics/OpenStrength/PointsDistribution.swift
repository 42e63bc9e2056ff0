/// The exact distribution of how many of several groups of battles are won, each group with a chance of
/// its own: a sum of binomials.
struct PointsDistribution {
  /// The lowest number that has a mass here.
  private var start: Int
  /// The mass of each number from `start` on.
  private var masses: [Double]

  /// Masses below this are left out: sums of them are far below any error rate.
  private static let leastMass = 1e-30

  /// The distribution for groups of `battles`, a whole number each, won with chances `chances`.
  ///
  /// - Complexity: O(width²) for each group, the width some twelve standard deviations of the sum.
  init(battles: [Double], chances: [Double]) {
    (start, masses) = (0, [1])
    for (count, chance) in zip(battles, chances) {
      add(Self(battles: Int(count), chance: chance))
    }
  }

  /// One group, its masses by their ratios from the most probable number outwards.
  private init(battles: Int, chance: Double) {
    let odds = chance / (1 - chance)
    guard odds > 0, odds.isFinite, battles > 0 else {
      (start, masses) = (odds > 0 ? battles : 0, [1])
      return
    }
    let mode = min(battles, Int(Double(battles + 1) * chance))
    var above: [Double] = [1]
    for wins in mode..<battles {
      let mass = above[above.count - 1] * odds * Double(battles - wins) / Double(wins + 1)
      guard mass > Self.leastMass else { break }
      above.append(mass)
    }
    var below: [Double] = []
    var mass = 1.0
    for wins in stride(from: mode, to: 0, by: -1) {
      mass *= Double(wins) / Double(battles - wins + 1) / odds
      guard mass > Self.leastMass else { break }
      below.append(mass)
    }
    let total = above.reduce(0, +) + below.reduce(0, +)
    start = mode - below.count
    masses = (below.reversed() + above).map { $0 / total }
  }

  private mutating func add(_ other: Self) {
    var sum = [Double](repeating: 0, count: masses.count + other.masses.count - 1)
    for (i, mass) in masses.enumerated() {
      for (j, share) in other.masses.enumerated() { sum[i + j] += mass * share }
    }
    let first = sum.firstIndex { $0 > Self.leastMass } ?? 0
    let last = sum.lastIndex { $0 > Self.leastMass } ?? sum.count - 1
    start += other.start + first
    masses = Array(sum[first...last])
  }

  /// The chance of `wins` or more.
  func atLeast(_ wins: Int) -> Double {
    masses.indices.reversed().prefix { start + $0 >= wins }.reduce(0) { $0 + masses[$1] }
  }
}
