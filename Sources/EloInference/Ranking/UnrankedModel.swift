/// What is known of a model that has no rank: whether it may be the best all the same.
public struct UnrankedModel: Sendable, Equatable {
  /// Its id in the roster; `nil` for a model outside of the group that was fitted.
  public let id: Int?
  /// Its name.
  public let name: String
  /// Battles won, lost and tied; of a model outside of the group that is judged, against models of the
  /// group; `nil` for a board.
  public let wins, losses, ties: Int?
  /// Its battles, or the votes that a board tells; `nil` where it tells none.
  public let battles: Int?
  /// What its battles say of first place.
  public let standing: Standing
  /// Whether it can be among the best that were asked for; `nil` where it is not judged, or nobody asked.
  public let isAmongBest: Bool?

  /// A model with its battles.
  init(
    id: Int?, name: String, wins: Int, losses: Int, ties: Int, standing: Standing,
    isAmongBest: Bool?
  ) {
    self.id = id
    self.name = name
    (self.wins, self.losses, self.ties) = (wins, losses, ties)
    battles = wins + losses + ties
    self.standing = standing
    self.isAmongBest = isAmongBest
  }

  /// A model that a board does not rank, and of which nothing can be judged.
  init(id: Int, name: String, votes: Int?) {
    self.id = id
    self.name = name
    (wins, losses, ties) = (nil, nil, nil)
    battles = votes
    standing = .notJudged
    isAmongBest = nil
  }

  /// What a model's battles say of first place.
  public enum Standing: Sendable, Equatable {
    /// Nothing: it has too few, or they came in clusters.
    case notJudged
    /// Some ranked model is shown to be better.
    case behind
    /// It may be the best. Its rating is open to the side named, and at least this much at the level of the
    /// test; `nil` where it scored too little for any bound.
    case mayBeFirst(Openness, atLeast: Double?)
  }

  /// Where a rating is open.
  public enum Openness: String, Sendable, Equatable, CaseIterable {
    /// It lost hardly any battle.
    case upwards
    /// It won hardly any.
    case downwards
    /// It did both, but too few battles link it to the others, or hardly any was decided.
    case bothWays = "both_ways"
  }

  /// Whether it may be the best.
  public var isTiedForFirst: Bool {
    if case .mayBeFirst = standing { true } else { false }
  }
}
