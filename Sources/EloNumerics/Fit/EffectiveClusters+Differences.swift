import KernelTypes

extension EffectiveClusters {
  /// About how many products all differences may take before the lightest clusters are merged.
  static let productLimit = 1_000_000_000
  /// The number of groups that clusters are not merged below: fewer would cost more in width than they
  /// save in time.
  static let leastGroups = 32

  /// Those of each difference of two strengths: a symmetric matrix, 1 on its diagonal.
  ///
  /// A cluster's part of all contrasts is H⁺·M·H⁺, M its battles' information; what the difference of i
  /// and j takes of it is its entry ii plus jj less twice ij.
  ///
  /// Where that would take more than `productLimit` products, the lightest clusters are merged, with
  /// others of about their size. Nothing is then known of one of them but what the group is worth. The
  /// smaller number is taken of those for the two ends of what it can be: all of the group in one cluster,
  /// or even parts. The first alone would be too large where few heavy clusters decide, to which a group of
  /// many light ones would look like one more.
  ///
  /// - Complexity: O(K²·Σ m + K²·G) for m of K models in each of G clusters or groups of them, which are
  ///   at least `leastGroups`; O(K²) memory.
  package func ofDifferences() -> SymmetricMatrix {
    ofDifferences(groups: ClusterGroups(clusters, fit.counts, productLimit: Self.productLimit))
  }

  /// The same with clusters grouped otherwise.
  func ofDifferences(groups: ClusterGroups) -> SymmetricMatrix {
    let models = fit.counts.modelCount
    var shares = ClusterShares(fit, information)
    var sums = DifferencePowers(order: models)
    var evenSums = groups.isMerged ? DifferencePowers(order: models) : nil
    for group in groups.members {
      shares.take(group, of: clusters)
      sums.add(shares, parts: 1)
      evenSums?.add(shares, parts: group.count)
    }
    var result = SymmetricMatrix(zeros: models)
    for i in 0..<models {
      result[i, i] = 1
      for j in 0..<i {
        let excess = excessOfDifference(i, j)
        let whole = sums[i, j].effective(excess: excess)
        let number = evenSums.map { min(whole, $0[i, j].effective(excess: excess)) } ?? whole
        result[i, j] = number
        result[j, i] = number
      }
    }
    return result
  }
}

/// Sums of powers of what clusters tell of each difference, which lie as the lower half of a matrix whose
/// columns go eight by eight.
private struct DifferencePowers {
  private let groups: Int
  private var first, second, third, fourth: [Lanes]

  init(order: Int) {
    groups = (order + 7) / 8
    first = [Lanes](repeating: .zero, count: order * groups)
    (second, third, fourth) = (first, first, first)
  }

  /// Adds what a group of clusters tells, as so many even parts.
  mutating func add(_ shares: ClusterShares, parts: Int) {
    let scale = 1 / Double(parts)
    for row in shares.diagonal.indices {
      let own = shares.diagonal[row]
      for group in 0...row / 8 {
        let index = row * groups + group
        let share = shares.columns[group] + own - 2 * shares.products[index]
        let part = share * scale
        let square = share * part
        first[index] += share
        second[index] += square
        third[index] += square * part
        fourth[index] += square * part * part
      }
    }
  }

  /// The sums for the difference of two models, the second with the lower id.
  subscript(i: Int, j: Int) -> PowerSums {
    let (index, lane) = (i * groups + j / 8, j % 8)
    return PowerSums(
      first: first[index][lane], second: second[index][lane], third: third[index][lane],
      fourth: fourth[index][lane])
  }
}

/// What one cluster, or some of them together, contribute to the variance of all contrasts:
/// H⁺·M·H⁺ for the information M of their battles.
private struct ClusterShares {
  /// The lower half of the matrix, row by row, its columns eight by eight.
  private(set) var products: [Lanes]
  /// Its diagonal.
  private(set) var diagonal: [Double]
  /// Its diagonal by columns, eight by eight.
  private(set) var columns: [Lanes]
  private let fit: Fit
  private let information: [Double]
  private let groups: Int
  /// H⁺ by rows, eight columns at a time.
  private let inverse: [Lanes]
  /// The battles of each pair.
  private var battles: [Int]
  private var pairs: [Int] = []
  /// The models that take part and the place of each, −1 for the others.
  private var models: [Int] = []
  private var place: [Int]

  init(_ fit: Fit, _ information: [Double]) {
    let count = fit.counts.modelCount
    let groups = (count + 7) / 8
    let centred = fit.inverseInformation.centred(
      by: [Double](repeating: 1 / Double(count), count: count))
    var inverse = [Lanes](repeating: .zero, count: count * groups)
    for row in 0..<count {
      for column in 0..<count {
        inverse[row * groups + column / 8][column % 8] = centred[row, column]
      }
    }
    self.fit = fit
    self.information = information
    self.groups = groups
    self.inverse = inverse
    products = [Lanes](repeating: .zero, count: count * groups)
    diagonal = [Double](repeating: 0, count: count)
    columns = [Lanes](repeating: .zero, count: groups)
    battles = [Int](repeating: 0, count: fit.counts.pairCount)
    place = [Int](repeating: -1, count: count)
  }

  /// Becomes that of some clusters taken as one.
  mutating func take(_ members: [Int], of clusters: ClusterCounts) {
    collect(members, clusters)
    multiply()
    for model in models { place[model] = -1 }
    models.removeAll(keepingCapacity: true)
    for pair in pairs { battles[pair] = 0 }
    pairs.removeAll(keepingCapacity: true)
  }

  private mutating func collect(_ members: [Int], _ clusters: ClusterCounts) {
    for cluster in members {
      for entry in clusters.entries(cluster) {
        let pair = Int(clusters.pair[entry])
        if battles[pair] == 0 { pairs.append(pair) }
        battles[pair] += clusters.battles[entry]
        for model in [Int(fit.counts.first[pair]), Int(fit.counts.second[pair])]
        where place[model] < 0 {
          place[model] = models.count
          models.append(model)
        }
      }
    }
  }

  private mutating func multiply() {
    let (count, own) = (diagonal.count, models.count)
    // M·H⁺, of which only the rows of models that take part are not 0: a panel of so many for each
    // eight columns.
    var inner = [Lanes](repeating: .zero, count: own * groups)
    for pair in pairs {
      let (i, j) = (Int(fit.counts.first[pair]), Int(fit.counts.second[pair]))
      let weight = Double(battles[pair]) * information[pair]
      for group in 0..<groups {
        let flow = (inverse[i * groups + group] - inverse[j * groups + group]) * weight
        inner[group * own + place[i]] += flow
        inner[group * own + place[j]] -= flow
      }
    }
    // The columns of H⁺ that meet those rows.
    var outer = [Double](repeating: 0, count: count * own)
    for row in 0..<count {
      for (column, model) in models.enumerated() {
        outer[row * own + column] = inverse[row * groups + model / 8][model % 8]
      }
    }
    var panel = [Lanes](repeating: .zero, count: count)
    for group in 0..<groups {
      let rows = group * 8..<count
      for row in rows { panel[row] = .zero }
      do {
        var target = panel.mutableSpan
        fit.kernels.addProduct(
          outer.span, own, rows, 0..<own,
          inner.span.extracting(group * own..<(group + 1) * own), &target)
      }
      for row in rows { products[row * groups + group] = panel[row] }
      for lane in 0..<min(8, count - group * 8) {
        diagonal[group * 8 + lane] = panel[group * 8 + lane][lane]
        columns[group][lane] = panel[group * 8 + lane][lane]
      }
    }
  }
}
