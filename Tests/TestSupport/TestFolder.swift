#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for a test, which vanishes with it.
public final class TestFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Makes the folder.
  public init() throws {
    let made = shell("mktemp -d")
    guard made.status == 0 else { throw NoFolder() }
    path = String(made.output.dropLast())
  }

  deinit { shell("rm -rf '\(path)'") }

  /// The path of the file `name`.
  public subscript(name: String) -> String { "\(path)/\(name)" }

  /// What `script` prints when it runs in the folder.
  @discardableResult
  public func run(_ script: String) -> String { shell("cd '\(path)' && { \(script)\n}").output }

  /// All names in the folder, hidden ones too.
  public var names: String { run("ls -A | tr '\\n' ' '") }

  /// Writes a file and answers its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  /// Writes a file of any bytes and answers its path.
  @discardableResult
  public func write(_ name: String, bytes: [UInt8]) throws -> String {
    // SAFETY: the stream is open until it is closed, here; as many bytes are read as there are.
    guard let file = unsafe fopen(self[name], "w") else { throw NoFolder() }
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    unsafe fclose(file)
    guard written == bytes.count else { throw NoFolder() }
    return self[name]
  }

  /// The content of the file `name`.
  public func read(_ name: String) -> String { shell("cat '\(self[name])'").output }

  /// No temporary folder, or no file in it, could be made.
  public struct NoFolder: Error {
    /// The error.
    public init() {}
  }
}

/// Runs a command through `sh` and answers what it printed and its status.
@discardableResult
public func shell(_ command: String) -> (output: String, status: Int32) {
  // SAFETY: the stream is read until its end and closed once, here.
  guard let stream = unsafe popen(command, "r") else { return ("", -1) }
  var bytes: [UInt8] = []
  while true {
    let byte = unsafe getc(stream)
    if byte == EOF { break }
    bytes.append(UInt8(truncatingIfNeeded: byte))
  }
  let status = unsafe pclose(stream)
  return (String(decoding: bytes, as: UTF8.self), status >> 8)
}
