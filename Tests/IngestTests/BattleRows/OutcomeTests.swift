import Battles
import Ingest
import Testing

/// What the winner column may say.
@Suite struct OutcomeTests {
  @Test(
    arguments: [
      ("model_a", Outcome.aWins), ("model_b", .bWins), ("a", .aWins), ("b", .bWins),
      ("left", .aWins), ("right", .bWins), ("white", .aWins), ("black", .bWins),
      ("1-0", .aWins), ("0-1", .bWins), ("1/2-1/2", .tie), ("½-½", .tie), ("tie", .tie),
      ("draw", .tie), ("both_bad", .bothBad), ("tie (bothbad)", .bothBad),
      ("1", .aWins), ("0", .bWins), ("0.5", .tie), ("1.0", .aWins), ("0.0", .bWins), (".5", .tie),
      ("5e-1", .tie), ("MODEL_A", .aWins), ("Both_Bad", .bothBad), ("  Tie\t", .tie),
      (" 0.50 ", .tie), ("x", .aWins), ("Y z", .bWins),
    ])
  func labels(_ label: String, _ outcome: Outcome) throws {
    #expect(
      try cells("model_a,model_b,winner\nx,Y z,\(label)\nx,Y z,\(label)\n")
        == ["x|Y z|\(outcome.label)|2"])
  }

  @Test(
    arguments: [
      "modelb", "tied", "2", "-1", "0.25", "nan", "X", "y z", "w", "1-1", "both bad", "bothbad",
    ])
  func unknownLabels(_ label: String) {
    let error = failure("model_a,model_b,winner\nw,q,tie\nx,Y z,\(label)\n")
    #expect(
      error?.description
        == "battles.csv:3: winner is \"\(label)\"; expected model_a, model_b, tie, "
        + "… (map it with --label)")
    #expect(error?.kind == .badData)
  }

  @Test func anEmptyWinner() {
    #expect(
      failure("model_a,model_b,winner\nx,y,\n")?.description
        == "battles.csv:2: winner is empty; expected model_a, model_b, tie, … (map it with "
        + "--label)")
  }

  @Test func anEmptyModel() {
    #expect(
      failure("model_a,model_b,winner\nx,,tie\n")?.description
        == "battles.csv:2: model_b is empty; expected the name of a model (correct it, or leave "
        + "such rows out with --bad-rows skip)")
  }

  @Test func addedLabelsOverrideTheBuiltInOnes() throws {
    let options = try options {
      $0.labels = try ["WHITE=b", "a=b=tie", "=x=both_bad", "modelb=model_b", "dup=a", "dup=b"]
        .map { try OutcomeLabel(parsing: $0) }
    }
    let text =
      "model_a,model_b,winner\n"
      + "x,y,white\nx,y,A=B\nx,y,=X\nx,y,ModelB\nx,y,dup\nx,y,a\n"
    #expect(
      try cells(text, options)
        == ["x|y|model_a|1", "x|y|model_b|3", "x|y|tie|1", "x|y|both_bad|1"])
  }

  @Test(
    arguments: [
      (
        "WHITE",
        "\"WHITE\" is not a label; expected TEXT=OUTCOME (write for example --label "
          + "'WHITE=a')"
      ),
      ("=a", "\"=a\" is not a label; expected TEXT=OUTCOME (write for example --label 'WHITE=a')"),
      (
        "w=c",
        "\"c\" is not an outcome (write one of a, b, tie, both_bad, as in --label "
          + "'WHITE=a')"
      ),
    ])
  func brokenLabels(_ argument: String, _ description: String) {
    let error = #expect(throws: IngestError.self) { try OutcomeLabel(parsing: argument) }
    #expect(error?.description == description)
    #expect(error?.kind == .usage)
  }

  @Test func aLabelWinsOverANameAndWarnsOnce() throws {
    // Rows 2 and 5 mean the same either way; rows 3 and 4 do not.
    let result = try read("model_a,model_b,winner\na,b,a\nb,a,a\nb,a,b\nx,y,a\n")
    #expect(cells(result) == ["a|b|model_a|1", "b|a|model_a|1", "b|a|model_b|1", "x|y|model_a|1"])
    #expect(
      result.report.warnings == [
        Warning(
          .ambiguousWinner,
          "battles.csv:3: the winner \"a\" is a label and the name of a model; it was read as the "
            + "label (model_a). Where names were meant, say so with --label, or rename the models.")
      ])
  }

  @Test func namesAreComparedAsBytes() throws {
    // é composed and decomposed: Swift's == calls them equal, here they are two models.
    let result = try read("model_a,model_b,winner\ncaf\u{E9},cafe\u{301},cafe\u{301}\n")
    #expect(result.report.warnings.map(\.code) == [.similarNames])
    let cells = try #require(battles(result))
    #expect(cells.roster.count == 2)
    #expect(cells.outcome == [.bWins])
  }

  @Test func similarNamesWarnOnceAndNameThreePairs() throws {
    let rows = ["GPT 4,gpt4", "Llama,llama", "a\u{A0}b,ab", "X,x", "other,y"].map { "\($0),tie\n" }
    let result = try read("model_a,model_b,winner\n" + rows.joined())
    #expect(
      result.report.warnings == [
        Warning(
          .similarNames,
          "Names that differ only by case, spaces, Unicode normal form, hidden characters or letters "
            + "that look alike are different models: "
            + "\"ab\" and \"a\\u{A0}b\"; \"GPT 4\" and \"gpt4\"; \"Llama\" and \"llama\"; and 1 more "
            + "pair.")
      ])
  }

  /// What is seen is the same name, or all but the same.
  @Test(arguments: [
    ("gpt-4", "gpt\u{200B}-4", #""gpt-4" and "gpt\u{200B}-4""#),
    ("gpt-4", "gрt-4", #""gpt-4" and "g\u{440}t-4""#), ("GPT", "ＧPT", #""GPT" and "\u{FF27}PT""#),
    ("a", "a\u{FEFF}", #""a" and "a\u{FEFF}""#),
    ("e\u{301}", "\u{E9}", #""e\u{301}" and "\u{E9}""#),
    ("x", "x\u{E0041}", #""x" and "x\u{E0041}""#), ("x", "\u{3164}x", #""x" and "\u{3164}x""#),
  ])
  func hiddenAndLookAlikeCharactersWarn(one: String, other: String, shown: String) throws {
    let result = try read("model_a,model_b,winner\n\(one),\(other),model_a\n")
    try #require(result.report.warnings.map(\.code) == [.similarNames])
    #expect(result.report.warnings[0].text.hasSuffix("are different models: \(shown)."))
    guard case .battles(let cells) = result.dataset else { return #expect(Bool(false)) }
    // They are folded for the warning alone.
    #expect(Set(cells.roster.names.map { Array($0.utf8) }) == [Array(one.utf8), Array(other.utf8)])
  }

  @Test func aModelAgainstItselfIsKept() throws {
    #expect(
      try cells("model_a,model_b,winner\nx,x,x\nx,x,model_b\nx,y,tie\n")
        == ["x|x|model_a|1", "x|x|model_b|1", "x|y|tie|1"])
  }
}
