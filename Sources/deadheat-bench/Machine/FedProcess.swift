#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that `cat` feeds with a file through a pipe, as in `cat FILE | program`.
struct FedProcess {
  private let reader: ChildProcess
  private let writer: ChildProcess

  /// Starts the executable at `path` as `words[0]`, and the `cat` before it.
  init(_ path: String, _ words: [String], file: String) throws(BenchError) {
    var ends: [Int32] = [0, 0]
    // SAFETY: the call fills two numbers, which the array has.
    guard unsafe pipe(&ends) == 0 else { throw .system("making a pipe", errno: errno) }
    // Who keeps an end open keeps the other side from seeing that it is closed.
    defer { for end in ends { close(end) } }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reader = try ChildProcess(path, words, input: .descriptor(ends[0]))
    writer = try ChildProcess("/bin/cat", ["cat", file], output: .descriptor(ends[1]))
  }

  /// Waits for the end of both and answers what both took.
  func wait() throws(BenchError) -> Cost {
    let written = try writer.wait()
    let read = try reader.wait()
    return Cost(wall: read.wall, cpu: written.cpu + read.cpu)
  }

  /// Waits for the end and answers the most anonymous memory that the reader was seen to hold.
  func peakAnonymousMemory() throws(BenchError) -> Int {
    let peak = try reader.peakAnonymousMemory()
    _ = try writer.wait()
    return peak
  }
}
