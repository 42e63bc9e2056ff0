#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program under test, started as a process of its own.
enum ProgramUnderTest {
  /// The name under which this executable is the program.
  static let name = "deadheat"
  /// This executable.
  static let path = "/proc/self/exe"
}

/// Where a child process reads from or writes to.
enum ChildStream {
  /// Nothing comes, and what is written is lost.
  case nowhere
  /// A file; what it held is replaced where it is written.
  case file(String)
  /// A descriptor of this process.
  case descriptor(Int32)
}

/// A process that was started and is waited for once.
struct ChildProcess {
  private let number: pid_t
  private let name: String
  private let start: ContinuousClock.Instant

  /// Starts the executable at `path` as `words[0]` with the other words as arguments.
  init(
    _ path: String, _ words: [String], input: ChildStream = .nowhere,
    output: ChildStream = .nowhere
  ) throws(BenchError) {
    name = words[0]
    // SAFETY: the objects are initialised below, before they are used.
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var defaults = sigset_t()
    var number = pid_t()
    start = ContinuousClock.now
    // SAFETY: each object is initialised before it is used and destroyed after it; they and the
    // NUL-terminated strings, which are copied and freed here, outlive the calls.
    let status: Int32 = {
      unsafe posix_spawn_file_actions_init(&actions)
      unsafe posix_spawnattr_init(&attributes)
      defer {
        unsafe posix_spawn_file_actions_destroy(&actions)
        unsafe posix_spawnattr_destroy(&attributes)
      }
      unsafe Self.redirect(0, input, O_RDONLY, &actions)
      unsafe Self.redirect(1, output, O_WRONLY | O_CREAT | O_TRUNC, &actions)
      // This process ignores closed pipes and limits of file sizes, and its children should not.
      unsafe sigemptyset(&defaults)
      unsafe sigaddset(&defaults, SIGPIPE)
      unsafe sigaddset(&defaults, SIGXFSZ)
      unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
      unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
      var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
      defer { unsafe arguments.forEach { unsafe free($0) } }
      return unsafe posix_spawn(&number, path, &actions, &attributes, &arguments, environ)
    }()
    guard status == 0 else { throw .system("starting \(path)", errno: status) }
    self.number = number
  }

  /// Waits for the end and answers what the process and those it waited for took.
  func wait() throws(BenchError) -> Cost {
    while true {
      if let cost = try ended(waiting: true) { return cost }
    }
  }

  /// Waits for the end and answers the most anonymous memory that the process was seen to hold.
  ///
  /// It is looked at every half millisecond, so that a shorter peak may be missed.
  func peakAnonymousMemory() throws(BenchError) -> Int {
    var peak = 0
    repeat {
      peak = max(peak, Self.anonymousMemory(number))
      usleep(500)
    } while try ended(waiting: false) == nil
    return peak
  }

  /// What the process took, once it has ended; `nil` before that.
  private func ended(waiting: Bool) throws(BenchError) -> Cost? {
    var status: Int32 = 0
    var usage = rusage()
    // SAFETY: both objects outlive the call, which fills them.
    let answer = unsafe wait4(number, &status, waiting ? 0 : WNOHANG, &usage)
    guard answer == number else {
      guard answer == 0 || errno == EINTR else {
        throw .system("waiting for \(name)", errno: errno)
      }
      return nil
    }
    let wall = start.duration(to: ContinuousClock.now)
    guard status == 0 else { throw .failed(program: name, status: status) }
    return Cost(
      wall: wall / .seconds(1), cpu: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime))
  }

  /// The bytes that are the process's own and no file's.
  private static func anonymousMemory(_ number: pid_t) -> Int {
    let status = SystemFile.text("/proc/\(number)/status") ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
    let kilobytes = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    return (kilobytes.flatMap { Int($0) } ?? 0) * 1024
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }

  @unsafe private static func redirect(
    _ descriptor: Int32, _ stream: ChildStream, _ flags: Int32,
    _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>
  ) {
    switch stream {
    case .nowhere:
      unsafe posix_spawn_file_actions_addopen(actions, descriptor, "/dev/null", O_RDWR, 0)
    case .file(let path):
      unsafe posix_spawn_file_actions_addopen(actions, descriptor, path, flags, 0o600)
    case .descriptor(let own):
      unsafe posix_spawn_file_actions_adddup2(actions, own, descriptor)
    }
  }
}
