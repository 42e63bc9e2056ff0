import TestSupport
import Testing

@testable import CommandLineKit

@Suite struct InputFileTests {
  @Test func whatIsThere() throws {
    let folder = try TestFolder()
    let path = try folder.write("a.csv", "x")
    #expect(InputFile.isThere(path) && InputFile.isThere("-") && InputFile.isThere(folder.path))
    #expect(!InputFile.isThere(folder["b.csv"]))
    // A file is no folder: something is in the way.
    #expect(InputFile.isThere(path + "/b.csv"))
  }
}
