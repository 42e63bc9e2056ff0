public import Battles
public import EloNumerics
package import KernelTypes

/// The narrow waist: strengths with their covariance, whether battles or a board gave them.
///
/// Models are indexed by roster id. Everything that compares models takes estimates only.
public struct Estimate: Sendable {
  /// The models.
  public let roster: Roster
  /// Natural log-odds, in the gauge.
  public let logStrength: [Double]
  /// The covariance of the log-strengths, in the gauge.
  public let covariance: Covariance
  /// The covariance that the model itself implies, used wherever a provisional model takes part whose
  /// battles tell nothing of their variance; `nil` where there is none, and for a board.
  public let modelCovariance: Covariance?
  /// How the intervals of ratings are made; there are replicates where it needs them.
  public let interval: IntervalMethod
  /// How many equal clusters ratings and differences rest on, which tells what their studentised values
  /// are compared with; `nil` for the normal distribution.
  let clusterWorth: ClusterWorth?
  /// Bootstrap replicates of the log-strengths, in the gauge; `nil` where there was no bootstrap.
  public let replicates: Replicates?
  /// Whether too little is known of a model to rank it.
  public let isProvisional: [Bool]
  /// Why; `nil` for a model that is ranked.
  public let provisionalReason: [ProvisionalReason?]
  /// Where the estimate came from.
  public let origin: Origin
  /// The scale that ratings are told on; the natural one for scores that are not Elo.
  public let scale: EloScale
  /// What the reader must know.
  public let warnings: [EstimateWarning]
  /// What battles tell of models that have no rank and may be the best all the same; `nil` where there
  /// are none that can be judged.
  package let openModels: OpenModels?
  /// The inner loops of what is asked of this estimate.
  package let kernels: KernelTable

  /// The clusters that the battles came in; `nil` where they count as independent, and for a board.
  public var clusters: ClusterSummary? {
    if case .battles(let record) = origin { record.summary.clusters } else { nil }
  }

  /// What the ratings are: Elo, or what a board's scores are.
  public var unit: ScoreUnit {
    if case .published(let scores) = origin { scores.unit } else { .elo }
  }

  /// What the studentised rating of a model is compared with.
  public func reference(_ model: Int) -> ReferenceDistribution {
    clusterWorth.map { .clustered(effective: $0.ofRating(model)) } ?? .normal
  }

  /// What the studentised difference of two models is compared with, by the clusters that tell of just that
  /// difference: they may be fewer than those of either rating, or more.
  public func reference(_ i: Int, _ j: Int) -> ReferenceDistribution {
    clusterWorth.map { .clustered(effective: $0.ofDifference(i, j)) } ?? .normal
  }

  /// How many equal clusters tell as much of a model's rating as those that there are; `nil` where battles
  /// count as independent, and for a board.
  ///
  /// As many as there are for a model that all of them tell equally much of, and the fewer the more
  /// unevenly its battles are spread over them. Of a model that battles tell too little of to say, as many
  /// as of a typical other one.
  public func effectiveClusters(_ model: Int) -> Double? { clusterWorth?.ofRating(model) }

  /// The fewest degrees of freedom of some models' ratings; `nil` for the normal distribution.
  func leastDegreesOfFreedom(_ models: [Int]) -> Double? {
    models.compactMap { reference($0).degreesOfFreedom }.min()
  }

  /// The ids of the models that are ranked, from the highest rating down; equal ones by name.
  public var establishedByRating: [Int] { byRating(isProvisional: false) }

  /// The ids of the provisional models, likewise.
  public var provisionalByRating: [Int] { byRating(isProvisional: true) }

  private func byRating(isProvisional wanted: Bool) -> [Int] {
    logStrength.indices.filter { isProvisional[$0] == wanted }
      .sorted { (logStrength[$1], $0) < (logStrength[$0], $1) }
  }

  /// The rating of a model; a board's is the published number itself.
  public func rating(_ model: Int) -> Double {
    switch origin {
    case .published(let scores): scores.rating[model]
    case .battles: scale.rating(ofLogStrength: logStrength[model])
    }
  }

  /// The variance of the difference of two log-strengths.
  public func varianceOfDifference(_ i: Int, _ j: Int) -> Double {
    let source = hasModelError(i) || hasModelError(j) ? modelCovariance ?? covariance : covariance
    return source.varianceOfDifference(i, j)
  }

  /// The standard error of one rating, on the rating scale, from the covariance and a prior's pull; a
  /// board's is the published number itself.
  public func ratingStandardError(_ model: Int) -> Double {
    if case .published(let scores) = origin { return scores.standardError[model] }
    let source = hasModelError(model) ? modelCovariance ?? covariance : covariance
    let pull = priorPull(on: model)
    return scale.pointsPerLogOdds * (source.variance(model) + pull * pull).squareRoot()
  }

  /// Whether the model says how large the error of a rating is, since its battles do not.
  private func hasModelError(_ model: Int) -> Bool {
    provisionalReason[model].map(\.hidesError) ?? false
  }
}

/// Where an estimate came from.
public enum Origin: Sendable {
  /// Battles and their fit.
  case battles(BattleRecord)
  /// A published board.
  case published(PublishedScores)
}

/// The battles behind a fit, and how the fit went.
public struct BattleRecord: Sendable {
  /// How the model was fitted and how well it converged.
  public let summary: FitSummary
  /// The fit, in the gauge of the estimate: what else is asked is computed from it.
  public let fit: Fit
  /// The cells that were fitted.
  public let cells: Cells
  /// Battles won, by model.
  public let wins: [Int]
  /// Battles lost, by model.
  public let losses: [Int]
  /// Battles tied, by model.
  public let ties: [Int]

  /// Tallies the cells of a fit; battles of a model against itself do not count.
  init(summary: FitSummary, fit: Fit, cells: Cells) {
    var wins = [Int](repeating: 0, count: cells.roster.count)
    var losses = wins
    var ties = wins
    for index in 0..<cells.cellCount where cells.a[index] != cells.b[index] {
      let (a, b) = (Int(cells.a[index]), Int(cells.b[index]))
      let count = cells.count[index]
      switch cells.outcome[index] {
      case .aWins:
        wins[a] += count
        losses[b] += count
      case .bWins:
        losses[a] += count
        wins[b] += count
      case .tie, .bothBad:
        ties[a] += count
        ties[b] += count
      }
    }
    self.summary = summary
    self.fit = fit
    self.cells = cells
    self.wins = wins
    self.losses = losses
    self.ties = ties
  }

  /// The battles of a model.
  public func battles(_ model: Int) -> Int { wins[model] + losses[model] + ties[model] }

  /// The battles between two models.
  ///
  /// - Complexity: O(log n) for n cells, which are sorted.
  public func battlesBetween(_ i: Int, _ j: Int) -> Int {
    battles(first: i, second: j) + (i == j ? 0 : battles(first: j, second: i))
  }

  private func battles(first: Int, second: Int) -> Int {
    var low = 0
    var high = cells.cellCount
    while low < high {
      let middle = (low + high) / 2
      if (Int(cells.a[middle]), Int(cells.b[middle])) < (first, second) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var sum = 0
    while low < cells.cellCount, Int(cells.a[low]) == first, Int(cells.b[low]) == second {
      sum += cells.count[low]
      low += 1
    }
    return sum
  }
}
