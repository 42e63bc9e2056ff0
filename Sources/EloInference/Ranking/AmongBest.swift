import EloNumerics

/// The models that can be among the best k: model i is in the set unless k others each lead it by
/// more than cᵢ standard errors, cᵢ the 1 − (1 − level)/k quantile of the largest lead over i that
/// chance makes.
///
/// With at least the stated confidence the set holds all of the true best k at once. Let S be the
/// true best k, equal ones taken in any order, and i one of them. Of k models that lead i, at least
/// one is not in S; it is truly no better than i, so its whole lead is chance, and the largest lead
/// that chance makes over i exceeds cᵢ with probability (1 − level)/k at most. Over the k models of S
/// this sums to 1 − level at most (Bonferroni's inequality). Nothing is assumed of the others, and the
/// sets grow with k.
///
/// Normal quantiles are good enough for few battles: with 200 among six equal models each is in the
/// set of the best one in 95.3% ± 0.3 of simulations with uneven traffic and ties, and in 94.8% ± 0.3
/// with even traffic. Quantiles of t and leverage corrections of the covariance would add a point
/// or two to that. A provisional model is in no set: the claim is about the best of those ranked.
///
/// For k = 1 they are the models tied for first (Gupta, Technometrics 7 (1965) 225; Hsu, Annals of
/// Statistics 12 (1984) 1136), a question of its own: it asks for fewer comparisons than all pairs
/// do, and can be smaller than the top rank range.
///
/// Where clusters are worth too few for a joint distribution to be known, cᵢ is Bonferroni's, of each
/// lead's own Student's t.
struct AmongBest: Sendable {
  private let models: [Int]
  private let standings: [Standing]
  /// The leads over each model that simple bounds on cᵢ do not decide, to be asked of draws.
  let leads: [LeadQuestion]

  private enum Standing {
    case within, behind
    /// The place of its leads among those to be asked about.
    case asked(Int)
  }

  /// Decides for `models`, established ones from the highest rating down, what needs no draws.
  ///
  /// - Parameter size: k, at least 1; where there are no more than k models all are in the set.
  /// - Complexity: O(K² log K) for K models.
  init(_ size: Int, _ estimate: Estimate, _ models: [Int], _ options: TestOptions) {
    precondition(size >= 1, "the best are one or more")
    // For normal leads cᵢ is at least the quantile of one, and at most Bonferroni's for all. The
    // bootstrap's quantiles know no such bounds.
    let hasBounds = options.adjustment != .bootstrapMaxT
    let others = Double(max(1, models.count - 1))
    let errorRate = (1 - options.level) / Double(size)
    let least = NormalDistribution.quantile(1 - errorRate)
    let most = NormalDistribution.quantile(1 - errorRate / others)
    let isJoint = estimate.hasJointDistribution(of: models)
    var leads: [LeadQuestion] = []
    self.models = models
    standings = models.map { model in
      let own = models.filter { $0 != model }.map { Statistic(estimate, $0, model) }
      guard own.count >= size else { return .within }
      let decisive = own.map(\.score).sorted(by: >)[size - 1]
      if decisive <= 0 || hasBounds && decisive <= least { return .within }
      if hasBounds && decisive > most { return .behind }
      if !isJoint {
        return decisive > most ? .behind : .within
      }
      leads.append(LeadQuestion(leads: own, observed: decisive, errorRate: errorRate))
      return .asked(leads.count - 1)
    }
    self.leads = leads
  }

  /// The models in the set, from the highest rating down.
  ///
  /// - Parameter isWithinChance: the answers to `leads`.
  func members(_ isWithinChance: ArraySlice<Bool>) -> [Int] {
    zip(models, standings).filter { _, standing in
      switch standing {
      case .within: true
      case .behind: false
      case .asked(let index): isWithinChance[isWithinChance.startIndex + index]
      }
    }.map(\.0)
  }
}
