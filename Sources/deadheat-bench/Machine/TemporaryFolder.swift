import CommandLineKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder in `TMPDIR` that vanishes with its files, whether the work ends well or not.
final class TemporaryFolder {
  private let path: String
  private var names: Set<String> = []

  /// Makes the folder.
  init() throws(BenchError) {
    let parent = StandardStreams.environment("TMPDIR") ?? "/tmp"
    while true {
      let suffix = String(UInt64.random(in: 0 ... .max), radix: 36)
      let path = "\(parent)/deadheat-bench-\(suffix)"
      // SAFETY: the path is NUL-terminated for the call.
      if unsafe mkdir(path, 0o700) == 0 {
        self.path = path
        return
      }
      guard errno == EEXIST else { throw .system("making \(path)", errno: errno) }
    }
  }

  deinit {
    for name in names {
      // SAFETY: the path is NUL-terminated for the call. A file that is gone already is fine.
      _ = unsafe unlink("\(path)/\(name)")
    }
    // SAFETY: as above.
    _ = unsafe rmdir(path)
  }

  /// The path of the file `name`, which is removed at the end.
  func file(_ name: String) -> String {
    names.insert(name)
    return "\(path)/\(name)"
  }

  /// Removes a file that is needed no more.
  func remove(_ name: String) {
    // SAFETY: the path is NUL-terminated for the call.
    _ = unsafe unlink("\(path)/\(name)")
  }
}
