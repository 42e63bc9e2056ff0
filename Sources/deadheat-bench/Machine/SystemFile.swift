#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are read as the system has them.
enum SystemFile {
  /// The text of a small file such as those in `/proc`, or `nil` where it cannot be read.
  static func text(_ path: String) -> String? {
    // SAFETY: the path is NUL-terminated for the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let capacity = buffer.count
      // SAFETY: the call writes at most `capacity` bytes to the buffer, which has as many.
      let count = unsafe read(descriptor, &buffer, capacity)
      guard count > 0 else { break }
      text += buffer.prefix(count)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads a file to its end, a megabyte at a time, looks at nothing, and answers how many bytes it
  /// had: what the page cache costs any reader.
  static func readThrough(_ path: String) throws(BenchError) -> Int {
    // SAFETY: the path is NUL-terminated for the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("opening \(path)", errno: errno) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var total = 0
    while true {
      let capacity = buffer.count
      // SAFETY: the call writes at most `capacity` bytes to the buffer, which has as many.
      let count = unsafe read(descriptor, &buffer, capacity)
      guard count >= 0 else { throw .system("reading \(path)", errno: errno) }
      guard count > 0 else { return total }
      total += count
    }
  }
}
