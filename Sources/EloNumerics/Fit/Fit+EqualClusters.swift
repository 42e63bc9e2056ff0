extension Fit {
  /// Whether each model's own score all but vanishes in every cluster, as that of judges who give each side
  /// one win: its variance across clusters is 0, or rounding's, and says nothing. `nil` without clusters.
  ///
  /// - Complexity: O(K² + entries).
  package func hasEqualClusters() -> [Bool]? {
    guard clusters != nil else { return nil }
    var information = [Double](repeating: 0, count: counts.modelCount)
    for (pair, weight) in terms.positions(uncentred).curvatures.enumerated() {
      information[Int(counts.first[pair])] += weight
      information[Int(counts.second[pair])] += weight
    }
    return zip(scores.sumOfSquares().diagonal, information).map { $0 <= 1e-9 * $1 }
  }
}
