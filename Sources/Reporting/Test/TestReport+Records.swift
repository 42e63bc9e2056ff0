internal import Battles
internal import EloInference

/// Comparisons for programs: JSON by the schema deadheat/test/2, and CSV with its "pairs".
extension TestReport {
  /// The headings of the CSV, which are the keys of `pairFields`.
  static let pairKeys = [
    "a", "b", "difference", "lower", "upper", "standard_error", "z", "p", "p_adjusted",
    "significant", "verdict", "expected_score", "equivalent_within", "equivalence_p",
    "detectable_gap", "battles_between", "equivalence_p_adjusted", "smallest_margin",
    "first_beaten",
  ]

  /// The fields of each pair, in the order of the comparison; those of equivalence are null where it
  /// was not asked about.
  var pairFields: [[Field]] {
    comparison.findings.map { finding in
      let margin = comparison.equivalence?.margin
      let values: [JSONValue] = [
        .string(roster.names[finding.a]), .string(roster.names[finding.b]),
        .number(finding.difference), .number(finding.lower), .number(finding.upper),
        .number(finding.standardError), .number(finding.z), .number(finding.p),
        .number(finding.adjustedP), .bool(finding.verdict.isDifferent),
        .string(finding.verdict.rawValue), .optional(finding.expectedScore), .optional(margin),
        .optional(finding.equivalence?.p), .number(finding.detectableGap),
        .optional(finding.battlesBetween), .optional(finding.equivalence?.adjustedP),
        .optional(finding.equivalence?.smallestMargin),
        finding.firstBeaten.map { .string(roster.names[$0]) } ?? .null,
      ]
      return zip(Self.pairKeys, values).map { Field($0, $1) }
    }
  }

  /// The document.
  var json: JSONValue {
    .object([
      Field("schema", .string("deadheat/test/2")),
      Field("source", SummaryRecords.source(source, report, scale, models: roster.count)),
      Field("test", SummaryRecords.test(comparison.test)),
      Field("equivalence", equivalence),
      Field("pairs", .array(pairFields.map { .object($0) })),
      SummaryRecords.program,
      Field("warnings", SummaryRecords.warnings(report.warnings + warnings.map(Warning.init))),
    ])
  }

  /// How equivalence was tested; null where it was not.
  private var equivalence: JSONValue {
    guard let summary = comparison.equivalence else { return .null }
    return .object([
      Field("within", .number(summary.margin)),
      Field("adjust", .string(summary.adjustment.rawValue)),
    ])
  }
}
