#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// read(2), under a name of its own beside `ByteSource.read`.
private let systemRead: @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int = unsafe read

/// Bytes in order: from a file, from standard input, or from memory.
struct ByteSource: ~Copyable {
  /// The name under which messages and reports show the source.
  let file: String
  private let descriptor: Int32
  private let memory: [UInt8]
  private var offset = 0
  private let size: Int?
  private let progress: (@Sendable (Double) -> Void)?

  /// The file at path `file`; `-` is standard input.
  ///
  /// - Parameter progress: told which share of the file was read, where its size is known.
  /// - Throws: an error of kind `.noInput` where the file cannot be opened.
  init(
    opening file: String, progress: (@Sendable (Double) -> Void)? = nil
  ) throws(IngestError) {
    if file == "-" {
      descriptor = STDIN_FILENO
    } else {
      // SAFETY: the path is passed as a NUL-terminated copy that lives as long as the call.
      descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 { throw Self.failureToOpen(file, code: errno) }
    }
    self.file = file
    memory = []
    size = progress == nil ? nil : Self.size(of: descriptor)
    self.progress = progress
  }

  /// The size of a regular file.
  private static func size(of descriptor: Int32) -> Int? {
    var information = stat()
    // SAFETY: the structure is written within the call only.
    guard unsafe fstat(descriptor, &information) == 0 else { return nil }
    return information.st_mode & S_IFMT == S_IFREG ? Int(information.st_size) : nil
  }

  /// `bytes`, shown as `file`.
  init(bytes: [UInt8], file: String) {
    self.file = file
    memory = bytes
    descriptor = -1
    size = nil
    progress = nil
  }

  deinit {
    if descriptor > STDERR_FILENO { _ = close(descriptor) }
  }

  /// Reads up to `space` bytes to `start` of `buffer` and returns how many there were; 0 is the
  /// end of the input.
  ///
  /// - Throws: an error of kind `.inputOutput` where reading fails.
  mutating func read(into buffer: inout [UInt8], at start: Int, space: Int) throws(IngestError)
    -> Int
  {
    precondition(start >= 0 && space >= 0 && start + space <= buffer.count, "outside the buffer")
    guard descriptor >= 0 else { return copy(into: &buffer, at: start, space: space) }
    while true {
      let descriptor = descriptor
      let count = unsafe buffer.withUnsafeMutableBytes { memory in
        // SAFETY: the precondition keeps the bytes that are written, start..<start + space, inside
        // the buffer; the method of this name is not meant.
        unsafe systemRead(descriptor, memory.baseAddress.map { unsafe $0 + start }, space)
      }
      if count >= 0 {
        offset += count
        if let size, size > 0 { progress?(Double(offset) / Double(size)) }
        return count
      }
      let code = errno
      if code == EINTR { continue }
      throw failureToRead(code: code)
    }
  }

  private mutating func copy(into buffer: inout [UInt8], at start: Int, space: Int) -> Int {
    let count = min(space, memory.count - offset)
    for index in 0..<count { buffer[start + index] = memory[offset + index] }
    offset += count
    return count
  }

  private static func failureToOpen(_ file: String, code: Int32) -> IngestError {
    switch code {
    case ENOENT, ENOTDIR: .noSuchFile(file: file)
    case EACCES, EPERM:
      .unreadable(
        file: file, what: "no permission to read it", remedy: "change it with chmod +r")
    default:
      .unreadable(
        file: file, what: "it cannot be opened: \(systemText(code))", remedy: "check the path")
    }
  }

  private func failureToRead(code: Int32) -> IngestError {
    if code == EISDIR {
      return .unreadable(
        file: file, what: "it is a directory", remedy: "name the files in it, as in DIRECTORY/*.csv"
      )
    }
    return .readFailed(file: file, reason: Self.systemText(code))
  }

  private static func systemText(_ code: Int32) -> String {
    // SAFETY: strerror answers a NUL-terminated text, which is copied before another call.
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
