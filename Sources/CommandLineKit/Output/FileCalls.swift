#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The number of an error that the system reported.
struct SystemError: Error, Equatable {
  let errno: Int32

  static let noSuchFile = SystemError(errno: ENOENT)
  static let isDirectory = SystemError(errno: EISDIR)
  static let tooManyLinks = SystemError(errno: ELOOP)
  static let notDirectory = SystemError(errno: ENOTDIR)
  static let noPermission = SystemError(errno: EACCES)
  static let notPermitted = SystemError(errno: EPERM)
  static let readOnly = SystemError(errno: EROFS)
  static let noSpace = SystemError(errno: ENOSPC)
  static let quotaExceeded = SystemError(errno: EDQUOT)
  static let fileTooLarge = SystemError(errno: EFBIG)
  static let nameTooLong = SystemError(errno: ENAMETOOLONG)
  static let illegalBytes = SystemError(errno: EILSEQ)
}

/// The system calls that `OutputFile` is made of.
enum FileCalls {
  enum Kind: Equatable { case regular, directory, other }

  /// What stands at a path.
  struct Status {
    var kind: Kind
    var permissions: UInt32
    /// Which file of the system it is, whatever it is called.
    var identity: Identity
  }

  /// A device and a file's number on it.
  struct Identity: Equatable {
    var device: UInt64
    var number: UInt64
  }

  /// What stands at `path`, or `nil` where nothing does; links are followed.
  static func status(_ path: FilePath) throws(SystemError) -> Status? {
    var info = stat()
    // SAFETY: the path is NUL-terminated for the call, which fills exactly one `stat`.
    if unsafe stat(path.terminated, &info) != 0 {
      let error = SystemError(errno: errno)
      if error == .noSuchFile { return nil }
      throw error
    }
    let permissions = UInt32(info.st_mode) & 0o777
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      default: .other
      }
    let identity = Identity(
      device: UInt64(truncatingIfNeeded: info.st_dev), number: UInt64(info.st_ino))
    return Status(kind: kind, permissions: permissions, identity: identity)
  }

  /// Where the symbolic link `path` leads, or `nil` where it is none or nothing.
  static func linkTarget(_ path: FilePath) -> FilePath? {
    let capacity = Int(PATH_MAX)
    var bytes = [CChar](repeating: 0, count: capacity)
    // SAFETY: the call writes at most `capacity` bytes to the buffer, which has as many.
    let count = unsafe readlink(path.terminated, &bytes, capacity)
    // EINVAL says that it is no link; other obstacles are met again by whoever opens it.
    if count < 0 { return nil }
    return FilePath(bytes: bytes.prefix(count).map { UInt8(bitPattern: $0) })
  }

  /// Throws where an existing file may not be written, as opening it would; replacing it needs
  /// only its folder's permission, which its owner did not mean to be enough.
  static func checkWritable(_ path: FilePath) throws(SystemError) {
    // SAFETY: the path is NUL-terminated for the call.
    if unsafe access(path.terminated, W_OK) != 0 { throw SystemError(errno: errno) }
  }

  /// Throws where an open descriptor takes no bytes.
  static func checkWritable(descriptor: Int32) throws(SystemError) {
    let flags = fcntl(descriptor, F_GETFL)
    if flags < 0 { throw SystemError(errno: errno) }
    if flags & O_ACCMODE == O_RDONLY { throw SystemError(errno: EBADF) }
  }

  /// Creates an empty file, or answers `nil` where the name is taken.
  static func createNew(_ path: FilePath) throws(SystemError) -> Int32? {
    while true {
      // SAFETY: the path is NUL-terminated for the call. The system takes the umask from 0666.
      let descriptor = unsafe open(path.terminated, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return descriptor }
      switch errno {
      case EEXIST: return nil
      case EINTR: continue
      case let number: throw SystemError(errno: number)
      }
    }
  }

  /// Opens a device or a named pipe.
  static func openExisting(_ path: FilePath) throws(SystemError) -> Int32 {
    while true {
      // SAFETY: the path is NUL-terminated for the call.
      let descriptor = unsafe open(path.terminated, O_WRONLY | O_CLOEXEC)
      if descriptor >= 0 { return descriptor }
      let number = errno
      if number != EINTR { throw SystemError(errno: number) }
    }
  }

  /// A second descriptor of the same open file, which can be closed alone.
  static func duplicate(_ descriptor: Int32) throws(SystemError) -> Int32 {
    let copy = dup(descriptor)
    if copy < 0 { throw SystemError(errno: errno) }
    return copy
  }

  static func setPermissions(_ descriptor: Int32, _ bits: UInt32) throws(SystemError) {
    if fchmod(descriptor, mode_t(bits)) != 0 { throw SystemError(errno: errno) }
  }

  static func close(_ descriptor: Int32) throws(SystemError) {
    let status = closeDescriptor(descriptor)
    // After EINTR the descriptor is gone all the same; closing again could hit another's.
    if status != 0, errno != EINTR { throw SystemError(errno: errno) }
  }

  static func rename(_ old: FilePath, to new: FilePath) throws(SystemError) {
    if renamePath(old, new) != 0 { throw SystemError(errno: errno) }
  }

  static func remove(_ path: FilePath) {
    // SAFETY: the path is NUL-terminated for the call. A file that is gone already is fine.
    _ = unsafe unlink(path.terminated)
  }
}

// Inside the enum these names would mean its own functions.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func renamePath(_ old: FilePath, _ new: FilePath) -> Int32 {
  // SAFETY: both paths are NUL-terminated for the call.
  unsafe rename(old.terminated, new.terminated)
}
