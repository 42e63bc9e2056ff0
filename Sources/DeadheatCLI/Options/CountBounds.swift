import CommandLineKit

/// How large the numbers of options that count something may be: beyond them nothing is counted that
/// there is, and sums and memory run over.
enum CountBounds {
  /// Models, of which as many can be simulated, and rows of tables.
  static let models = 1_000_000
  /// Battles: a trillion of them take terabytes.
  static let battles = 1_000_000_000_000
  /// Bootstrap resamples: from here on the intervals' ends no longer move.
  static let resamples = 1_000_000
  /// Threads.
  static let threads = 1024
}

/// Refuses a count outside `range`; one that was not given is in any.
func requireCount(_ value: Int?, _ option: String, in range: ClosedRange<Int>) throws(UsageError) {
  guard let value else { return }
  try require(
    range.contains(value), "\(value)", option, "from \(range.lowerBound) to \(range.upperBound)")
}
