#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A thread of this process that runs one closure and is waited for once.
///
/// The threads are made here and not by a library's queue: such a queue waits, for ever where a limit
/// of processes stands, until the system gives it a thread.
struct WorkerThread {
  /// Starts a thread that runs a closure, or returns `nil` where the system gives none.
  typealias Starter = (@escaping @Sendable () -> Void) -> WorkerThread?

  /// Starts a thread of the system.
  static let system: @Sendable (@escaping @Sendable () -> Void) -> WorkerThread? = {
    WorkerThread(running: $0)
  }

  private let thread: pthread_t

  /// Runs `body` on the calling thread and at the same time on up to `count` - 1 others, and returns
  /// when all of them are done.
  ///
  /// - Returns: on how many it ran.
  @discardableResult
  static func together(
    _ count: Int, starting start: Starter, _ body: @Sendable () -> Void
  ) -> Int {
    withoutActuallyEscaping(body) { body in
      var others: [WorkerThread] = []
      while others.count + 1 < count, let thread = start(body) { others.append(thread) }
      body()
      for thread in others { thread.wait() }
      return others.count + 1
    }
  }

  /// Starts a thread that runs `body`, or `nil` where the system gives none.
  ///
  /// Signals that ask the process to do something go to the threads there were before: who handles
  /// them need not think of the workers.
  private init?(running body: @escaping @Sendable () -> Void) {
    let package = unsafe Unmanaged.passRetained(Body(body))
    // SAFETY: an empty set is a value that the calls below fill.
    var (all, before) = (sigset_t(), sigset_t())
    // SAFETY: both sets outlive the calls. The new thread inherits the mask, and this one gets its own
    // back.
    unsafe sigfillset(&all)
    for number in Self.faults { unsafe sigdelset(&all, number) }
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    #if canImport(Darwin)
      var made: pthread_t?
    #else
      var made = pthread_t()
    #endif
    // SAFETY: the thread takes over the package, which is retained for it.
    let status = unsafe pthread_create(&made, nil, { unsafe runBody($0) }, package.toOpaque())
    // SAFETY: as above.
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    guard status == 0 else {
      // SAFETY: no thread was made that could release it.
      unsafe package.release()
      return nil
    }
    #if canImport(Darwin)
      guard let made else { return nil }
    #endif
    thread = made
  }

  /// Waits for the end of the thread.
  private func wait() {
    // The thread was made joinable and is joined once, by `together`; nobody asks for its result.
    let status = pthread_join(thread, nil)
    precondition(status == 0, "a thread is waited for once")
  }

  /// What a thread causes itself: to block these would hide where it happened.
  private static let faults = [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP, SIGSYS]
}

/// What a thread runs, as an object that C can carry.
private final class Body: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Runs the body and lets go of it, before the thread ends.
private func runBody(_ package: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let package = unsafe package {
    // SAFETY: `WorkerThread.init` retained a `Body` for this thread, which is the only one to take it.
    unsafe Unmanaged<Body>.fromOpaque(package).takeRetainedValue().run()
  }
  return nil
}
