import EloNumerics

/// The models that may be the best: model i is among them unless some j leads it by more than cᵢ
/// standard errors, cᵢ the level quantile of the largest such lead that chance makes.
///
/// The set holds the true best with the stated confidence (Gupta, Technometrics 7 (1965) 225; Hsu,
/// Annals of Statistics 12 (1984) 1136), a question of its own: it asks for fewer comparisons than
/// all pairs do, and can be smaller than the top rank range.
///
/// Where there are fewer clusters than models no joint distribution is known, and cᵢ is Bonferroni's.
struct TiedForFirst: Sendable {
  private let models: [Int]
  private let standings: [Standing]
  /// The leads over each model that simple bounds on cᵢ do not decide, to be asked of draws.
  let leads: [[Statistic]]

  private enum Standing {
    case tied, behind
    /// The place of its leads among those to be asked about.
    case asked(Int)
  }

  /// Decides for `models`, established ones from the highest rating down, what needs no draws.
  ///
  /// - Complexity: O(K²).
  init(_ estimate: Estimate, _ models: [Int], _ options: TestOptions) {
    // For normal leads cᵢ is at least the quantile of one, and at most Bonferroni's for all. The
    // bootstrap's quantiles know no such bounds.
    let hasBounds = options.adjustment != .bootstrapMaxT
    let others = Double(max(1, models.count - 1))
    let least = NormalDistribution.quantile(options.level)
    let most = NormalDistribution.quantile(1 - (1 - options.level) / others)
    var leads: [[Statistic]] = []
    self.models = models
    standings = models.map { model in
      let own = models.filter { $0 != model }.map { Statistic(estimate, $0, model) }
      let largest = own.reduce(-Double.infinity) { max($0, $1.score) }
      if largest <= 0 || hasBounds && largest <= least { return .tied }
      if hasBounds && largest > most { return .behind }
      if estimate.hasFewerClusters(than: models.count) {
        return largest > most ? .behind : .tied
      }
      leads.append(own)
      return .asked(leads.count - 1)
    }
    self.leads = leads
  }

  /// The models in the set, from the highest rating down.
  ///
  /// - Parameter answers: to `leads`.
  func members(_ answers: DrawAnswers) -> [Int] {
    zip(models, standings).filter { _, standing in
      switch standing {
      case .tied: true
      case .behind: false
      case .asked(let index): answers.isWithinChance[index]
      }
    }.map(\.0)
  }
}
