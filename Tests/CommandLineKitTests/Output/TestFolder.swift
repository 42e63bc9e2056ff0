#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for a test, which vanishes with it.
final class TestFolder {
  let path: String

  init() throws {
    let made = shell("mktemp -d")
    guard made.status == 0 else { throw NoFolder() }
    path = String(made.output.dropLast())
  }

  deinit { shell("rm -rf '\(path)'") }

  /// The path of the file `name`.
  subscript(name: String) -> String { "\(path)/\(name)" }

  /// What `script` prints when it runs in the folder.
  @discardableResult
  func run(_ script: String) -> String { shell("cd '\(path)' && { \(script)\n}").output }

  /// All names in the folder, hidden ones too.
  var names: String { run("ls -A | tr '\\n' ' '") }

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

/// A pipe into a command that `sh` runs; closing it waits for the command.
@safe final class PipeToCommand {
  // SAFETY: made by `popen`, closed once, by `close`.
  private let stream: UnsafeMutablePointer<FILE>
  let descriptor: Int32

  init(_ command: String, isBlocking: Bool) throws {
    guard let stream = unsafe popen(command, "w") else { throw TestFolder.NoFolder() }
    unsafe self.stream = unsafe stream
    descriptor = unsafe fileno(stream)
    if !isBlocking { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
  }

  func close() { _ = unsafe pclose(stream) }
}

/// Both ends of a new pipe.
func makePipe() -> (reading: Int32, writing: Int32) {
  var ends: [Int32] = [-1, -1]
  // SAFETY: the call writes two numbers to an array of two.
  _ = unsafe pipe(&ends)
  return (ends[0], ends[1])
}

func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
