/// How far two orders of the same things agree.
///
/// Kendall's τ-b (Kendall, Biometrika 33 (1945) 239) counts pairs: those that both order the same
/// way less those that they order oppositely, over the geometric mean of the pairs that each does
/// order. Spearman's ρ is the correlation of the mid-ranks. Both are 1 for the same order, −1 for
/// the reverse, and undefined where one side has a single value for all.
public struct RankCorrelation: Sendable, Equatable {
  /// How many things are ordered.
  public let count: Int
  /// Pairs that both orders have the same way round.
  public let concordant: Int
  /// Pairs that the orders have opposite ways round.
  public let discordant: Int
  /// Pairs that the first order has as equal.
  public let tiedInFirst: Int
  /// Pairs that the second order has as equal.
  public let tiedInSecond: Int
  /// Four times the covariance sum of the places.
  private let placeProduct: Int
  /// The product of the roots of the places' spreads.
  private let placeSpread: Double

  /// Compares two rankings of the same things, in the same order of indices.
  ///
  /// - Complexity: O(n log n).
  public init(_ first: MidRanks, _ second: MidRanks) {
    precondition(first.count == second.count, "two rankings of the same things")
    var counter = ConcordanceCounter(first, groupCount: second.groupCount)
    (concordant, discordant) = counter.count(second.group)
    count = first.count
    tiedInFirst = first.tiedPairs
    tiedInSecond = second.tiedPairs
    placeProduct = Self.placeProduct(first.doubled, second.doubled)
    placeSpread = (Double(first.spread) * Double(second.spread)).squareRoot()
  }

  /// The number of pairs.
  public var pairCount: Int { count * (count - 1) / 2 }

  /// Kendall's τ-b; `nil` where either order has one value for all.
  public var kendall: Double? {
    let first = Double(pairCount - tiedInFirst)
    let second = Double(pairCount - tiedInSecond)
    guard first > 0, second > 0 else { return nil }
    // Without ties the root is exact, and so are 1 and −1.
    return Double(concordant - discordant) / (first * second).squareRoot()
  }

  /// Spearman's ρ; `nil` where either order has one value for all.
  public var spearman: Double? {
    placeSpread > 0 ? Double(placeProduct) / placeSpread : nil
  }

  /// Σ (2r − n − 1)(2q − n − 1) of doubled places, which are about n + 1 on average.
  static func placeProduct(_ first: [Int], _ second: [Int]) -> Int {
    let mean = first.count + 1
    return zip(first, second).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
  }
}

/// Counts the pairs that two orders have the same way round, for one first order and any number of
/// second ones, with a tree of partial sums (Fenwick, Software: Practice and Experience 24 (1994)
/// 327).
struct ConcordanceCounter {
  /// The indices in the first order, group by group.
  private let groups: [[Int]]
  /// Partial sums of how often each group of the second order was seen.
  private var tree: [Int]

  /// Counts against `first`; the second order has at most `groupCount` groups.
  init(_ first: MidRanks, groupCount: Int) {
    var groups = [[Int]](repeating: [], count: first.groupCount)
    for (index, group) in first.group.enumerated() { groups[group].append(index) }
    self.groups = groups
    tree = [Int](repeating: 0, count: groupCount + 1)
  }

  /// The concordant and the discordant pairs with the second order whose groups are given by index.
  ///
  /// - Complexity: O(n log n).
  mutating func count(_ second: [Int]) -> (concordant: Int, discordant: Int) {
    for place in tree.indices { tree[place] = 0 }
    var concordant = 0
    var discordant = 0
    var seen = 0
    for members in groups {
      for index in members {
        concordant += sum(below: second[index])
        discordant += seen - sum(below: second[index] + 1)
      }
      for index in members { add(second[index]) }
      seen += members.count
    }
    return (concordant, discordant)
  }

  /// How many of the seen stand in groups under `group`.
  private func sum(below group: Int) -> Int {
    var place = group
    var sum = 0
    while place > 0 {
      sum += tree[place]
      place &= place - 1
    }
    return sum
  }

  private mutating func add(_ group: Int) {
    var place = group + 1
    while place < tree.count {
      tree[place] += 1
      place += place & -place
    }
  }
}
