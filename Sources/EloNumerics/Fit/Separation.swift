/// Why a fit has no finite maximum: which models the battles do not tie to the others both ways.
public struct Separation: Sendable, Equatable {
  /// Models that lost no battle and tied none.
  public let neverLost: [Int]
  /// Models that won no battle and tied none.
  public let neverWon: [Int]
  /// The groups within which every model can be compared with every other, largest first.
  public let groups: [[Int]]
  /// Whether some groups never met at all; otherwise one of them won every battle between them.
  public let isDisconnected: Bool

  /// Names what keeps `counts` from being strongly connected; `nil` where it is.
  package init?(_ counts: PairCounts) {
    let connectivity = Connectivity(counts)
    guard !connectivity.isStronglyConnected else { return nil }
    var scored = [Bool](repeating: false, count: counts.modelCount)
    var conceded = scored
    for pair in 0..<counts.pairCount {
      let (i, j) = (Int(counts.first[pair]), Int(counts.second[pair]))
      if counts.firstWins[pair] + counts.ties[pair] > 0 {
        scored[i] = true
        conceded[j] = true
      }
      if counts.secondWins[pair] + counts.ties[pair] > 0 {
        scored[j] = true
        conceded[i] = true
      }
    }
    neverLost = conceded.indices.filter { !conceded[$0] }
    neverWon = scored.indices.filter { !scored[$0] }
    groups = connectivity.members
    let met = Connectivity(
      modelCount: counts.modelCount, first: counts.first, second: counts.second,
      firstScored: { _ in true }, secondScored: { _ in true })
    isDisconnected = !met.isStronglyConnected
  }
}
