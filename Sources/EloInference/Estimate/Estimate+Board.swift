public import Battles
public import EloNumerics
package import KernelTypes
import Kernels

extension Estimate {
  /// Takes a published board as it is: scores with independent errors.
  ///
  /// Standard errors of differences between models of one board come out within a few per cent of
  /// what their battles would give.
  public init(board scores: PublishedScores, scale: EloScale) {
    self.init(board: scores, scale: scale, kernels: .baseline)
  }

  /// The same with injected kernels.
  package init(board scores: PublishedScores, scale: EloScale, kernels: KernelTable) {
    roster = scores.roster
    logStrength = scores.rating.map { scale.logStrength(ofRating: $0) }
    covariance = .independent(
      variance: scores.standardError.map {
        let logOdds = $0 / scale.pointsPerLogOdds
        return logOdds * logOdds
      })
    modelCovariance = nil
    interval = .published
    correction = .none
    clusterWorth = nil
    replicates = nil
    isProvisional = [Bool](repeating: false, count: scores.roster.count)
    provisionalReason = [ProvisionalReason?](repeating: nil, count: scores.roster.count)
    origin = .published(scores)
    self.scale = scale
    warnings = []
    openModels = nil
    self.kernels = kernels
  }
}
