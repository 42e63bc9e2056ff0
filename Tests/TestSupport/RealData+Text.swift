#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension RealData {
  /// A file of real data that is not there.
  public struct Missing: Error {
    /// The path that was tried.
    public let path: String
  }

  /// The whole text of the small data file `name`.
  public static func text(_ name: String) throws -> String {
    // SAFETY: the path is NUL-terminated for the call, and the stream is closed before the end.
    guard let file = unsafe fopen(path(name), "r") else { throw Missing(path: path(name)) }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    while true {
      // SAFETY: the stream is open.
      let byte = unsafe getc(file)
      if byte == EOF { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
  }
}
