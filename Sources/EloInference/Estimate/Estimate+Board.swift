public import Battles
public import EloNumerics
package import KernelTypes
import Kernels

extension Estimate {
  /// Takes a published board as it is: scores with independent errors.
  ///
  /// Standard errors of differences between models of one board come out within a few per cent of
  /// what their battles would give. Models that the board does not rank are not ranked here either.
  ///
  /// - Parameters:
  ///   - scores: the board.
  ///   - scale: that of Elo scores. Others are on the natural scale, whatever is asked for: they are compared
  ///     by their differences as those of log-strengths are, and no odds follow from them.
  public init(board scores: PublishedScores, scale: EloScale) {
    self.init(board: scores, scale: scale, kernels: .baseline)
  }

  /// The same with injected kernels.
  package init(board scores: PublishedScores, scale: EloScale, kernels: KernelTable) {
    let scale = scores.unit == .elo ? scale : .natural
    self.init(
      scores: scores, logStrength: scores.rating.map { scale.logStrength(ofRating: $0) },
      covariance: .independent(
        variance: scores.standardError.map {
          let logOdds = $0 / scale.pointsPerLogOdds
          return logOdds * logOdds
        }), scale: scale, kernels: kernels)
  }

  /// Scores with the log-strengths that they come to.
  init(
    scores: PublishedScores, logStrength: [Double], covariance: Covariance, scale: EloScale,
    kernels: KernelTable
  ) {
    roster = scores.roster
    self.logStrength = logStrength
    self.covariance = covariance
    modelCovariance = nil
    interval = .published
    clusterWorth = nil
    replicates = nil
    isProvisional = scores.isUnranked
    provisionalReason = scores.isUnranked.map { $0 ? .unrankedOnBoard : nil }
    origin = .published(scores)
    self.scale = scale
    warnings = Self.unrankedWarning(scores).map { [$0] } ?? []
    openModels = nil
    self.kernels = kernels
  }

  /// Which models the board does not rank.
  private static func unrankedWarning(_ scores: PublishedScores) -> EstimateWarning? {
    let names = scores.roster.names
    let unranked = names.indices.filter { scores.isUnranked[$0] }
    guard !unranked.isEmpty else { return nil }
    let models = unranked.map { ProvisionalGroup.Model(name: names[$0], battles: nil) }
    return .provisionalModels(
      [ProvisionalGroup(.unrankedOnBoard, models)], of: names.count)
  }
}
