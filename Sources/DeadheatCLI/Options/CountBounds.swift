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

extension ValueRule where Value == Double {
  /// What intervals cover and tests hold to.
  static var level: Self {
    // The comparisons' 20,000 draws decide nothing beyond.
    .share("from 0.5 to 0.9995, such as 0.95") { (0.5...0.9995).contains($0) }
  }
}
