import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Names come from files that anyone may write.
@Suite struct NameTests {
  private let folder: TestFolder
  private let names = [
    "a,b", "say \"hi\"", "two\nlines", "rocket 🚀", "שלום", " spaced ", "tab\tinside",
    "\u{1B}[31mred",
    "café", "cafe\u{301}", "=1+1",
  ]

  init() throws { folder = try TestFolder() }

  private func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private func battles() throws -> String {
    var rows = "model_a,model_b,winner,count\n"
    for (index, name) in names.enumerated() {
      let next = quoted(names[(index + 1) % names.count])
      rows += "\(quoted(name)),\(next),model_a,\(20 + index)\n\(next),\(quoted(name)),model_a,20\n"
    }
    return try folder.write("battles.csv", rows)
  }

  private func bytes(_ names: [String]) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }

  @Test func intactInCSVAndJSON() throws {
    let path = try battles()
    let csv = deadheat(["rank", path, "--format", "csv"] + fast)
    #expect(csv.code == .success)
    #expect(bytes(try StrictCSV.column("model", csv.output)) == bytes(names))
    let json = try StrictJSON(deadheat(["rank", path, "--format", "json"] + fast).output)
    #expect(bytes(json["models"]?.elements.compactMap { $0["model"]?.text } ?? []) == bytes(names))
    let pairs = deadheat(["test", path, "--all-pairs", "--format", "csv"] + fast).output
    #expect(bytes(try StrictCSV.column("a", pairs) + StrictCSV.column("b", pairs)) == bytes(names))
    let counts = deadheat("count", path).output
    #expect(bytes(try StrictCSV.column("model_a", counts)) == bytes(names))
  }

  /// Nothing in a name may steer the terminal or break the table's lines.
  @Test func harmlessInTheTable() throws {
    let table = deadheat(["rank", try battles()] + fast).output
    #expect(!table.unicodeScalars.contains("\u{1B}") && !table.unicodeScalars.contains("\t"))
    #expect(table.contains("two\\nlines") && table.contains("rocket 🚀"))
    #expect(table.contains("a,b") && table.contains("say \"hi\""))
    #expect(table.unicodeScalars.contains("\u{2068}"))
    #expect(table.contains("שלום"))
  }

  @Test func testTakesThemAsTheyAre() throws {
    let path = try battles()
    for (a, b) in [("a,b", "say \"hi\""), ("two\nlines", "שלום"), ("café", "cafe\u{301}")] {
      let run = deadheat(["test", path, a, b, "--format", "csv"] + fast)
      #expect(run.code == .success, "\(run.notes)")
      #expect(try StrictCSV.column("a", run.output) == [a])
    }
  }

  @Test func namesThatAreMuchAlikeWarn() throws {
    let rows = league.split(separator: "\n").dropFirst().joined(separator: "\n")
    let path = try folder.write(
      "battles.csv",
      "model_a,model_b,winner,count,kind\n\(rows)\nAlder,birch,model_a,40,x\nbirch,Alder,model_a,40,x\n"
        + "ald er,birch,model_a,40,x\nbirch,ald er,model_a,40,x\n")
    let run = deadheat(["rank", path, "--format", "csv"] + fast)
    #expect(run.code == .success)
    #expect(run.notes.contains("deadheat: warning: ") && run.notes.contains("case, spaces"))
    #expect(run.notes.contains("\"Alder\"") && run.notes.contains("\"ald er\""))
    #expect(try StrictCSV.column("model", run.output).count == 6)
    #expect(deadheat(["rank", path, "--quiet"] + fast).notes.isEmpty)
  }
}
