/// Why a fit was not made. Models are named by id; whoever knows the roster turns ids into names.
public enum FitError: Error, Sendable, Equatable {
  /// Fewer than two models met.
  case tooFewModels(Int)
  /// Every battle was a tie: all ratings are equal and nothing tells how sure that is.
  case allTies(battles: Int)
  /// More models than a dense covariance can hold.
  case tooManyModels(Int, limit: Int)
  /// There is no finite maximum.
  case separated(Separation)
  /// More battles than the bootstrap's 32-bit counts can hold.
  case tooManyBattlesToResample(Int, limit: Int)
  /// The caller asked to stop.
  case cancelled
  /// Newton's method stopped short; a fault of this program, since the objective is concave.
  case notConverged(gradientNorm: Double, iterations: Int)
}
