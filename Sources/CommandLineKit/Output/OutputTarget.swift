/// What the path of an output means, once symbolic links have been followed.
enum OutputTarget: Equatable {
  /// A descriptor that the process already has.
  ///
  /// Where standard output is a regular file, opening `/dev/stdout` anew would start at its
  /// beginning and overwrite what stands there; writing to the descriptor itself appends.
  case descriptor(Int32)
  /// A path whose last component is no symbolic link; it need not exist.
  case path(FilePath)

  /// Follows the links of `path`, also to a file that does not exist yet.
  init(_ path: FilePath) throws(SystemError) {
    var current = path
    // Linux gives up after 40 links too.
    for _ in 0...40 {
      if let number = Self.descriptor(named: current) {
        self = .descriptor(number)
        return
      }
      guard let link = FileCalls.linkTarget(current) else {
        self = .path(current)
        return
      }
      let isAbsolute = link.bytes.first == UInt8(ascii: "/")
      current = isAbsolute ? link : FilePath(bytes: Self.split(current).folder + link.bytes)
    }
    throw .tooManyLinks
  }

  /// The folder of `path` with its closing slash (empty for the current one), and the name in it.
  static func split(_ path: FilePath) -> (folder: [UInt8], name: [UInt8]) {
    let start = path.bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return (Array(path.bytes[..<start]), Array(path.bytes[start...]))
  }

  private static func descriptor(named path: FilePath) -> Int32? {
    // A path that is no text has no such name.
    guard let text = String(validating: path.bytes, as: UTF8.self) else { return nil }
    switch text {
    case "-", "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default: break
    }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where text.hasPrefix(folder) {
      return Int32(text.dropFirst(folder.count))
    }
    return nil
  }
}
