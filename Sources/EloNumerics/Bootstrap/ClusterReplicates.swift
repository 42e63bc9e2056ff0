import KernelTypes

/// Replicates by resampling clusters whole: as many clusters as there are, each drawn with equal
/// probability and repetition, with all its battles as often as it was drawn.
///
/// What battles of one cluster have in common thereby stays together (Davison and Hinkley, Bootstrap
/// Methods and Their Application, 1997, section 3.8).
struct ClusterReplicates: ReplicateSource {
  let counts: PairCounts
  private let clusters: ClusterCounts
  /// The battles and the half wins of each entry of `clusters`, as lanes count them.
  private let entryBattles, entryHalfWins: [Int32]
  private let seed: UInt64
  /// The battles of each cluster.
  private let sizes: [Int]
  /// The maximum spanning tree of the pairs in which both sides scored; see `WitnessPair`.
  private let tree: [Int]
  /// How often each cluster was drawn.
  private var frequencies: [CountLanes]
  private(set) var battles: [CountLanes]
  private(set) var halfWins: [CountLanes]
  /// The half wins of each pair's first model.
  private var pairHalfWins: [CountLanes]

  /// - Precondition: there are no more battles than `ResamplingPlan.battleLimit`.
  init(_ counts: PairCounts, _ clusters: ClusterCounts, seed: UInt64) {
    self.counts = counts
    self.clusters = clusters
    entryBattles = clusters.battles.map { Int32($0) }
    entryHalfWins = clusters.halfWins.map { Int32($0) }
    self.seed = seed
    sizes = (0..<clusters.clusterCount).map { cluster in
      clusters.entries(cluster).reduce(0) { $0 + clusters.battles[$1] }
    }
    let isInTree = WitnessPair.tree(counts)
    tree = isInTree.indices.filter { isInTree[$0] }
    frequencies = [CountLanes](repeating: .zero, count: clusters.clusterCount)
    battles = [CountLanes](repeating: .zero, count: counts.pairCount)
    halfWins = [CountLanes](repeating: .zero, count: counts.modelCount)
    pairHalfWins = battles
  }

  /// Clusters may hold most battles of a model, and be drawn several times.
  var likelyMaximum: Int { 4 * (counts.battlesByModel.max() ?? 0) }

  mutating func draw(block: Int, lanes: Range<Int>) throws(FitError) {
    for cluster in frequencies.indices { frequencies[cluster] = .zero }
    for lane in lanes {
      var total = 0
      forEachDraw(replicate: block * 8 + lane) {
        frequencies[$0][lane] += 1
        total += sizes[$0]
      }
      guard total <= ResamplingPlan.battleLimit else {
        throw .tooManyBattlesToResample(total, limit: ResamplingPlan.battleLimit)
      }
    }
    addUp()
  }

  /// Sums the clusters' battles by pair and by model. No sum exceeds the limit on a replicate's battles,
  /// and half wins are at most twice as many.
  private mutating func addUp() {
    for pair in battles.indices { (battles[pair], pairHalfWins[pair]) = (.zero, .zero) }
    for model in halfWins.indices { halfWins[model] = .zero }
    for cluster in frequencies.indices {
      let frequency = frequencies[cluster]
      for entry in clusters.entries(cluster) {
        let pair = Int(clusters.pair[entry])
        battles[pair] &+= frequency &* entryBattles[entry]
        pairHalfWins[pair] &+= frequency &* entryHalfWins[entry]
      }
    }
    for pair in battles.indices {
      halfWins[Int(counts.first[pair])] &+= pairHalfWins[pair]
      halfWins[Int(counts.second[pair])] &+= conceded(pair)
    }
  }

  /// The half wins of a pair's second model.
  private func conceded(_ pair: Int) -> CountLanes {
    battles[pair] &+ battles[pair] &- pairHalfWins[pair]
  }

  private func forEachDraw(replicate: Int, _ body: (_ cluster: Int) -> Void) {
    var stream = RandomStream(seed: seed, purpose: .clusterResampling, index: replicate)
    for _ in sizes { body(stream.next(below: sizes.count)) }
  }

  func lanesShownConnected() -> SIMDMask<CountLanes> {
    guard tree.count == counts.modelCount - 1 else { return SIMDMask(repeating: false) }
    var isConnected = SIMDMask<CountLanes>(repeating: true)
    for pair in tree {
      isConnected = isConnected .& (pairHalfWins[pair] .> 0) .& (conceded(pair) .> 0)
    }
    return isConnected
  }

  func isShownConnected(lane: Int) -> Bool {
    counts.connectivity(
      of: (battles.map { Int($0[lane]) }, pairHalfWins.map { Int($0[lane]) })
    ).isStronglyConnected
  }

  func pairSums(replicate: Int) -> (battles: [Int], halfWins: [Int]) {
    var battles = [Int](repeating: 0, count: counts.pairCount)
    var halfWins = battles
    forEachDraw(replicate: replicate) { cluster in
      for entry in clusters.entries(cluster) {
        battles[Int(clusters.pair[entry])] += clusters.battles[entry]
        halfWins[Int(clusters.pair[entry])] += clusters.halfWins[entry]
      }
    }
    return (battles, halfWins)
  }
}
