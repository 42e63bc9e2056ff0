import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
