import Testing

@testable import deadheat_bench

struct ChildProcessTests {
  @Test func writesWhereItIsTold() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("output")
    let process = try ChildProcess(
      "/bin/sh", ["sh", "-c", "echo \"$0 $1\"", "name", "word"], output: .file(path))
    let cost = try process.wait()
    #expect(SystemFile.text(path) == "name word\n")
    #expect(cost.wall > 0)
  }

  @Test func aFailureIsAnError() throws {
    let process = try ChildProcess("/bin/sh", ["sh", "-c", "exit 3"])
    #expect(throws: BenchError.self) { try process.wait() }
    #expect(throws: BenchError.self) { try ChildProcess("/nowhere/program", ["program"]) }
  }

  /// A shell that loops over so much arithmetic works for milliseconds at least.
  @Test func tellsProcessorTime() throws {
    let script = "i=0; while [ $i -lt 100000 ]; do i=$((i + 1)); done"
    let cost = try ChildProcess("/bin/sh", ["sh", "-c", script]).wait()
    #expect(cost.cpu > 0.001)
    // The loop is the shell's only thread; a tenth of a second allows for clocks that tick.
    #expect(cost.cpu < cost.wall + 0.1)
  }

  @Test func aFileArrivesThroughThePipe() throws {
    let folder = try TemporaryFolder()
    let (input, output) = (folder.file("input"), folder.file("output"))
    let script = "i=0; while [ $i -lt 30000 ]; do echo line $i; i=$((i + 1)); done"
    _ = try ChildProcess("/bin/sh", ["sh", "-c", script], output: .file(input)).wait()
    _ = try FedProcess("/bin/sh", ["sh", "-c", "cat > '\(output)'"], file: input).wait()
    let text = try #require(SystemFile.text(input))
    #expect(text.hasSuffix("line 29999\n"))
    #expect(SystemFile.text(output) == text)
    #expect(try SystemFile.readThrough(input) == text.utf8.count)
  }

  /// The shell keeps a string of a megabyte and sleeps: it is looked at often enough to be seen.
  @Test func seesItsMemory() throws {
    let script = "x=$(head -c 1000000 /dev/zero | tr '\\0' x); sleep 0.3; : $x"
    let peak = try ChildProcess("/bin/sh", ["sh", "-c", script]).peakAnonymousMemory()
    #expect(peak > 1_000_000)
  }
}
