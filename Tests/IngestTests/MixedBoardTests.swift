import Battles
import Testing

@testable import Ingest

/// A table of several boards is read, and the reader told.
@Suite struct MixedBoardTests {
  private func warnings(_ text: String, where filter: String? = nil) throws -> [String] {
    var options = ReadOptions()
    if let filter { options.filters = [try RowFilter(parsing: filter)] }
    let result = try readDataset([InMemoryFile("board.csv", Array(text.utf8))], options: options)
    return result.report.warnings.filter { $0.code == .mixedBoards }.map(\.text)
  }

  private let mixed = "model,score,ci,Category\nx,1500,5,text\ny,1490,5,code\nz,1480,5,text\n"

  @Test func categoriesAreToldApart() throws {
    #expect(
      try warnings(mixed) == [
        """
        The rows are of several boards, 'Category' being "text", "code": scores of different \
        boards do not compare; choose one with --where Category=…
        """
      ])
  }

  @Test func oneCategoryIsOneBoard() throws {
    #expect(try warnings(mixed, where: "Category=text").isEmpty)
    #expect(try warnings("model,score,ci,vendor\nx,1500,5,A\ny,1490,5,B\n").isEmpty)
  }
}
