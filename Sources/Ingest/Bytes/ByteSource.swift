#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// read(2), under a name of its own beside `ByteSource.read`.
// SAFETY: only the name is taken; each call says why its buffer is right.
private let systemRead: @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int = unsafe read

/// Bytes in order: from a file, from standard input, or from memory.
struct ByteSource: ~Copyable {
  /// Where the bytes come from.
  fileprivate enum Origin: Sendable {
    /// What has only one place to read on from: a pipe, a device, or standard input, which is watched
    /// where it is a regular file.
    case stream(Int32, FileWatch?)
    /// A regular file, which can be read anywhere.
    case file(Int32, FileWatch)
    case memory([UInt8])
  }

  /// An input that can be read in several places at the same time, for as long as the source lives
  /// that it was taken from.
  struct Parts: Sendable {
    fileprivate let origin: Origin
    /// The name under which messages and reports show the input.
    let file: String
    /// The size of the input when it was opened.
    let size: Int
    fileprivate let progress: ReadProgress?
  }

  /// The name under which messages and reports show the source.
  let file: String
  private let origin: Origin
  private let isOwner: Bool
  private var offset = 0
  private let progress: ReadProgress?

  /// The file at `path`; `-` is standard input.
  ///
  /// - Parameter progress: told which share of the file was read, where its size is known.
  /// - Throws: an error of kind `.noInput` where the file cannot be opened.
  init(
    opening path: InputPath, progress: (@Sendable (Double) -> Void)? = nil
  ) throws(IngestError) {
    file = path.name
    if path.isStandardInput {
      isOwner = false
      origin = .stream(STDIN_FILENO, FileWatch(STDIN_FILENO))
    } else {
      // SAFETY: the path is passed as a NUL-terminated copy that lives as long as the call.
      let descriptor = unsafe open(
        path.bytes.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_CLOEXEC)
      if descriptor < 0 { throw Self.failureToOpen(file, code: errno) }
      isOwner = true
      origin = FileWatch(descriptor).map { .file(descriptor, $0) } ?? .stream(descriptor, nil)
    }
    if case .stream(let descriptor, nil) = origin { Self.widenPipe(descriptor) }
    if case .file(_, let watch) = origin, watch.size > 0 {
      self.progress = progress.map { ReadProgress(of: watch.size, $0) }
    } else {
      self.progress = nil
    }
  }

  /// Lets the program at the other end of a pipe write on while what it wrote is looked at; where
  /// that cannot be had, reading is slower and nothing else.
  private static func widenPipe(_ descriptor: Int32) {
    #if os(Linux)
      // F_SETPIPE_SZ, which the C library shows to GNU programs only.
      _ = fcntl(descriptor, 1031, 1 << 20)
    #endif
  }

  /// `bytes`, shown as `file`.
  init(bytes: [UInt8], file: String) {
    self.file = file
    origin = .memory(bytes)
    isOwner = false
    progress = nil
  }

  /// The bytes of `parts` from `offset` on.
  init(_ parts: Parts, from offset: Int) {
    file = parts.file
    origin = parts.origin
    isOwner = false
    progress = parts.progress
    self.offset = offset
  }

  /// The input as one that can be read in several places, or `nil` where it cannot.
  var parts: Parts? {
    switch origin {
    case .stream: nil
    case .file(_, let watch):
      Parts(origin: origin, file: file, size: watch.size, progress: progress)
    case .memory(let bytes):
      Parts(origin: origin, file: file, size: bytes.count, progress: progress)
    }
  }

  deinit {
    guard isOwner else { return }
    switch origin {
    case .stream(let descriptor, _), .file(let descriptor, _): _ = close(descriptor)
    case .memory: break
    }
  }

  /// Reads up to `space` bytes to `start` of `buffer` and returns how many there were; 0 is the
  /// end of the input.
  ///
  /// - Throws: an error of kind `.inputOutput` where reading fails, and at the end of a regular file
  ///   whose size is no longer what it was.
  mutating func read(into buffer: inout [UInt8], at start: Int, space: Int) throws(IngestError)
    -> Int
  {
    precondition(start >= 0 && space >= 0 && start + space <= buffer.count, "outside the buffer")
    while true {
      let count: Int
      switch origin {
      case .memory(let bytes): return copy(bytes, into: &buffer, at: start, space: space)
      case .stream(let descriptor, _):
        count = unsafe buffer.withUnsafeMutableBytes { memory in
          // SAFETY: the precondition keeps the bytes that are written, start..<start + space,
          // inside the buffer; the method of this name is not meant.
          unsafe systemRead(descriptor, memory.baseAddress.map { unsafe $0 + start }, space)
        }
      case .file(let descriptor, _):
        let offset = offset
        count = unsafe buffer.withUnsafeMutableBytes { memory in
          // SAFETY: as above.
          unsafe pread(descriptor, memory.baseAddress.map { unsafe $0 + start }, space, offset)
        }
      }
      if count >= 0 {
        if count == 0, space > 0 { try checkUnchanged() }
        offset += count
        progress?.add(count)
        return count
      }
      let code = errno
      if code == EINTR { continue }
      throw failureToRead(code: code)
    }
  }

  /// Throws where the input is a regular file that has another size than when it was opened.
  private func checkUnchanged() throws(IngestError) {
    switch origin {
    case .stream(let descriptor, let watch?), .file(let descriptor, let watch):
      guard let size = watch.changedSize(descriptor) else { return }
      throw .changed(file: file, opened: watch.size, ended: size)
    case .stream(_, nil), .memory: break
    }
  }

  private mutating func copy(
    _ bytes: [UInt8], into buffer: inout [UInt8], at start: Int, space: Int
  ) -> Int {
    let count = max(0, min(space, bytes.count - offset))
    for index in 0..<count { buffer[start + index] = bytes[offset + index] }
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
