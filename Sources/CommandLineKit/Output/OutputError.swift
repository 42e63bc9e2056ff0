/// Output that could not be created or written: a full disk, a missing folder, a closed pipe.
public struct OutputError: Error, Hashable, Sendable {
  /// What was being done.
  public enum Operation: Hashable, Sendable {
    /// Opening the output, or putting the finished file in its place.
    case create
    /// Writing to it.
    case write
  }

  /// What was being done.
  public let operation: Operation
  /// The path of the file, or "standard output".
  public let target: String
  /// The system's error number.
  public let errno: Int32

  /// An error of the system while creating or writing `target`.
  public init(_ operation: Operation, _ target: String, errno: Int32) {
    self.operation = operation
    self.target = target
    self.errno = errno
  }

  /// Whether the reader went away, as `head` does; the program then ends quietly.
  public var isBrokenPipe: Bool { errno == StandardStreams.brokenPipe }

  /// The status to end with: 73 where nothing could be created, 74 where writing failed.
  public var exitCode: ExitCode { operation == .create ? .cannotCreate : .ioError }
}

extension OutputError: CustomStringConvertible {
  /// Such as "cannot write to standard output: No space left on device".
  public var description: String {
    let attempt = operation == .create ? "create" : "write to"
    return "cannot \(attempt) \(target): \(StandardStreams.message(errno: errno))"
  }
}
