import Testing

@testable import Ingest

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that reads without blocking makes the open file so for all that share it, and `read` then
/// fails where nothing has come yet.
@Suite struct NonBlockingInputTests {
  /// Nothing else in these tests reads standard input, which is a pipe for as long as this takes.
  @Test func standardInputIsWaitedFor() throws {
    var ends: [Int32] = [-1, -1]
    // SAFETY: the call writes two numbers to an array of two.
    try #require(unsafe pipe(&ends) == 0)
    let before = dup(STDIN_FILENO)
    try #require(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO)
    _ = close(ends[0])
    try #require(fcntl(STDIN_FILENO, F_SETFL, O_NONBLOCK) == 0)
    // The writer inherits the other end, and sends in two pieces after the first attempts to read.
    let script = """
      exec 3>/dev/fd/\(ends[1]); sleep 0.2; printf 'model_a,model_b,winner\\nx,y,model' >&3; \
      sleep 0.2; printf '_a\\n' >&3
      """
    // SAFETY: the script is NUL-terminated for the call, and the stream is closed below.
    let writer = unsafe popen(script, "w")
    _ = close(ends[1])
    defer {
      unsafe writer.map { _ = unsafe pclose($0) }
      _ = dup2(before, STDIN_FILENO)
      _ = close(before)
    }
    let result = try readDataset(["-"])
    #expect(cells(result) == ["x|y|model_a|1"])
  }
}
