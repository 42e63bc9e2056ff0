/// The linear predictors of one row of a paired objective.
struct Predictors: Sendable {
  /// What speaks for the first model: θᵢ − θⱼ and what is added to it.
  var position: Double
  /// How likely ties are; see `TieModel`.
  var tie = 0.0
  /// How likely "both bad" is, where that is an outcome of its own.
  var bothBad = 0.0
}

/// What one row adds to an objective, with its derivatives in the predictors.
///
/// Slopes are in the order position, tie, both bad.
struct LinkTerms: Sendable {
  var value = 0.0
  var slope = SIMD3<Double>.zero
  /// The negative second derivatives: of each predictor by itself,
  var curvature = SIMD3<Double>.zero
  /// and those of position and tie, of position and both bad, of tie and both bad.
  var cross = SIMD3<Double>.zero
}
