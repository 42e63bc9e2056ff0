import CommandLineKit
import EloInference
import SafeText

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
    case .better: "\(Mention.quoted(a)) is not shown to be better than \(Mention.quoted(b))"
    case .different: "\(Mention.quoted(a)) and \(Mention.quoted(b)) are not shown to be different"
    case .equivalent: "\(Mention.quoted(a)) and \(Mention.quoted(b)) are not shown to be equivalent"
    }
  }
}
