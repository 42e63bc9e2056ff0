import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// What `count` writes reads back as what was read, whatever models are called.
@Suite struct CanonicalCountTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func counts(_ words: [String]) -> Run { deadheat(["count"] + words + ["--quiet"]) }

  /// Three models in a cycle, each called like something that a label could be.
  @Test(arguments: [
    ["model_a", "model_b", "tie"], ["a", "b", "1"], ["both_bad", "tie", "0"], ["1", "2", "0"],
    ["home", "away", "draw"], ["A", "B", "C"], ["model_b", "model_a", "x"], ["null", "NA", "q"],
    ["1-0", "0-1", "1/2-1/2"],
  ])
  func modelsCalledLikeLabels(names: [String]) throws {
    var rows = "model_a,model_b,winner\n"
    var expected: Set<String> = []
    for index in 0..<3 {
      let (a, b) = (names[index], names[(index + 1) % 3])
      for (label, count) in [("model_a", 3 + index), ("model_b", 2), ("tie", 1), ("both_bad", 1)] {
        rows += String(repeating: "\(a),\(b),\(label)\n", count: count)
        expected.insert("\(a),\(b),\(label),\(count)")
      }
    }
    let path = try folder.write("battles.csv", rows)
    let once = counts([path])
    #expect(once.code == .success, "\(once.notes)")
    #expect(Set(once.output.split(separator: "\n").dropFirst().map(String.init)) == expected)
    let again = try folder.write("counts.csv", once.output)
    #expect(counts([again]).output == once.output)
  }

  /// Blanks that belong to a name stay its own.
  @Test func namesWithBlanks() throws {
    let path = try folder.write(
      "battles.csv", "model_a,model_b,winner\n\" x \",y,model_a\nx,\"y\t\", tie\n")
    let once = counts([path])
    #expect(
      once.output.contains("\" x \",y,model_a,1\n") && once.output.contains("x,\"y\t\",tie,1\n"))
    let again = try folder.write("counts.csv", once.output)
    #expect(counts([again]).output == once.output)
  }

  /// Names as labels, numbers with a coding, wins, flags: all come out under the same words.
  @Test func everyFormComesOutTheSame() throws {
    let expected = "model_a,model_b,winner,count\nx,y,model_a,2\nx,y,model_b,1\nx,y,tie,1\n"
    let header = "model_a,model_b,winner\n"
    for (text, words) in [
      (header + "x,y,x\nx,y,x\nx,y,y\nx,y,draw\nx,y,\n", [String]()),
      (header + "x,y,1\nx,y,1\nx,y,2\nx,y,0\n", ["--coding", "index1"]),
      ("left,right,wins_a,wins_b,draws\nx,y,2,1,1\n", []),
      (
        "model_a,model_b,winner_model_a,winner_model_b,winner_tie\nx,y,1,0,0\nx,y,1,0,0\nx,y,0,1,0\n"
          + "x,y,0,0,1\n", []
      ),
      (
        header + "x,y,good\nx,y,good\nx,y,bad\nx,y,tie\nx,y,?\n",
        [
          "--label", "good=a", "--label", "bad=b", "--label", "?=skip",
        ]
      ),
    ] {
      let path = try folder.write("battles.csv", text)
      #expect(counts([path] + words).output == expected, "\(text)")
    }
  }

  @Test(arguments: ["model_a", "Winner", "count"])
  func aClusterColumnThatCountsCannotCarry(name: String) throws {
    let path = try folder.write(
      "b.csv", "left,right,result,\(name)\nx,y,left,j\nx,y,right,k\n")
    let run = deadheat(
      "count", path, "--cluster", name, "--columns", "a=left,b=right,winner=result")
    expectFailure(run, .usage, "--cluster", "rename")
  }

  /// JSON of version 1, before readings were told, and of version 2 are boards.
  @Test func ownJSONIsRead() throws {
    let board = try folder.write(
      "b.csv", "model,score,standard_error\na,1000,5\nb,990,5\nc,950,4\n")
    let now = deadheat("rank", board, "--format", "json", "--quiet").output
    #expect(now.contains("deadheat/rank/2"))
    var before = now.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    before = before.map { line in
      guard let cut = line.range(of: ", \"reading\": ") else { return line }
      return String(line[..<cut.lowerBound]) + "},"
    }
    let old = before.joined(separator: "\n").split(separator: "rank/2").joined(separator: "rank/1")
    #expect(!old.contains("reading") && old.contains("deadheat/rank/1"))
    for (name, text) in [("now.json", now), ("old.json", old)] {
      let path = try folder.write(name, text)
      let csv = deadheat("rank", path, "--format", "csv", "--quiet")
      #expect(csv.code == .success, "\(csv.notes)")
      #expect(try StrictCSV.column("model", csv.output) == ["a", "b", "c"])
    }
  }
}

extension String {
  /// Where `text` is first.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
