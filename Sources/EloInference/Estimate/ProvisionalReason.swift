/// Why too little is known of a model to rank it.
public enum ProvisionalReason: String, Sendable, Equatable, CaseIterable {
  /// Fewer battles than were asked for.
  case fewBattles = "few_battles"
  /// Too few battles that link it to the largest group of models both ways, by points won and points
  /// lost; see `FirmTies`.
  case weakLinks = "weak_links"
  /// Hardly any battle that was no tie: squared residuals then say nothing of the error.
  case hardlyDecided = "hardly_decided"
  /// Battles in too few clusters: within one its scores sum to nothing, which looks like certainty.
  case fewClusters = "few_clusters"
  /// Clusters in all of which its scores vanish, as those of judges who give each side one win: the
  /// variance across them is 0 and says nothing.
  case equalClusters = "equal_clusters"
  /// Clusters that tell no more of its rating than fewer than three equal ones would: how much clusters
  /// differ is then hardly known.
  case fewEffectiveClusters = "few_effective_clusters"
  /// A published board that does not rank it, as of too few votes.
  case unrankedOnBoard = "unranked_on_board"
}

extension ProvisionalReason {
  /// Whether squared residuals say nothing of the model's error, and the fit's own assumptions must. Few
  /// effective clusters do show how much they differ, but hardly how large that is in general, which
  /// Student's t allows for; and boards tell their errors.
  var hidesError: Bool { self != .fewEffectiveClusters && self != .unrankedOnBoard }
}
