package import Battles
package import EloInference

/// What `plan` has to tell: how many battles it takes to find gaps.
package struct PlanReport: Report {
  /// The command.
  package static let command = "plan"

  /// The plan.
  package let plan: BattlePlan
  /// What the plan rests on; `nil` for a gap without data.
  package let data: PlanData?

  /// A report.
  package init(plan: BattlePlan, data: PlanData?) {
    self.plan = plan
    self.data = data
  }

  /// The name of the model with `id`.
  func name(_ id: Int) -> String {
    guard let data else { preconditionFailure("without data there are no models") }
    return data.roster.names[id]
  }
}

/// The data that a plan rests on.
package struct PlanData: Sendable {
  /// The models behind the ids.
  package let roster: Roster
  /// How the ratings came about.
  package let source: EstimateSource
  /// What was read, and what of it was set aside.
  package let report: ReadReport
  /// What the reader must know beside the warnings of `report`.
  package let warnings: [EstimateWarning]

  /// The data of an estimate.
  package init(
    roster: Roster, source: EstimateSource, report: ReadReport, warnings: [EstimateWarning] = []
  ) {
    self.roster = roster
    self.source = source
    self.report = report
    self.warnings = warnings
  }
}
