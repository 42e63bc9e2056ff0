/// What battles are simulated.
package struct SimulationOptions: Sendable, Equatable {
  /// The number of battles.
  package var battles: Int
  /// The share of ties between equally strong models, 0 ..< 1.
  ///
  /// At win probability p a tie comes with probability min(4·rate·p(1 − p), 2p, 2(1 − p)), taken
  /// evenly from both sides' wins, so that expected scores stay exactly those of the ratings.
  package var tieRate: Double
  /// How unevenly models are met: the popularity of the model that comes r-th is 1/r^skew.
  package var skew: Double
  /// The seed: the same seed gives the same battles.
  package var seed: UInt64

  /// Options; the default tie rate and skew are about those of model arenas.
  package init(battles: Int, tieRate: Double = 0.3, skew: Double = 0.9, seed: UInt64 = 0) {
    self.battles = battles
    self.tieRate = tieRate
    self.skew = skew
    self.seed = seed
  }

  /// The share of ties in which the judge calls both sides bad.
  static let bothBadShare = 0.4
}
