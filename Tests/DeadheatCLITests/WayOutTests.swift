import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Every option that a refusal offers leads out, on the very battles that were refused.
@Suite struct WayOutTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// Battles that a command refuses, and how many ways out there must be.
  struct Shape: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: String
    let ways: Int
    var words: [String] = []
    var command = "rank"
  }

  private static let even = "x,y,model_a,800\nx,y,model_b,800\n"
  private static let small =
    "p,q,model_a,4\np,q,model_b,1\nq,r,model_a,4\nq,r,model_b,2\nr,p,model_a,3\nr,p,model_b,2\n"
  private static let firm = [("p", "q"), ("q", "r"), ("r", "p")]
    .map { "\($0.0),\($0.1),model_a,6\n\($0.0),\($0.1),model_b,5\n" }.joined()
  private static let cycle = "x,y,model_a,30\ny,z,model_a,30\nz,x,model_a,30\n"
  /// Two groups of three with the same number of battles.
  private static let twins = [
    ("a", "b"), ("b", "c"), ("c", "a"), ("s", "t"), ("t", "u"), ("u", "s"),
  ]
  .map { "\($0.0),\($0.1),model_a,200\n\($0.0),\($0.1),model_b,190\n" }.joined()

  static let shapes: [Shape] = [
    // The group of two has the battles, that of three the models.
    Shape(testDescription: "never met", rows: even + small, ways: 4),
    Shape(testDescription: "one way", rows: even + small + "x,p,model_a,9\n", ways: 4),
    Shape(testDescription: "never won", rows: even + "x,a,model_a,3\n", ways: 3),
    Shape(testDescription: "never lost", rows: even + "x,a,model_b,3\n", ways: 3),
    Shape(testDescription: "a cycle that beat one", rows: cycle + "x,a1,model_a,9\n", ways: 3),
    // All groups are single models: nothing but a prior helps.
    Shape(
      testDescription: "a complete order",
      rows: "a,b,model_a,30\nb,c,model_a,30\na,c,model_a,30\n", ways: 1),
    Shape(
      testDescription: "pairs that never met, and one way inside",
      rows: cycle + "x,a1,model_a,9\n"
        + even.replacing("x,", with: "v,").replacing("y,", with: "w,"),
      ways: 3),
    Shape(
      testDescription: "names that a shell would split",
      rows: "it's,a b,model_a,9\nit's,a b,model_b,8\n-x,$y,model_a,4\n-x,$y,model_b,5\n", ways: 4),
    Shape(
      testDescription: "many outside",
      rows: even + (0..<9).map { "x,lost\($0),model_a,1\n" }.joined(), ways: 2),
    // The largest group is all ties, which cannot be rated.
    Shape(testDescription: "ties", rows: "a,b,tie,900\n" + small + "a,p,model_a,1\n", ways: 3),
    // Ways that leave the anchor out are none, nor is one in which it has too few battles beside others.
    Shape(
      testDescription: "an anchor outside", rows: even + small, ways: 1,
      words: ["--anchor", "p=1000"]),
    Shape(
      testDescription: "alone in its group", rows: even + "x,a,model_a,3\n", ways: 3,
      words: ["--component", "a"]),
    Shape(
      testDescription: "few battles", rows: small, ways: 1, command: "test"),
    Shape(
      testDescription: "two firm groups of the same size",
      rows: twins + "a,s,model_a,1\nb,t,model_b,1\n", ways: 2, command: "test"),
    // By models the larger group has the claim, and too few battles to be ranked.
    Shape(
      testDescription: "a firm group with few battles", rows: even + firm + "x,p,tie,3\n",
      ways: 2,
      command: "test"),
    Shape(
      testDescription: "links too few for any number", rows: "a,b,model_a,900\na,b,model_b,2\n",
      ways: 0,
      command: "test"),
  ]

  @Test(arguments: shapes) func everyWayOutLeadsOut(shape: Shape) throws {
    let path = try folder.write("battles.csv", "model_a,model_b,winner,count\n" + shape.rows)
    let run = deadheat([shape.command, path] + shape.words + fast)
    #expect(run.code == .badData, "\(run.notes)")
    let ways = Self.ways(run.notes)
    #expect(ways.count == shape.ways, "\(run.notes)")
    for way in ways {
      let given = run.notes.contains("in place of that --component") ? [] : shape.words
      let out = deadheat([shape.command, path] + given + way + fast)
      #expect(out.code == .success, "\(way): \(out.notes)")
    }
  }

  /// What a headline offers works as well.
  @Test func aHeadlineWithoutRankedModelsOffersGroups() throws {
    let path = try folder.write(
      "battles.csv",
      "model_a,model_b,winner,count\n" + Self.twins + "a,s,model_a,1\nb,t,model_b,1\n")
    let run = deadheat(["rank", path, "--format", "markdown"] + fast)
    let headline = try #require(run.output.split(separator: "\n").first)
    #expect(headline.contains("No model is ranked: too few battles link the models"))
    let ways = Self.ways(headline.replacing("compared: ", with: "out: "))
    #expect(ways == [["--component", "largest"], ["--component", "s"]])
    for way in ways {
      let out = deadheat(["rank", path] + way + fast)
      #expect(!out.output.hasPrefix("No model"))
    }
  }

  /// The options of each way in a message: "…; ways out: --component largest keeps …; --prior 1 …".
  private static func ways(_ notes: some StringProtocol) -> [[String]] {
    let marked = String(notes).replacing("out in place of that --component: ", with: "out: ")
    guard let list = marked.split(separator: "out: ", maxSplits: 1).dropFirst().first else {
      return []
    }
    return list.split(separator: "; ").map { part in
      var words: [String] = []
      var rest = shellWords(part.hasPrefix("or ") ? String(part.dropFirst(3)) : String(part))[...]
      while let option = rest.first, option.hasPrefix("--") {
        words.append(option)
        rest = rest.dropFirst()
        if !option.contains("=") {
          words += rest.prefix(1)
          rest = rest.dropFirst()
        }
      }
      return words
    }
  }

  /// Words as a shell splits them: single quotes and backslashes.
  private static func shellWords(_ text: String) -> [String] {
    var (words, word) = ([String](), String?.none)
    var isQuoted = false
    var isEscaped = false
    for character in text where character != "\n" {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == "\\", !isQuoted {
        isEscaped = true
      } else if character == " ", !isQuoted {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let whole = word { words.append(whole) }
    return words
  }
}
