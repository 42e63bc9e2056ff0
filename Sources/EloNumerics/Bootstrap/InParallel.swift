import Dispatch
import Synchronization

/// Runs `work` for 0 ..< `count`, each on a thread of its own, and answers the results in order.
///
/// With one piece of work it runs on the calling thread.
package func inParallel<Result: Sendable>(
  _ count: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1 else { return (0..<count).map(work) }
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let result = work(index)
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap { $0 } }
}
