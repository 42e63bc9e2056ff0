import Battles
import Synchronization
import TestSupport
import Testing

@testable import Ingest

/// Files that other programs write while they are read.
@Suite struct ChangedFileTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// Twenty times the window, and read in several pieces by several threads.
  private func battles() throws -> String {
    let row = "alder,birch,model_a\nbirch,alder,model_a\n"
    return try folder.write(
      "battles.csv", "model_a,model_b,winner\n" + String(repeating: row, count: 2000))
  }

  /// What reading comes to where `script` runs when the first bytes have been read.
  private func reading(_ path: String, threads: Int, _ script: String) throws -> ReadResult {
    let isFirst = Mutex(true)
    var options = ReadOptions()
    options.threads = threads
    var tuning = ReadTuning()
    tuning.windowSize = 4096
    tuning.chunkSize = 8192
    let folder = folder
    let source = try ByteSource(
      opening: InputPath(path),
      progress: { _ in
        let runs = isFirst.withLock { isFirst in
          defer { isFirst = false }
          return isFirst
        }
        if runs { folder.run(script) }
      })
    var reader = try DatasetReader(options, tuning)
    try reader.read(InputBuffer(source, size: tuning.windowSize))
    return try reader.result()
  }

  @Test(arguments: [1, 4]) func aFileThatIsCutOffIsAnError(threads: Int) throws {
    let path = try battles()
    let size = 23 + 2000 * 40
    let error = #expect(throws: IngestError.self) {
      // At the end of a record: what is left looks like a whole file.
      try reading(path, threads: threads, "truncate -s 70023 battles.csv")
    }
    #expect(error == .changed(file: path, opened: size, ended: 70_023))
    #expect(error?.kind == .inputOutput)
    #expect(
      error?.description
        == "\(path): it changed while it was read, from 80023 to 70023 bytes "
        + "(wait until it is written, or copy it first and read the copy)")
  }

  @Test(arguments: [1, 4]) func aFileThatGrowsIsAnError(threads: Int) throws {
    let path = try battles()
    let error = #expect(throws: IngestError.self) {
      try reading(path, threads: threads, "echo alder,birch,model_a >> battles.csv")
    }
    #expect(error == .changed(file: path, opened: 80_023, ended: 80_043))
  }

  @Test(arguments: [1, 4]) func aFileThatStaysIsRead(threads: Int) throws {
    let result = try reading(try battles(), threads: threads, "cat battles.csv > /dev/null")
    #expect(result.report.rows == 4000)
  }

  /// A file that has its old size again when the end is reached changed all the same, once that was seen.
  @Test func aChangeIsNotForgotten() throws {
    let path = try folder.write("file", "0123456789")
    var source = try ByteSource(opening: InputPath(path))
    let parts = source.parts
    var buffer = [UInt8](repeating: 0, count: 16)
    #expect(try source.read(into: &buffer, at: 0, space: 16) == 10)
    folder.run("echo more >> file")
    // The end is not there yet: the bytes that were added are.
    #expect(try source.read(into: &buffer, at: 0, space: 16) == 5)
    let error = #expect(throws: IngestError.self) {
      try source.read(into: &buffer, at: 0, space: 16)
    }
    #expect(error == .changed(file: path, opened: 10, ended: 15))
    folder.run("printf 0123456789 > file")
    var again = ByteSource(try #require(parts), from: 10)
    #expect(throws: IngestError.self) { try again.read(into: &buffer, at: 0, space: 16) }
  }

  /// Files that a system makes up have a size of 0, and named pipes have none.
  @Test func whatHasNoSizeIsRead() throws {
    var made = try ByteSource(opening: "/proc/self/status")
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    #expect(try made.read(into: &buffer, at: 0, space: 1 << 16) > 0)
    while try made.read(into: &buffer, at: 0, space: 1 << 16) > 0 {}
    // The shell must not wait for the pipe to be opened.
    folder.run(
      "mkfifo pipe; (printf 'model_a,model_b,winner\\na,b,tie\\n' | tee pipe) > /dev/null 2>&1 &")
    let result = try readDataset([folder["pipe"]])
    #expect(result.report.rows == 1)
  }
}
