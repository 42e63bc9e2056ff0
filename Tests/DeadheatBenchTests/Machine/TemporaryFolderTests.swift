import Testing
import TestSupport

@testable import deadheat_bench

struct TemporaryFolderTests {
  @Test func vanishesWithItsFiles() throws {
    var path = ""
    do {
      let folder = try TemporaryFolder()
      path = folder.file("kept")
      shell("echo text > '\(path)'")
      #expect(SystemFile.text(path) == "text\n")
      // A file that was named and never made.
      _ = folder.file("never")
    }
    let parent = path.dropLast("/kept".count)
    #expect(shell("test -e '\(parent)'").status == 1)
  }
}
