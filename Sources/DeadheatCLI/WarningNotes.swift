import Battles
import CommandLineKit

/// Warnings on standard error, each once in a run.
struct WarningNotes {
  private var lines: [String] = []

  /// No warnings yet.
  init() {}

  /// These warnings.
  init(_ warnings: [Warning]) {
    for warning in warnings { add(warning) }
  }

  /// Adds a warning on `subject`, unless the same was added before.
  mutating func add(_ warning: Warning, of subject: String? = nil) {
    let line = (subject.map { "\($0): " } ?? "") + PlainText.of(warning.text)
    // Two texts may differ only in the normal form of a name, which == would not see.
    if !lines.contains(where: { Roster.areSame($0, line) }) { lines.append(line) }
  }

  /// Writes a line for each.
  func tell(_ console: Console) {
    for line in lines { console.message("deadheat: warning: \(line)") }
  }
}
