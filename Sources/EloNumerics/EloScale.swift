/// The scale that ratings are printed on: rating = origin + (scale / ln base) · logStrength.
public struct EloScale: Sendable, Equatable {
  /// The gap at which the better side is expected to score `base` times the other's score.
  public let scale: Double
  /// The odds that a gap of `scale` stands for.
  public let base: Double
  /// The rating of a log-strength of 0.
  public let origin: Double

  /// The Elo scale of chess and of the model boards: 400, 10, 1000.
  public static let standard = EloScale(scale: 400, base: 10, origin: 1000)

  /// The scale on which ratings are log-strengths themselves.
  public static let natural = EloScale(scale: 1, base: 2.718281828459045, origin: 0)

  /// A scale; `scale` is positive, `base` is greater than 1 and all are finite.
  public init(scale: Double, base: Double, origin: Double) {
    precondition(scale > 0 && scale.isFinite, "the scale is positive")
    precondition(base > 1 && base.isFinite, "the base is greater than 1")
    precondition(origin.isFinite, "the origin is finite")
    self.scale = scale
    self.base = base
    self.origin = origin
  }

  /// Rating points for one natural log-odds: 173.72 on the standard scale.
  public var pointsPerLogOdds: Double { scale / LibM.log(base) }

  /// The rating of a log-strength in natural log-odds.
  public func rating(ofLogStrength logStrength: Double) -> Double {
    origin + pointsPerLogOdds * logStrength
  }

  /// The log-strength in natural log-odds of a rating.
  public func logStrength(ofRating rating: Double) -> Double {
    (rating - origin) / pointsPerLogOdds
  }
}
