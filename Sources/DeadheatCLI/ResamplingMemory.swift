import CommandLineKit
import EloInference

/// What the bootstrap's replicates hold at most, and what to do where that does not fit.
struct ResamplingMemory {
  /// The number of resamples, B.
  let resamples: Int
  /// The number of models, K.
  let models: Int
  /// The number of pairs of models that met.
  let pairs: Int

  /// A share of the memory is left to everything else: what is read, the program, other programs.
  private static let usableShare = 0.8
  /// A replicate's values lie twice in memory while the threads' parts are joined and while they are
  /// centred: two doubles for each model.
  private static let bytesPerValue = 16.0

  /// Bytes of all replicates. As a `Double`, which no option makes run over.
  var bytes: Double { Self.bytesPerValue * Double(resamples) * Double(models) }

  /// Bytes of what a thread works with: for eight replicates at a time counts and curvatures of each
  /// pair, in two sets, and about ten numbers of each model.
  private var bytesPerThread: Double { 192 * Double(pairs) + 1024 * Double(models) }

  /// Refuses resamples that do not fit in `limit` bytes of memory.
  ///
  /// - Parameters:
  ///   - least: how many resamples the intervals take.
  ///   - alternative: the options that need no resamples.
  func require(limit: Double, least: Int, alternative: String) throws(UsageError) {
    let usable = Self.usableShare * limit
    guard bytes > usable else { return }
    let fitting = Self.rounded(usable / (Self.bytesPerValue * Double(models)))
    let fewer = fitting >= least ? "--resamples \(fitting), or " : ""
    throw .conflict(
      "\(resamples) resamples of \(models) models take \(Self.gigabytes(bytes)) of memory, and there "
        + "are \(Self.gigabytes(limit)); use \(fewer)\(alternative)")
  }

  /// As many of `threads` as fit beside the replicates, at least one: fewer are slower and change no
  /// result.
  func threads(_ threads: Int, limit: Double) -> Int {
    let room = (Self.usableShare * limit - bytes) / max(1, bytesPerThread)
    return max(1, Int(min(Double(threads), room)))
  }

  /// The largest number of two digits and zeros that is not above `count`.
  private static func rounded(_ count: Double) -> Int {
    var unit = 1.0
    while count / unit >= 100 { unit *= 10 }
    return Int((count / unit).rounded(.down) * unit)
  }

  /// Such as `12.5 GB`.
  private static func gigabytes(_ bytes: Double) -> String {
    let tenths = Int((bytes / 1e8).rounded(.up))
    return "\(tenths / 10).\(tenths % 10) GB"
  }
}
