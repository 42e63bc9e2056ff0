/// What the reader of an estimate must know: values, without words.
public enum EstimateWarning: Sendable, Equatable {
  /// Models are not ranked, in groups by the reason, each model in one of them; of so many in all.
  case provisionalModels([ProvisionalGroup], of: Int)
  /// There are so few clusters, fewer than `below`, that how much they differ is known only roughly.
  case fewClusters(ClusterSummary, below: Int)
  /// Clusters are so uneven that they tell no more of the typical ranked model than this number of equal
  /// ones, fewer than `below`.
  case unevenClusters(ClusterSummary, equalOnes: Double, below: Int)
  /// In `count` of `resamples` bootstrap replicates some models lost touch with the others, having won or
  /// lost nothing against them: those first that did most often, equal ones by name.
  case degenerateReplicates(count: Int, resamples: Int, models: [LostModel])
  /// This model is the only ranked one, and its rating is where the scale was put.
  case nothingToCompare(String)
  /// A prior pulls ratings by more than errors of sampling hide, that of `most` further than any other; and
  /// `held` would have no finite rating without it, by name. At least one of the two is told.
  case priorPull(most: PulledModel?, held: [String])

  /// A model without touch to the others in some replicates.
  public struct LostModel: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// The number of replicates.
    public let replicates: Int

    /// A model.
    public init(name: String, replicates: Int) {
      self.name = name
      self.replicates = replicates
    }
  }

  /// The model that a prior pulls most.
  public struct PulledModel: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// How far its rating is pulled, in points of the scale: with the prior less without.
    public let points: Double
    /// The same in standard errors of the rating, without a sign.
    public let standardErrors: Double
    /// How much of the distance from the highest to the lowest rating the prior leaves.
    public let spreadKept: Double

    /// A model.
    public init(name: String, points: Double, standardErrors: Double, spreadKept: Double) {
      self.name = name
      self.points = points
      self.standardErrors = standardErrors
      self.spreadKept = spreadKept
    }
  }
}
