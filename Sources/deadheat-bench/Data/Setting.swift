import KernelTypes

/// All that a suite is told.
struct Setting {
  /// How much it is to do.
  let workload: Workload
  /// The kernels to run with, one after the other; the first is the baseline.
  let kernels: [KernelTable]
  /// The most threads to use.
  let threads: Int
  /// Where its files go.
  let folder: TemporaryFolder

  /// The options that make the program run with the last of the kernels.
  var programOptions: [String] {
    let kernels = kernels.count == 1 ? "baseline" : "auto"
    return ["--threads", "\(threads)", "--kernels", kernels]
  }

  /// The seed of all data.
  static let seed: UInt64 = 20_240_607

  /// One thread, and all there are.
  var threadCounts: [Int] { threads > 1 ? [1, threads] : [1] }
}
