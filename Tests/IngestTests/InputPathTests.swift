import Battles
import TestSupport
import Testing

@testable import Ingest

struct InputPathTests {
  /// Next to each other: the name that is no text, and the one that it would be repaired to.
  @Test func thePathIsReadThatIsNamed() throws {
    let folder = try TestFolder()
    folder.run("echo model_a,model_b,winner > x; echo a,b,tie >> x; cp x \"$(printf '\\377').csv\"")
    try folder.write("\u{FFFD}.csv", "model_a,model_b,winner\nc,d,tie\n")
    let raw = InputPath(bytes: Array("\(folder.path)/".utf8) + [0xFF] + Array(".csv".utf8))
    for (path, names) in [(raw, ["a", "b"]), (InputPath(folder["\u{FFFD}.csv"]), ["c", "d"])] {
      let result = try readDataset([path])
      guard case .battles(let cells) = result.dataset else {
        throw IngestError.noSuchFile(file: "")
      }
      #expect(cells.roster.names == names)
      #expect(result.report.files == [path.name])
    }
    #expect(raw.name == "\(folder.path)/\\xFF.csv")
  }

  @Test func messagesShowTheBytes() {
    let path = InputPath(bytes: Array("no/é".utf8) + [0xE9, 0x2E])
    let error = #expect(throws: IngestError.self) { try readDataset([path]) }
    #expect(error == .noSuchFile(file: "no/é\\xE9."))
    #expect(error?.description.hasPrefix("no/é\\xE9.: there is no such file") == true)
    #expect(InputPath("-").isStandardInput && !InputPath("./-").isStandardInput)
  }
}
