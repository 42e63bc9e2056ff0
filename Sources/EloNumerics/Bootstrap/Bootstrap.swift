import KernelTypes
import Synchronization
import Threads

/// Told now and then, by any thread, which share of the work is done, from 0 to 1.
public typealias ProgressHandler = @Sendable (Double) -> Void

/// A wish to stop: whoever holds it may cancel work that looks at it now and then.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// Nothing is cancelled yet.
  public init() {}

  /// Asks the work to stop, from any thread.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Whether it was asked to stop.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}

/// How many bootstrap replicates are drawn, and how.
public struct BootstrapOptions: Sendable, Equatable {
  /// The number of replicates, B.
  public var resamples: Int
  /// The seed: the same seed gives the same bits whatever the number of threads.
  public var seed: UInt64
  /// The most threads that work at a time.
  public var threads: Int

  /// Options; `resamples` is at least 2, `threads` at least 1.
  public init(resamples: Int = 1000, seed: UInt64 = 0, threads: Int = 1) {
    self.resamples = resamples
    self.seed = seed
    self.threads = threads
  }
}

extension Fit {
  /// Resamples the battles, refits each replicate to the fit's own tolerance and answers the
  /// log-strengths.
  ///
  /// Multinomial resampling of the cells is identical in law to resampling battles (Efron, Annals of
  /// Statistics 7 (1979) 1). Battles that came with clusters are resampled by whole clusters. In a
  /// replicate in which some models separate, those models, and only those, receive half a virtual
  /// battle against the mean of the others.
  ///
  /// - Parameters:
  ///   - options: how many replicates, from which seed, on how many threads.
  ///   - progress: called after every eight replicates.
  ///   - cancellation: looked at as often.
  /// - Throws: `FitError.tooManyBattlesToResample` and `.cancelled`.
  /// - Complexity: O(B·(cells + pairs + K²)) for K models, cells by cluster; O(K³) more for each replicate that the
  ///   fast iteration leaves to Newton's method.
  public func bootstrap(
    _ options: BootstrapOptions, progress: ProgressHandler? = nil,
    cancellation: Cancellation? = nil
  ) throws(FitError) -> Replicates {
    precondition(options.resamples >= 2 && options.threads >= 1, "two replicates, one thread")
    guard counts.battleCount <= ResamplingPlan.battleLimit else {
      throw .tooManyBattlesToResample(counts.battleCount, limit: ResamplingPlan.battleLimit)
    }
    if let clusters {
      let source = ClusterReplicates(counts, clusters, seed: options.seed)
      return try bootstrap(source, options, progress, cancellation)
    }
    let source = BattleReplicates(ResamplingPlan(counts), seed: options.seed, kernels: kernels)
    return try bootstrap(source, options, progress, cancellation)
  }

  private func bootstrap(
    _ source: some ReplicateSource, _ options: BootstrapOptions,
    _ progress: ProgressHandler?, _ cancellation: Cancellation?
  ) throws(FitError) -> Replicates {
    let blocks = (options.resamples + 7) / 8
    let workers = max(1, min(options.threads, blocks))
    let done = Atomic(0)
    let parts = inParallel(over: workers, threads: workers) { worker in
      var part = BootstrapWorker(self, source)
      let share = blocks * worker / workers..<blocks * (worker + 1) / workers
      part.run(share, options.resamples) {
        let count = done.add(1, ordering: .relaxed).newValue
        progress?(Double(count) / Double(blocks))
        return !(cancellation?.isCancelled ?? false)
      }
      return part
    }
    if cancellation?.isCancelled ?? false { throw .cancelled }
    if let failure = parts.lazy.compactMap(\.failure).first { throw failure }
    var values: [Double] = []
    values.reserveCapacity(options.resamples * counts.modelCount)
    var separations = [Int](repeating: 0, count: counts.modelCount)
    for part in parts {
      values += part.values
      for model in separations.indices { separations[model] += part.separations[model] }
    }
    return Replicates(
      values: values, count: options.resamples, modelCount: counts.modelCount, seed: options.seed,
      degenerateCount: parts.reduce(0) { $0 + $1.degenerateCount }, separations: separations,
      refitCount: parts.reduce(0) { $0 + $1.refitCount })
  }
}
