import TestSupport
import Testing

/// Rows that tell of two battles each: commands that can allow for it do, and the others say so.
@Suite struct GameRowsTests {
  private let folder = try? TestFolder()

  private func file(_ name: String) throws -> String {
    let rows = (1...40).map { question in
      "\(question),x,y,\(question % 3 == 0 ? "model_2,tie" : "model_1,model_2")\n"
    }
    return try #require(folder).write(
      name, "question_id,model_1,model_2,g1_winner,g2_winner\n" + rows.joined())
  }

  @Test func rankIsByQuestions() throws {
    let run = deadheat("rank", try file("a.csv"), "--provisional", "1")
    #expect(run.output.contains("in 40 clusters of 'question_id'"), "\(run.output)\(run.notes)")
    #expect(!run.notes.contains("two battles on one question"))
  }

  @Test(arguments: ["diff", "plan"])
  func othersWarn(_ command: String) throws {
    let files = command == "diff" ? [try file("a.csv"), try file("b.csv")] : [try file("a.csv")]
    let run = deadheat([command] + files + ["--provisional", "1"])
    #expect(run.notes.contains("two battles on one question"), "\(run.notes)")
  }
}
