import Synchronization

/// Does pieces of work 0 ..< `count` on at most `threads` threads and returns their results in order.
///
/// The calling thread is one of them and takes pieces like the others, the next one that nobody has
/// begun. Where the system gives no more threads, for a limit of processes or for want of memory,
/// those that did start do all of it, the calling thread alone if need be: results do not depend on
/// how many there are, only on `work`.
///
/// Calls may be nested; each has threads of its own.
///
/// - Parameters:
///   - count: how many pieces there are, 0 or more.
///   - threads: the most threads that work at a time, at least 1.
///   - work: makes the result of a piece; several are made at the same time, in no order.
/// - Complexity: about 20 µs for each further thread beside the work.
package func inParallel<Result: Sendable>(
  over count: Int, threads: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  inParallel(over: count, threads: threads, starting: WorkerThread.system, work)
}

/// The same with threads that `start` starts.
func inParallel<Result: Sendable>(
  over count: Int, threads: Int, starting start: WorkerThread.Starter,
  _ work: @Sendable (Int) -> Result
) -> [Result] {
  precondition(count >= 0 && threads >= 1, "no negative count, at least one thread")
  guard count > 1, threads > 1 else { return (0..<count).map(work) }
  let slots = (0..<count).map { _ in Slot<Result>() }
  let next = Atomic(0)
  WorkerThread.together(min(threads, count), starting: start) {
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let result = work(index)
      slots[index].result.withLock { $0 = result }
    }
  }
  let results = slots.compactMap { slot in slot.result.withLock { $0 } }
  precondition(results.count == count, "a piece of work was left undone")
  return results
}

/// The place of one result: each has a lock of its own, so that no thread waits for another.
private final class Slot<Result: Sendable>: Sendable {
  let result = Mutex<Result?>(nil)
}
