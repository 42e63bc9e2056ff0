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
/// or two to that.
///
/// Models without a rank that are judged take part: each comparison with one of them has its own share of
/// the error rate, (1 − level)/k over the number of other models, and the ranked ones' leads over each other
/// have what is left. A model without a rank that is not judged is in no set, and the claim is about the
/// best of the others.
///
/// Of two ranked models each is in the set of the best one unless the other is significantly better in a
/// two-sided test, as `comparison` makes it: whoever is alone in first place is so in both.
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
  /// How the models stand that have no rank.
  let judged: JudgedModels

  private enum Standing {
    case within, behind
    /// Behind, if chance hardly ever makes such leads.
    case asked(LeadQuestion)
  }

  /// Decides for `models`, established ones from the highest rating down, what needs no draws.
  ///
  /// - Parameter size: k, at least 1; where there are no more than k models all are in the set.
  /// - Throws: `EstimateError.fit(.notConverged)`, a fault of this program.
  /// - Complexity: O(K² log K) for K models, and that of `JudgedModels`.
  init(_ size: Int, _ estimate: Estimate, _ models: [Int], _ options: TestOptions)
    throws(EstimateError)
  {
    precondition(size >= 1, "the best are one or more")
    self.models = models
    let open = models.isEmpty ? 0 : estimate.openModels?.count ?? 0
    let share = (1 - options.level) / Double(size) / Double(max(1, models.count + open - 1))
    let rule = LeadRule(estimate, models, options, share: share, isTwoSided: size == 1)
    var standings = models.map { rule.standing($0, after: size) }
    let judged = try JudgedModels(
      estimate, size: size, models,
      isAsked: standings.map { if case .behind = $0 { false } else { true } }, errorRate: share,
      threads: options.threads)
    for (place, model) in models.enumerated() where judged.better[place] > 0 {
      let rest = size - judged.better[place]
      standings[place] = rest < 1 ? .behind : rule.standing(model, after: rest)
    }
    self.standings = standings
    self.judged = judged
  }

  /// The leads over each model that simple bounds on cᵢ do not decide, to be asked of draws.
  var leads: [LeadQuestion] {
    standings.compactMap { if case .asked(let question) = $0 { question } else { nil } }
  }

  /// Decides by the leads of ranked models.
  private struct LeadRule {
    private let estimate: Estimate
    private let models: [Int]
    private let errorRate: Double
    /// For normal leads cᵢ is at least the quantile of one, and at most Bonferroni's for all. The
    /// bootstrap's quantiles know no such bounds.
    private let hasBounds: Bool
    private let least, most: Double
    private let isJoint: Bool

    /// - Parameter share: the error rate for each other model.
    init(
      _ estimate: Estimate, _ models: [Int], _ options: TestOptions, share: Double, isTwoSided: Bool
    ) {
      self.estimate = estimate
      self.models = models
      hasBounds = options.adjustment != .bootstrapMaxT
      let others = Double(max(1, models.count - 1))
      errorRate = share * others / (isTwoSided && models.count == 2 ? 2 : 1)
      least = NormalDistribution.quantile(1 - errorRate)
      most = NormalDistribution.quantile(1 - errorRate / others)
      isJoint = estimate.hasJointDistribution(of: models)
    }

    /// How `model` stands where `count` ranked ones must be shown to lead it.
    func standing(_ model: Int, after count: Int) -> Standing {
      let own = models.filter { $0 != model }.map { Statistic(estimate, $0, model) }
      guard own.count >= count else { return .within }
      let decisive = own.map(\.score).sorted(by: >)[count - 1]
      if decisive <= 0 || hasBounds && decisive <= least { return .within }
      if hasBounds && decisive > most { return .behind }
      if !isJoint {
        return decisive > most ? .behind : .within
      }
      return .asked(LeadQuestion(leads: own, observed: decisive, errorRate: errorRate))
    }
  }

  /// The ranked models in the set, from the highest rating down.
  ///
  /// - Parameter isWithinChance: the answers to `leads`.
  func members(_ isWithinChance: ArraySlice<Bool>) -> [Int] {
    var answers = isWithinChance[...]
    return zip(models, standings).filter { _, standing in
      switch standing {
      case .within: true
      case .behind: false
      case .asked: answers.popFirst() ?? true
      }
    }.map(\.0)
  }
}
