/// The models that are not ranked for one reason.
public struct ProvisionalGroup: Sendable, Equatable {
  /// A `ProvisionalReason` with the bound that the models do not reach.
  public enum Rule: Sendable, Equatable {
    /// Fewer battles than these.
    case fewBattles(below: Int)
    /// Fewer battles than these that link a model to the others both ways.
    case weakLinks(below: Int)
    /// Fewer battles than these that are no ties.
    case hardlyDecided(below: Int)
    /// Battles in fewer clusters than these, which are called `of`.
    case fewClusters(below: Int, of: String)
    /// Scores that vanish in every cluster.
    case equalClusters(of: String)
    /// Fewer effective clusters than these.
    case fewEffectiveClusters(below: Double, of: String)
    /// A published board that does not rank them.
    case unrankedOnBoard
  }

  /// A model that is not ranked.
  public struct Model: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Its battles; `nil` for a board.
    public let battles: Int?

    /// A model.
    public init(name: String, battles: Int?) {
      self.name = name
      self.battles = battles
    }
  }

  /// Why.
  public let rule: Rule
  /// Which, by name; at least one.
  public let models: [Model]

  /// Some models.
  public init(_ rule: Rule, _ models: [Model]) {
    self.rule = rule
    self.models = models
  }
}
