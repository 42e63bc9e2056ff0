import Battles
import Testing

@testable import Ingest

/// Rows of several boards make no ranking, in one file or in several.
@Suite struct MixedBoardTests {
  private func result(
    _ files: [(name: String, text: String)], where filter: String? = nil
  ) throws -> ReadResult {
    try readDataset(
      files.map { InMemoryFile($0.name, Array($0.text.utf8)) },
      options: options {
        if let filter { $0.filters = [try RowFilter(parsing: filter)] }
      })
  }

  private func message(
    _ files: [(name: String, text: String)], where filter: String? = nil
  ) -> String? {
    let error = #expect(throws: IngestError.self) { try result(files, where: filter) }
    #expect(error?.kind == .badData)
    return error?.description
  }

  private let mixed = "model,score,ci,Category\nx,1500,5,text\ny,1490,5,code\nz,1480,5, text\n"

  @Test func severalCategoriesAreRefused() throws {
    #expect(
      message([("board.csv", mixed)])
        == "board.csv: the rows are of several boards, 'Category' being \"text\", \"code\": scores of "
        + "different boards do not compare (choose one with --where Category=text)")
    for heading in ["leaderboard", "ARENA", "subset"] {
      let text = "model,score,ci,\(heading)\nx,1500,5,hard prompts\ny,1490,5,code\n"
      #expect(
        message([("board.csv", text)])?.hasSuffix(
          "(choose one with --where '\(heading)=hard prompts')") == true)
    }
    let json = #"{"text": {"x": {"score": 1, "ci": 1}}, "code": {"y": {"score": 2, "ci": 1}}}"#
    #expect(
      message([("board.json", json)])?.hasSuffix("(choose one with --where category=text)") == true)
  }

  @Test func oneCategoryIsOneBoard() throws {
    #expect(
      board(try result([("board.csv", mixed)], where: "Category=text"))?.roster.names == ["x", "z"])
    let vendors = "model,score,ci,vendor\nx,1500,5,A\ny,1490,5,B\n"
    #expect(board(try result([("board.csv", vendors)]))?.roster.count == 2)
  }

  @Test(arguments: ["date", "publish_date", "snapshot_date"])
  func datesMayBeThoseOfModels(_ heading: String) throws {
    let text = "model,score,ci,\(heading)\nx,1500,5,2026-01-01\ny,1490,5,2026-02-01\n"
    let warnings = try result([("board.csv", text)]).report.warnings
    #expect(
      warnings.filter { $0.code == .mixedBoards }.map(\.text) == [
        "The rows are of several boards, '\(heading)' being \"2026-01-01\", \"2026-02-01\": scores of "
          + "different boards do not compare; choose one with --where \(heading)=…, unless the dates "
          + "are the models' own."
      ])
    let one = try result([("board.csv", text)], where: "\(heading)=2026-01-01")
    #expect(one.report.warnings.allSatisfy { $0.code != .mixedBoards })
  }

  @Test(
    arguments: [
      (
        "model,score,ci\nx,1500,5\n", "model,score,ci\ny,1490,5\n",
        "as no column such as category says that they are one"
      ),
      (
        "model,score,ci,category\nx,1500,5,\n", "model,score,ci,category\ny,1490,5,\n",
        "as no column such as category says that they are one"
      ),
      (
        "model,score,ci,category\nx,1500,5,text\n", "model,score,ci,category\ny,1490,5,code\n",
        "as 'category' is \"text\" and \"code\""
      ),
      (
        "model,score,ci,date\nx,1500,5,2026-01-01\n", "model,score,ci,date\ny,1490,5,2026-02-01\n",
        "as 'date' is \"2026-01-01\" and \"2026-02-01\""
      ),
      (
        "model,score,ci,category,date\nx,1500,5,text,1\n",
        "model,score,ci,category,date\ny,1490,5,text,2\n", "as 'date' is \"1\" and \"2\""
      ),
      (
        "model,score,ci,category\nx,1500,5,text\n", "model,rating,ci,category\ny,1490,5,text\n",
        "as their columns differ"
      ),
      (
        "model,score,ci,category\nx,1500,5,text\n",
        #"[{"model": "y", "score": 1, "ci": 1, "category": "code"}]"#,
        "as 'category' is \"text\" and \"code\""
      ),
    ] as [(String, String, String)])
  func twoFilesAreTwoBoards(_ one: String, _ two: String, _ why: String) {
    let line = two.hasPrefix("[") ? 1 : 2
    #expect(
      message([("a.csv", one), ("b", two)])
        == "b:\(line): a.csv and b are boards of their own, \(why): scores of different boards do not "
        + "compare (give one of the files, or compare the boards with deadheat diff a.csv b)")
  }

  /// Pieces of one board say so in a column that is the same in all of them.
  @Test func piecesOfOneBoard() throws {
    let one = ("a.csv", "model,score,ci,category\nx,1500,5,text\nw,1510,5,text\n")
    let two = ("b.csv", "model,score,ci,category\ny,1490,5,\"text\"\n")
    #expect(board(try result([one, two]))?.roster.names == ["w", "x", "y"])
    let json = ("c.json", #"[{"category": "text", "model": "z", "score": 1, "ci": 1}]"#)
    #expect(board(try result([one, json, two]))?.roster.names == ["w", "x", "y", "z"])
    // What the filter leaves of each is of one board.
    let code = ("d.csv", "model,score,ci,category\ny,1,5,code\nz,1400,5,text\n")
    #expect(
      board(try result([one, code], where: "category=text"))?.roster.names == ["w", "x", "z"])
    // A file of which nothing is left is no second board.
    let other = ("e.csv", "model,score,ci,category,vendor\ny,1490,5,code,A\n")
    #expect(board(try result([one, other], where: "category=text"))?.roster.names == ["w", "x"])
  }
}
