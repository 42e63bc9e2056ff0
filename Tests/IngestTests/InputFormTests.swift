import Ingest
import Testing

/// Forms that are not read, and files that are not there.
@Suite struct InputFormTests {
  @Test(
    arguments: [
      ([0x1F, 0x8B, 0x08, 0x00], "gzip"), ([0x28, 0xB5, 0x2F, 0xFD, 0x04], "zstd"),
      (Array("PAR1\u{15}\0".utf8), "Parquet"),
      (Array("SQLite format 3\0".utf8), "an SQLite database"),
      (Array("\0\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\0DUCK\u{40}".utf8), "a DuckDB database"),
      (Array("ARROW1\0\0".utf8), "Arrow"),
      (Array("{| class=x\n! Model\n|}\n".utf8), "a table in the markup of MediaWiki"),
    ] as [([UInt8], String)])
  func otherForms(_ bytes: [UInt8], _ form: String) {
    let error = failure(bytes, named: "battles")
    #expect(error?.description.hasPrefix("battles: \(form) is not read yet (") == true)
    #expect(error?.kind == .unavailable)
  }

  @Test(arguments: ["s3://bucket/b.csv", "hf://datasets/x", "postgres:db", "https://x.org/b.csv"])
  func addresses(_ file: String) {
    let error = failureOfFiles([file])
    #expect(error?.description.hasPrefix("\(file): ") == true)
    #expect(error?.description.hasSuffix("(download it as CSV and name the file)") == true)
    #expect(error?.kind == .unavailable)
  }

  @Test func aMissingFile() {
    let error = failureOfFiles(["/no/such/battles.csv"])
    #expect(
      error?.description
        == "/no/such/battles.csv: there is no such file (check the path; - is standard input)")
    #expect(error?.kind == .noInput)
  }

  @Test func aDirectory() {
    let error = failureOfFiles(["/"])
    #expect(
      error?.description == "/: it is a directory (name the files in it, as in DIRECTORY/*.csv)")
    #expect(error?.kind == .noInput)
  }

  #if os(Linux)
    @Test func aFileThatCannotBeRead() {
      // The kernel maps nothing at address 0, so that the first read fails with EIO.
      let error = failureOfFiles(["/proc/self/mem"])
      #expect(
        error?.description == "/proc/self/mem: reading failed: Input/output error (try again, or "
          + "copy the file first)")
      #expect(error?.kind == .inputOutput)
    }
  #endif

  /// NUL bytes are looked for in the first 4096 bytes, also behind those of the marks.
  @Test(arguments: [0, 1, 15, 16, 17, 100, 4095, 4096])
  func bytesThatAreNUL(_ offset: Int) throws {
    var bytes = Array("model_a,model_b,winner,note\n".utf8)
    while bytes.count < 5000 {
      bytes += Array("x,y,tie,\(String(repeating: "n", count: 80))\n".utf8)
    }
    // Where it is not looked for, it stands in a column that is not read.
    if offset > bytes.firstIndex(of: 10) ?? 0 { #expect(bytes[offset] == UInt8(ascii: "n")) }
    bytes[offset] = 0
    let error = failure(bytes)
    guard offset < 4096 else {
      #expect(error == nil)
      return
    }
    #expect(
      error?.description
        == "battles.csv: it has a NUL byte at offset \(offset): it is no text in UTF-8 (expected CSV; "
        + "save it as UTF-8)")
    #expect(error?.kind == .badData)
  }

  @Test func noFileAndStandardInputTwice() {
    #expect(failureOfFiles([])?.kind == .usage)
    #expect(
      failureOfFiles(["-", "-"])?.description
        == "standard input is named more than once (name - once)")
  }

  private func failureOfFiles(_ files: [String]) -> IngestError? {
    do throws(IngestError) {
      _ = try readDataset(files)
      return nil
    } catch {
      return error
    }
  }
}
