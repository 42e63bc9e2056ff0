/// What the path of an output means, once symbolic links have been followed.
enum OutputTarget: Equatable {
  /// A descriptor that the process already has.
  ///
  /// Where standard output is a regular file, opening `/dev/stdout` anew would start at its
  /// beginning and overwrite what stands there; writing to the descriptor itself appends.
  case descriptor(Int32)
  /// A path whose last component is no symbolic link; it need not exist.
  case path(String)

  /// Follows the links of `path`, also to a file that does not exist yet.
  init(_ path: String) throws(SystemError) {
    var current = path
    // Linux gives up after 40 links too.
    for _ in 0...40 {
      if let number = Self.descriptor(named: current) {
        self = .descriptor(number)
        return
      }
      guard let link = try FileCalls.linkTarget(current) else {
        self = .path(current)
        return
      }
      current = link.hasPrefix("/") ? link : Self.split(current).folder + link
    }
    throw .tooManyLinks
  }

  /// The folder of `path` with its closing slash (empty for the current one), and the name in it.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let start = path.index(after: slash)
    return (String(path[..<start]), String(path[start...]))
  }

  private static func descriptor(named path: String) -> Int32? {
    switch path {
    case "-", "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default: break
    }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }
}
