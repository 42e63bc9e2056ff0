/// Why a fit has no finite maximum: which models the battles do not tie to the others both ways.
public struct Separation: Sendable, Equatable {
  /// Models that met others, and lost no battle and tied none.
  public let neverLost: [Int]
  /// Models that met others, and won no battle and tied none.
  public let neverWon: [Int]
  /// The groups within which every model can be compared with every other, that with the most battles
  /// first.
  public let groups: [ModelGroup]
  /// The groups that never met, each with all models that met, at however many removes; likewise.
  public let unmet: [ModelGroup]

  /// Whether some groups never met at all; otherwise one of them won every battle between them.
  public var isDisconnected: Bool { unmet.count > 1 }

  /// Names what keeps `counts` from being strongly connected; `nil` where it is.
  package init?(_ counts: PairCounts) {
    let connectivity = Connectivity(counts)
    guard !connectivity.isStronglyConnected else { return nil }
    var scored = [Bool](repeating: false, count: counts.modelCount)
    var conceded = scored
    var met = DisjointSets(counts.modelCount)
    for pair in 0..<counts.pairCount {
      let (i, j) = (Int(counts.first[pair]), Int(counts.second[pair]))
      _ = met.join(i, j)
      if counts.firstWins[pair] + counts.ties[pair] > 0 {
        scored[i] = true
        conceded[j] = true
      }
      if counts.secondWins[pair] + counts.ties[pair] > 0 {
        scored[j] = true
        conceded[i] = true
      }
    }
    neverLost = conceded.indices.filter { scored[$0] && !conceded[$0] }
    neverWon = scored.indices.filter { conceded[$0] && !scored[$0] }
    groups = ModelGroup.groups(labelled: connectivity.component, counts)
    unmet = ModelGroup.groups(
      labelled: (0..<counts.modelCount).map { met.root($0) }, counts)
  }
}
