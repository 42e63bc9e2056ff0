public import EloNumerics

/// How battles become an estimate.
public struct EstimateOptions: Sendable {
  /// How the model is fitted.
  public var fit = FitOptions()
  /// Which log-strength is called zero.
  public var centre = Centre.models
  /// How the intervals of ratings are made.
  public var interval = IntervalMethod.percentile
  /// The bootstrap, where one is made.
  public var bootstrap = BootstrapOptions()
  /// Whether a bootstrap is made even where the intervals do not need it.
  public var needsReplicates = false
  /// Models with fewer battles are provisional.
  public var provisionalBelow = 30
  /// What the clusters of the battles are called, where they came with some; for the reader.
  public var clusterName = "cluster"
  /// The scale of the ratings.
  public var scale = EloScale.standard

  /// The defaults: percentile bootstrap, mean of the established models 1000.
  public init() {}
}

/// What the ratings are centred on, before names are turned into ids.
public enum Centre: Sendable, Equatable {
  /// The mean of the established models has the rating of the scale's origin.
  case models
  /// The same, weighted by battles.
  case battles
  /// This model has this rating.
  case anchor(name: String, rating: Double)
}
