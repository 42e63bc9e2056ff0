#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The process's own streams and environment: every system call that concerns them is here.
public enum StandardStreams {
  /// Standard output.
  static let output: Int32 = 1
  /// Standard error.
  static let error: Int32 = 2
  /// The number of the error that a pipe without a reader gives.
  static let brokenPipe = EPIPE
  /// The error number of a device that takes no bytes.
  static let inputOutputError = EIO

  /// The words that the process was started with, without its own name; see `ArgumentText`.
  static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      // SAFETY: the system passes so many pointers to NUL-terminated strings, which stay as they are.
      guard let word = unsafe CommandLine.unsafeArgv[index] else { return nil }
      // SAFETY: so many bytes are before the zero.
      let bytes = unsafe UnsafeBufferPointer(start: word, count: strlen(word))
      return ArgumentText.text(of: unsafe bytes.map { UInt8(bitPattern: $0) })
    }
  }

  /// Opens those of the three standard descriptors that were closed, so that no file opened later gets
  /// the number of one, and messages end in it. They can be neither read nor written.
  static func reserve() {
    for descriptor in [STDIN_FILENO, output, error] where fcntl(descriptor, F_GETFD) < 0 {
      // SAFETY: the path is NUL-terminated for the call. The lowest free number is this one.
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The value of the environment variable `name`, or `nil` where it is not set.
  public static func environment(_ name: String) -> String? {
    // SAFETY: getenv answers NULL or a NUL-terminated string, copied before anyone can change it;
    // this module never changes the environment.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The system's text for an error number, such as "No space left on device".
  public static func message(errno number: Int32) -> String {
    // SAFETY: strerror answers NULL or a NUL-terminated string, copied at once.
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }

  /// Whether a person looks at the descriptor.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many columns and lines the terminal behind the descriptor has, or `nil` where it is none or
  /// does not tell.
  static func size(_ descriptor: Int32) -> (columns: Int?, lines: Int?) {
    var size = winsize()
    // SAFETY: TIOCGWINSZ fills exactly one `winsize`, which outlives the call.
    let status = unsafe withUnsafeMutablePointer(to: &size) {
      unsafe ioctl(descriptor, UInt(TIOCGWINSZ), UnsafeMutableRawPointer($0))
    }
    guard status == 0 else { return (nil, nil) }
    return (
      size.ws_col > 0 ? Int(size.ws_col) : nil, size.ws_row > 0 ? Int(size.ws_row) : nil
    )
  }

  /// One call of `write(2)`, which may take fewer bytes than it is offered; it waits where the
  /// descriptor is full and another process made it non-blocking.
  static func writeSome(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> WriteAttempt {
    // SAFETY: the bytes are only read and outlive the call. Some systems refuse more than 2 GiB.
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(descriptor, buffer.baseAddress, min(buffer.count, 1 << 30))
    }
    if count > 0 { return .wrote(count) }
    if count == 0 { return .failed(errno: inputOutputError) }
    switch errno {
    case EINTR: return .interrupted
    case EAGAIN, EWOULDBLOCK:
      waitUntilWritable(descriptor)
      return .interrupted
    case let number: return .failed(errno: number)
    }
  }

  /// Ends the process.
  static func endProcess(_ code: ExitCode) -> Never { exit(code.rawValue) }

  private static func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    // SAFETY: one `pollfd` is passed and counted, and it outlives the call.
    _ = unsafe withUnsafeMutablePointer(to: &request) { unsafe poll($0, 1, -1) }
  }
}
