import TestSupport
import Testing

@testable import CommandLineKit

/// What a signal removes is tested on the built program, by `.ci/check-limits`: here it would remove the
/// files of other tests.
struct TemporaryFilesTests {
  @Test func listedFilesAreTakenOffOnce() throws {
    let folder = try TestFolder()
    let path = FilePath(try folder.write("listed", "x"))
    let entry = try #require(TemporaryFiles.add(path))
    TemporaryFiles.remove(entry)
    #expect(folder.names == "listed ")
    // The place is free again.
    let again = try #require(TemporaryFiles.add(path))
    TemporaryFiles.remove(again)
  }

  @Test func whereTheListIsFullNothingIsLost() throws {
    var entries: [TemporaryFiles.Entry] = []
    while entries.count < 100, let entry = TemporaryFiles.add("/nowhere/at/all") {
      entries.append(entry)
    }
    // Others may write at the same time.
    #expect((1...16).contains(entries.count))
    for entry in entries { TemporaryFiles.remove(entry) }
  }
}
