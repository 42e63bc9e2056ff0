import EloNumerics

extension Estimate {
  /// The models that may be the best: model i is among them unless some j leads it by more than cᵢ
  /// standard errors, cᵢ the level quantile of the largest such lead that chance makes.
  ///
  /// The set holds the true best with the stated confidence (Gupta, Technometrics 7 (1965) 225; Hsu,
  /// Annals of Statistics 12 (1984) 1136), a question of its own: it asks for fewer comparisons than
  /// all pairs do, and can be smaller than the top rank range.
  ///
  /// - Parameters:
  ///   - models: established ones, from the highest rating down.
  ///   - draws: of their errors; asked for each model that simple bounds on cᵢ do not decide.
  /// - Complexity: O(K²), and O(K·draws) for each model that needs them.
  func tiedForFirst(_ models: [Int], _ options: TestOptions, draws: () -> ReferenceDraws)
    -> [Int]
  {
    guard models.count > 1 else { return models }
    let level = options.level
    // For normal leads cᵢ is at least the quantile of one, and at most Bonferroni's for all. The
    // bootstrap's quantiles know no such bounds.
    let hasBounds = options.adjustment != .bootstrapMaxT
    let least = NormalDistribution.quantile(level)
    let most = NormalDistribution.quantile(1 - (1 - level) / Double(models.count - 1))
    return models.filter { model in
      let leads = models.filter { $0 != model }.map { Statistic(self, $0, model) }
      let largest = leads.reduce(-Double.infinity) { max($0, $1.z) }
      if largest <= 0 || hasBounds && largest <= least { return true }
      if hasBounds && largest > most { return false }
      let common = draws()
      return largest <= common.criticalValue(common.largestLead(leads), level: level)
    }
  }
}
