import KernelTypes

/// How often two orders that have nothing to do with each other agree or disagree as strongly as
/// the ones at hand: the second is dealt out to the things at random.
///
/// Two-sided by the magnitude of the statistic. The ties of both sides stay as they are, so that
/// numerators alone decide, which are whole numbers: no tolerance is needed. Up to
/// `mostEnumerated` things all permutations are looked at; beyond, a sample gives (1 + #)/(B + 1),
/// which is a valid p-value for any B and never 0 (Phipson and Smyth, Statistical Applications in
/// Genetics and Molecular Biology 9 (2010) 39).
public struct PermutationTest: Sendable, Equatable {
  /// Up to how many things all permutations are enumerated: 40,320 of 8.
  public static let mostEnumerated = 8

  /// The p-value of Kendall's τ-b.
  public let kendallP: Double
  /// The p-value of Spearman's ρ.
  public let spearmanP: Double
  /// The smallest p-value of Kendall's τ-b that any second order with these ties could have;
  /// `nil` where permutations were sampled.
  public let leastKendallP: Double?
  /// How many permutations were looked at.
  public let permutations: Int

  /// Whether all permutations were looked at.
  public var isExact: Bool { leastKendallP != nil }

  /// Tests the agreement of two rankings of the same things.
  ///
  /// - Parameters:
  ///   - first: the ranks of the things in one ranking.
  ///   - second: their ranks in the other one.
  ///   - samples: how many permutations are drawn where they are too many to enumerate.
  ///   - seed: of the permutations that are drawn.
  /// - Complexity: O(n!·n) up to eight things, O(samples · n log n) beyond.
  public init(_ first: MidRanks, _ second: MidRanks, samples: Int, seed: UInt64) {
    precondition(first.count == second.count, "two rankings of the same things")
    var tally = PermutationTally(first, second)
    if first.count <= Self.mostEnumerated {
      var order = Array(first.doubled.indices)
      Self.enumerate(&order, order.count) { tally.look(at: $0) }
      permutations = tally.count
      kendallP = Double(tally.kendallHits) / Double(tally.count)
      spearmanP = Double(tally.spearmanHits) / Double(tally.count)
      leastKendallP = Double(tally.largestCount) / Double(tally.count)
    } else {
      var order = Array(first.doubled.indices)
      var stream = RandomStream(seed: seed, purpose: .permutation, index: 0)
      for _ in 0..<samples {
        // Shuffling what is shuffled already leaves every order as probable (Durstenfeld 1964).
        for last in stride(from: order.count - 1, to: 0, by: -1) {
          order.swapAt(last, stream.next(below: last + 1))
        }
        tally.look(at: order)
      }
      permutations = samples
      kendallP = Double(1 + tally.kendallHits) / Double(1 + samples)
      spearmanP = Double(1 + tally.spearmanHits) / Double(1 + samples)
      leastKendallP = nil
    }
  }

  /// Every order of the first `count` entries, by Heap's algorithm (The Computer Journal 6 (1963)
  /// 293).
  private static func enumerate(_ order: inout [Int], _ count: Int, _ visit: ([Int]) -> Void) {
    guard count > 1 else { return visit(order) }
    for index in 0..<count {
      enumerate(&order, count - 1, visit)
      guard index < count - 1 else { break }
      order.swapAt(count.isMultiple(of: 2) ? index : 0, count - 1)
    }
  }
}

/// What was seen of the permutations so far.
private struct PermutationTally {
  private let first: MidRanks
  private let second: MidRanks
  private var counter: ConcordanceCounter
  private var group: [Int]
  private var doubled: [Int]
  /// The magnitudes of the numerators of the data.
  private let kendall: Int
  private let spearman: Int
  /// Permutations, and those at least as extreme as the data.
  private(set) var count = 0
  private(set) var kendallHits = 0
  private(set) var spearmanHits = 0
  /// The largest numerator of τ-b and how often it was seen.
  private var largest = -1
  private(set) var largestCount = 0

  init(_ first: MidRanks, _ second: MidRanks) {
    self.first = first
    self.second = second
    counter = ConcordanceCounter(first, groupCount: second.groupCount)
    group = second.group
    doubled = second.doubled
    let (concordant, discordant) = counter.count(second.group)
    kendall = abs(concordant - discordant)
    spearman = abs(RankCorrelation.placeProduct(first.doubled, second.doubled))
  }

  /// Deals the second side out in `order`.
  mutating func look(at order: [Int]) {
    for (index, source) in order.enumerated() {
      group[index] = second.group[source]
      doubled[index] = second.doubled[source]
    }
    let (concordant, discordant) = counter.count(group)
    let numerator = abs(concordant - discordant)
    count += 1
    if numerator >= kendall { kendallHits += 1 }
    if numerator > largest { (largest, largestCount) = (numerator, 0) }
    if numerator == largest { largestCount += 1 }
    if abs(RankCorrelation.placeProduct(first.doubled, doubled)) >= spearman { spearmanHits += 1 }
  }
}
