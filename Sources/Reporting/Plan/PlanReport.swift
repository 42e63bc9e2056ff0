internal import Battles
package import EloInference

/// What `plan` has to tell: how many battles it takes to find gaps.
package struct PlanReport: Report {
  /// The command.
  package static let command = "plan"

  /// The plan.
  package let plan: BattlePlan
  /// Where the ratings came from; `nil` for a gap without data.
  package let provenance: Provenance?

  /// A report.
  package init(plan: BattlePlan, provenance: Provenance?) {
    self.plan = plan
    self.provenance = provenance
  }

  /// How ratings and gaps are written.
  var format: RatingFormat { RatingFormat(scale: plan.scale, provenance?.source) }

  /// The name of the model with `id`.
  func name(_ id: Int) -> String {
    guard let provenance else { preconditionFailure("without data there are no models") }
    return provenance.roster.names[id]
  }
}
