/// The places of values in their order, where equal values share the mean of their places.
///
/// Places are kept doubled, so that they are whole numbers and every statistic made of them is
/// exact: whether a permutation is as extreme as the data must not depend on rounding.
public struct MidRanks: Sendable, Equatable {
  /// Which value has the first place.
  public enum Direction: Sendable, Equatable {
    /// The largest.
    case descending
    /// The smallest.
    case ascending
  }

  /// Twice the mean place of each value, from 2 to 2n.
  public let doubled: [Int]
  /// The group of equal values that each value belongs to, counted from 0 in the order of places.
  public let group: [Int]
  /// The number of groups.
  public let groupCount: Int
  /// The number of pairs of equal values.
  public let tiedPairs: Int

  /// Ranks `values`, none of which is NaN.
  ///
  /// - Complexity: O(n log n).
  public init(_ values: [Double], _ direction: Direction = .descending) {
    let order = values.indices.sorted {
      direction == .descending ? values[$0] > values[$1] : values[$0] < values[$1]
    }
    var doubled = [Int](repeating: 0, count: values.count)
    var group = doubled
    var groups = 0
    var tiedPairs = 0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for index in order[start..<end] {
        doubled[index] = start + 1 + end
        group[index] = groups
      }
      tiedPairs += (end - start) * (end - start - 1) / 2
      groups += 1
      start = end
    }
    self.doubled = doubled
    self.group = group
    groupCount = groups
    self.tiedPairs = tiedPairs
  }

  /// How many values there are.
  public var count: Int { doubled.count }

  /// The number of pairs of values.
  public var pairCount: Int { count * (count - 1) / 2 }

  /// The mean place of a value, from 1.
  public func place(_ index: Int) -> Double { Double(doubled[index]) / 2 }

  /// The first and the last place of the values that equal a value.
  ///
  /// - Complexity: O(n).
  public func span(_ index: Int) -> ClosedRange<Int> {
    let size = group.count { $0 == group[index] }
    let first = (doubled[index] - size + 1) / 2
    return first...first + size - 1
  }

  /// The first and the last place of the values that equal each value.
  ///
  /// - Complexity: O(n).
  public var spans: [ClosedRange<Int>] {
    var sizes = [Int](repeating: 0, count: groupCount)
    for group in group { sizes[group] += 1 }
    return indices.map { index in
      let size = sizes[group[index]]
      let first = (doubled[index] - size + 1) / 2
      return first...first + size - 1
    }
  }

  private var indices: Range<Int> { doubled.indices }

  /// Four times the sum of squared distances of the places from their mean.
  var spread: Int { doubled.reduce(0) { $0 + ($1 - count - 1) * ($1 - count - 1) } }
}
