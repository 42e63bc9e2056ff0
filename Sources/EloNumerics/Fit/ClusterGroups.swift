/// Clusters in groups that are few enough to go through with all pairs of models.
struct ClusterGroups: Sendable {
  /// The clusters of each group.
  let members: [[Int]]

  /// Whether some group is of more than one cluster.
  var isMerged: Bool { members.contains { $0.count > 1 } }

  /// What the powers of a cluster's shares take, in products a pair of models.
  private static let powers = 8

  /// Leaves clusters by themselves where they take up to `productLimit` products, K²/2 for each of K
  /// models that a cluster has battles of and eight times that for powers. Where they would take more, half of the groups that are left
  /// are the heaviest clusters, each by itself, and half are of the others, alike in size within a group
  /// and of about equally many battles.
  init(_ clusters: ClusterCounts, _ counts: PairCounts, productLimit: Int) {
    let models = Double(counts.modelCount)
    let parts =
      clusters.clustersByModel(counts).reduce(0, +) + Self.powers * clusters.clusterCount
    let most = Double(productLimit) / (models * models / 2)
    guard Double(parts) > most else {
      self.init(members: (0..<clusters.clusterCount).map { [$0] })
      return
    }
    // A group of many clusters has battles of all models.
    self.init(
      clusters,
      groups: max(
        EffectiveClusters.leastGroups, Int((most / (models + Double(Self.powers))).rounded(.down))))
  }

  private init(members: [[Int]]) { self.members = members }

  /// At most `groups` of them, from the heaviest down.
  init(_ clusters: ClusterCounts, groups: Int) {
    let sizes = (0..<clusters.clusterCount).map { cluster in
      clusters.entries(cluster).reduce(0) { $0 + clusters.battles[$1] }
    }
    let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    guard order.count > groups else {
      members = order.map { [$0] }
      return
    }
    let single = groups / 2
    let light = order[single...]
    let total = light.reduce(0) { $0 + sizes[$1] }
    var members = order[..<single].map { [$0] }
    var (taken, group, filled) = (0, [Int](), 0)
    for cluster in light {
      group.append(cluster)
      taken += sizes[cluster]
      // The n-th group ends where so many shares of all light battles are reached.
      if taken * (groups - single) >= total * (filled + 1) {
        members.append(group)
        group = []
        filled = taken * (groups - single) / total
      }
    }
    self.members = members
  }
}
