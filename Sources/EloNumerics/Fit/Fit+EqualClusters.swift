extension Fit {
  /// Whether each model's own score all but vanishes in every cluster, as that of judges who give each side
  /// one win: its variance across clusters is 0, or rounding's, and says nothing. `nil` without clusters.
  ///
  /// - Complexity: O(K² + entries).
  package func hasEqualClusters() -> [Bool]? {
    guard let clusters else { return nil }
    let squares = ScoreParts(self).squaresOfClusters(clusters).diagonal
    var information = [Double](repeating: 0, count: counts.modelCount)
    for pair in 0..<counts.pairCount {
      let (i, j) = (Int(counts.first[pair]), Int(counts.second[pair]))
      let p = 1 / (1 + LibM.exp(logStrength[j] - logStrength[i]))
      let weight = Double(counts.battles(pair)) * p * (1 - p)
      information[i] += weight
      information[j] += weight
    }
    return zip(squares, information).map { $0 <= 1e-9 * $1 }
  }
}
