internal import SafeText

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
  /// Such as "cannot write to standard output: No space left on device (free some space, …)".
  public var description: String {
    let attempt = operation == .create ? "create" : "write to"
    let place = target.isEmpty ? "\"\"" : Mention.path(target)
    return "cannot \(attempt) \(place): \(StandardStreams.message(errno: errno)) (\(remedy))"
  }

  /// What to do next.
  private var remedy: String {
    switch SystemError(errno: errno) {
    case .noSuchFile, .notDirectory: "make the folder first, or check the path"
    case .isDirectory: "name a file in it"
    case .noPermission, .notPermitted, .readOnly:
      "write to a folder that you may write to, or change its permissions"
    case .noSpace, .quotaExceeded: "free some space, or write to another disk"
    case .fileTooLarge: "raise the limit on the size of files, or write to standard output"
    case .nameTooLong: "choose a shorter name"
    default: "try again, or write to another place"
    }
  }
}
