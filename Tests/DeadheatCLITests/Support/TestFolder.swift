#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for a test, which vanishes with it.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    let made = shell("mktemp -d")
    guard made.status == 0 else { throw NoFolder() }
    path = String(made.output.dropLast())
  }

  deinit { shell("rm -rf '\(path)'") }

  /// The path of the file `name`.
  subscript(name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and answers its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  /// Writes a file of any bytes and answers its path.
  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    // SAFETY: the stream is open until it is closed, here; as many bytes are read as there are.
    guard let file = unsafe fopen(self[name], "w") else { throw NoFolder() }
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    unsafe fclose(file)
    guard written == bytes.count else { throw NoFolder() }
    return self[name]
  }

  /// The content of the file `name`.
  func read(_ name: String) -> String { shell("cat '\(self[name])'").output }

  struct NoFolder: Error {}
}

/// Runs a command through `sh` and answers what it printed and its status.
@discardableResult
func shell(_ command: String) -> (output: String, status: Int32) {
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
