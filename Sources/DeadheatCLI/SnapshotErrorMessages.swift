import Battles
import CommandLineKit
import EloInference
import SafeText

extension SnapshotError {
  /// The data are to blame, or what was asked of them.
  var exitCode: ExitCode {
    switch self {
    case .differentKinds, .clustered: .usage
    case .tooFewCommon, .notContained, .differentUnits: .badData
    case .estimate(let error): error.exitCode
    }
  }

  /// What happened and what to do.
  var message: String {
    switch self {
    case .tooFewCommon(let count):
      "\(count == 1 ? "one model is" : "no models are") ranked in both snapshots, and moves are "
        + "relative to others; look at the names, or lower --provisional"
    case .notContained(let a, let b, let outcome, let old, let new):
      "the old battles are not among the new ones: of \(Mention.quoted(a)) against \(Mention.quoted(b)) with \(outcome.label) "
        + "there are \(old) in the old snapshot and \(new) in the new one; use --overlap "
        + "independent, or a new snapshot that holds the old one's battles"
    case .differentKinds:
      "battles cannot be among the votes of a board that tells none; use --overlap independent"
    case .differentUnits(let old, let new):
      "the old scores are \(old.words) and the new ones \(new.words): nothing tells what moved; say with "
        + "--unit what both are, or compare boards of one unit"
    case .clustered:
      "moves between snapshots are told of battles that are independent; leave out --cluster"
    case .estimate(let error): error.message
    }
  }
}
