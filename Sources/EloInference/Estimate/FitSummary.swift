public import EloNumerics

/// What was fitted to battles and how well it converged.
public struct FitSummary: Sendable, Equatable {
  /// The battles that the fit used.
  public let battles: Int
  /// How ties entered: as half a win each, or not at all.
  public let ties: TieRule
  /// What became of verdicts that both sides are bad.
  public let bothBad: BothBadRule
  /// The battles between these models that the two rules dropped.
  public let dropped: DroppedBattles
  /// Which log-strength is called zero.
  public let gauge: Gauge
  /// The virtual battles of each model against an average opponent; 0 for none.
  public let prior: Double
  /// The log-likelihood with ties as half wins, without constants; with the prior's part.
  public let objective: Double
  /// Newton steps taken.
  public let iterations: Int
  /// The largest entry of the gradient at the end, in battles.
  public let gradientNorm: Double
  /// The clusters that the battles came in; `nil` where they count as independent.
  public let clusters: ClusterSummary?
  /// How far the prior pulls ratings; `nil` without a prior.
  public let priorPull: PriorPull?
  /// What would rank two models or more, where fewer are ranked; each was tried.
  public let waysToRank: [WayOut]

  /// A summary.
  init(
    battles: Int, ties: TieRule, bothBad: BothBadRule, dropped: DroppedBattles = .none,
    gauge: Gauge, prior: Double,
    objective: Double, iterations: Int, gradientNorm: Double, clusters: ClusterSummary? = nil,
    priorPull: PriorPull? = nil, waysToRank: [WayOut] = []
  ) {
    self.battles = battles
    self.ties = ties
    self.bothBad = bothBad
    self.dropped = dropped
    self.gauge = gauge
    self.prior = prior
    self.objective = objective
    self.iterations = iterations
    self.gradientNorm = gradientNorm
    self.clusters = clusters
    self.priorPull = priorPull
    self.waysToRank = waysToRank
  }
}

/// The clusters that battles came in.
public struct ClusterSummary: Sendable, Equatable {
  /// What they are called, such as the column that tells them.
  public let name: String
  /// How many there are.
  public let count: Int
}
