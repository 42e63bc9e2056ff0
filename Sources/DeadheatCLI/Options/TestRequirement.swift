import CommandLineKit
import EloInference

/// What `test --require` can ask to be shown.
enum TestRequirement: String, ArgumentValue, CaseIterable {
  case better, different, equivalent

  /// Whether a pair shows it.
  func isMet(by finding: PairFinding) -> Bool {
    switch self {
    case .better: finding.isFirstBetter
    case .different: finding.verdict.isDifferent
    case .equivalent: finding.verdict.isWithinMargin
    }
  }

  /// What is not shown of the models `a` and `b`, in words.
  func unmet(_ a: String, _ b: String) -> String {
    switch self {
    case .better: "'\(a)' is not shown to be better than '\(b)'"
    case .different: "'\(a)' and '\(b)' are not shown to be different"
    case .equivalent: "'\(a)' and '\(b)' are not shown to be equivalent"
    }
  }
}
