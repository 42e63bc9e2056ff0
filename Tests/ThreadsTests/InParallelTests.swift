import Synchronization
import Testing

@testable import Threads

struct InParallelTests {
  @Test(arguments: [0, 1, 2, 3, 50, 1000])
  func resultsStandInTheOrderOfThePieces(count: Int) {
    for threads in [1, 2, 7, 64] {
      let squares = inParallel(over: count, threads: threads) { $0 * $0 }
      #expect(squares == (0..<count).map { $0 * $0 })
    }
  }

  @Test func aResultMayBeNone() {
    let odd = inParallel(over: 5, threads: 2) { $0.isMultiple(of: 2) ? nil : $0 }
    #expect(odd == [nil, 1, nil, 3, nil])
  }

  /// The second piece ends only after the first one has begun, and the other way round: one thread
  /// could not do both. It gives up after 20 seconds, which a machine of any load needs not.
  @Test func piecesRunAtTheSameTime() {
    let begun = Atomic(0)
    let met = inParallel(over: 2, threads: 2) { _ in
      begun.add(1, ordering: .sequentiallyConsistent)
      let end = ContinuousClock.now + .seconds(20)
      while begun.load(ordering: .sequentiallyConsistent) < 2 {
        if ContinuousClock.now > end { return false }
      }
      return true
    }
    #expect(met == [true, true])
  }

  @Test func noMoreThreadsThanAskedFor() {
    let started = Mutex(0)
    let start: WorkerThread.Starter = { body in
      started.withLock { $0 += 1 }
      return WorkerThread.system(body)
    }
    _ = inParallel(over: 100, threads: 3, starting: start) { $0 }
    #expect(started.withLock { $0 } == 2)
    _ = inParallel(over: 2, threads: 8, starting: start) { $0 }
    #expect(started.withLock { $0 } == 3)
    _ = inParallel(over: 1, threads: 8, starting: start) { $0 }
    #expect(started.withLock { $0 } == 3)
  }

  /// As under a limit of processes: the first so many threads start, and no more.
  @Test(arguments: [0, 1, 3]) func withoutThreadsTheCallerDoesTheWork(given: Int) {
    let asked = Mutex(0)
    let start: WorkerThread.Starter = { body in
      let number = asked.withLock { asked in
        asked += 1
        return asked
      }
      return number <= given ? WorkerThread.system(body) : nil
    }
    let squares = inParallel(over: 500, threads: 8, starting: start) { $0 * $0 }
    #expect(squares == (0..<500).map { $0 * $0 })
    // After the first refusal nobody asks again.
    #expect(asked.withLock { $0 } == given + 1)
  }

  @Test func callsMayBeNested() {
    let sums = inParallel(over: 6, threads: 3) { outer in
      inParallel(over: 10, threads: 2) { outer * $0 }.reduce(0, +)
    }
    #expect(sums == [0, 45, 90, 135, 180, 225])
  }

  /// What a closure holds is let go of before the call returns, by every thread.
  @Test func nothingIsKept() {
    final class Held: Sendable {}
    weak var watched: Held?
    do {
      let held = Held()
      watched = held
      _ = inParallel(over: 64, threads: 4) { _ in ObjectIdentifier(held) }
    }
    #expect(watched == nil)
  }
}
