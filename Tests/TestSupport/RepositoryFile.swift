#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files of this repository, found from the place of the tests' sources.
public enum RepositoryFile {
  /// The path of the file at `name`, relative to the top of the repository.
  public static func path(_ name: String, source: String = #filePath) -> String {
    let parts = source.split(separator: "/", omittingEmptySubsequences: false)
    return (parts.dropLast(3) + [name[...]]).joined(separator: "/")
  }

  /// The text of the file at `name`.
  public static func text(_ name: String) throws -> String {
    String(decoding: try bytes(path(name)), as: UTF8.self)
  }

  /// The bytes of the file at the absolute `path`.
  public static func bytes(_ path: String) throws -> [UInt8] {
    // SAFETY: the path is passed as a NUL-terminated string for the length of the call.
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw MissingFile(path: path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // SAFETY: the buffer is as long as its count says and lives through the call.
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }

  /// A file that should be there and is not.
  public struct MissingFile: Error {
    /// Where it should be.
    public let path: String
  }
}
