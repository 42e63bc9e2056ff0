import TestSupport
import Testing

@testable import CommandLineKit

@Suite struct InputFileTests {
  @Test func whatIsThere() throws {
    let folder = try TestFolder()
    let path = try folder.write("a.csv", "x")
    #expect(InputFile.isThere(FilePath(path)) && InputFile.isThere("-"))
    #expect(InputFile.isThere(FilePath(folder.path)))
    #expect(!InputFile.isThere(FilePath(folder["b.csv"])))
    // A file is no folder: something is in the way.
    #expect(InputFile.isThere(FilePath(path + "/b.csv")))
  }
}
