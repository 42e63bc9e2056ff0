import Battles
import Ingest
import Testing

/// What the winner column may say.
@Suite struct OutcomeTests {
  @Test(
    arguments: [
      ("model_a", Outcome.aWins), ("model_b", .bWins), ("a", .aWins), ("b", .bWins),
      ("left", .aWins), ("right", .bWins), ("white", .aWins), ("black", .bWins),
      ("1-0", .aWins), ("0 - 1", .bWins), ("1/2-1/2", .tie), ("½-½", .tie), ("tie", .tie),
      ("draw", .tie), ("both_bad", .bothBad), ("tie (bothbad)", .bothBad),
      ("Tie(all bad)", .bothBad),
      ("bothbad", .bothBad), ("Both Bad", .bothBad), ("both good", .tie), ("equal", .tie),
      ("tie (inconsistent)", .tie), ("same", .tie), ("even", .tie), ("both", .tie),
      ("0.5", .tie), (".5", .tie), ("5e-1", .tie), ("MODEL_A", .aWins), ("Model A", .aWins),
      ("model-b", .bWins), ("Both_Bad", .bothBad), ("  Tie\t", .tie), (" 0.50 ", .tie),
      ("x", .aWins),
      ("Y z", .bWins), ("player_1", .aWins), ("player2", .bWins), ("model_1", .aWins),
      ("a_better", .aWins), ("A>B", .aWins), ("A >> B", .aWins), ("A=B", .tie), ("b>a", .bWins),
      ("A<B", .bWins), ("B<<A", .aWins), ("[[A]]", .aWins), ("[[B]]", .bWins), ("[[C]]", .tie),
      ("[[B>>A]]", .bWins), ("home", .aWins), ("away", .bWins), ("player_b", .bWins),
    ])
  func labels(_ label: String, _ outcome: Outcome) throws {
    #expect(
      try cells("model_a,model_b,winner\nx,Y z,\(label)\nx,Y z,\(label)\n")
        == ["x|Y z|\(outcome.label)|2"])
  }

  @Test(
    arguments: [
      "modelb", "3", "-2", "0.25", "X", "y z", "w", "all good", "x2", "won",
    ])
  func unknownLabels(_ label: String) {
    let error = failure("model_a,model_b,winner\nw,q,tie\nx,Y z,\(label)\n")
    // Words of other columns of results, or for other sides, mean nothing as a winner.
    let isKnown = ["X", "w", "won"].contains(label)
    #expect(
      isKnown
        || error?.description.hasPrefix(
          "battles.csv:3: winner is \"\(label)\" (1 row); expected model_a, model_b, tie, … or the name"
        ) == true)
    #expect(error?.kind == .badData)
  }

  /// All of them are listed at once, the most where they begin, with a command to paste.
  @Test func allUnknownLabelsAreListed() {
    let rows = ["x,y,it's", "x,y,tie", "x,y,w n", "x,y,it's"]
    #expect(
      failure("model_a,model_b,winner\n" + rows.joined(separator: "\n"))?.description
        == "battles.csv:2: winner is \"it's\" (2 rows), \"w n\" (1 row); expected model_a, model_b, tie, … or "
        + "the name of one of the two sides (say what they mean: --label='it'\\''s=OUTCOME' --label='w "
        + "n=OUTCOME' with OUTCOME one of a, b, tie, both_bad, skip; or set such rows aside with --bad-rows "
        + "skip)")
  }

  /// An empty verdict is none: set aside and counted, and refused above half of the rows.
  @Test func emptyWinners() throws {
    let rows = ["x,y,model_a", "x,y,", "x,y,null", "y,x,tie", "x,y,model_b", "x,y, N/A "]
    func text(_ rows: [String]) -> String {
      "model_a,model_b,winner\n" + rows.joined(separator: "\n")
    }
    let result = try read(text(rows))
    #expect(cells(result) == ["x|y|model_a|1", "x|y|model_b|1", "y|x|tie|1"])
    #expect(result.report.setAside == [SetAside(.noVerdict, count: 3)])
    #expect(
      failure(text(rows + ["x,y,"]))?.description
        == "battles.csv: winner is an empty verdict, \"null\", \"N/A\" in 4 of 7 battles: that is no column of "
        + "verdicts (check --columns winner=COLUMN, or say what that means: --label='=tie' --label='null=tie' "
        + "--label='N/A=tie', or =skip in place of =tie)")
    func labelled(_ labels: [String]) throws -> ReadOptions {
      try options { $0.labels = try labels.map { try OutcomeLabel(parsing: $0) } }
    }
    let ties = try read(text(rows + ["x,y,"]), try labelled(["=tie"]))
    #expect(cells(ties).contains("x|y|tie|2"))
    #expect(ties.report.setAside == [SetAside(.noVerdict, count: 2)])
    let skipped = try read(text(rows + ["x,y,", "x,y,"]), try labelled(["=skip", "null=skip"]))
    #expect(skipped.report.setAside == [SetAside(.noVerdict, count: 5)])
  }

  @Test func anEmptyModel() {
    #expect(
      failure("model_a,model_b,winner\nx,,tie\n")?.description
        == "battles.csv:2: model_b is empty; expected the name of a model (correct it, or leave "
        + "such rows out with --bad-rows skip)")
  }

  @Test func addedLabelsOverrideTheBuiltInOnes() throws {
    let options = try options {
      $0.labels = try ["WHITE=b", "a=b=tie", "=x=both_bad", "modelb=model_b", "dup=b", "DUP=b"]
        .map { try OutcomeLabel(parsing: $0) }
    }
    let text =
      "model_a,model_b,winner\n"
      + "x,y,white\nx,y,A=B\nx,y,=X\nx,y,ModelB\nx,y,dup\nx,y,a\n"
    #expect(
      try cells(text, options)
        == ["x|y|model_a|1", "x|y|model_b|3", "x|y|tie|1", "x|y|both_bad|1"])
  }

  @Test func labelsThatAreNowhereAreRefused() throws {
    let options = try options { $0.labels = [try OutcomeLabel(parsing: "blanc=a")] }
    #expect(
      failure("model_a,model_b,winner\nx,y,white\n", options)?.description
        == "battles.csv: winner does not have \"blanc\" in any row (correct --label, or leave it out; labels there: "
        + "\"white\")")
    #expect(failure("model_a,model_b,wins_a,wins_b\nx,y,1,1\n", options)?.kind == .usage)
    // Rows that a filter leaves out are rows all the same.
    var filtered = options
    filtered.filters = [try RowFilter(parsing: "lang=en")]
    #expect(
      try cells("model_a,model_b,winner,lang\nx,y,tie,en\nx,y,blanc,fr\n", filtered)
        == ["x|y|tie|1"])
  }

  @Test(
    arguments: [
      (
        "WHITE",
        "\"WHITE\" is not a label; expected TEXT=OUTCOME (write for example --label "
          + "'WHITE=a')"
      ),
      (
        "w=c",
        "\"c\" is not an outcome (write one of a, b, tie, both_bad, skip, as in --label "
          + "'WHITE=a')"
      ),
    ])
  func brokenLabels(_ argument: String, _ description: String) {
    let error = #expect(throws: IngestError.self) { try OutcomeLabel(parsing: argument) }
    #expect(error?.description == description)
    #expect(error?.kind == .usage)
  }

  /// Of models called like labels nothing tells what is meant while no label is a name only.
  @Test func labelsThatAreNamesToo() throws {
    #expect(
      failure("model_a,model_b,winner\na,b,a\nb,a,a\n")?.description
        == "battles.csv: winner can be read in 2 ways: as names of models (--coding names); or \"a\" = side a "
        + "(--coding sides)")
    // Where both readings come to the same there is nothing to ask.
    #expect(
      try cells("model_a,model_b,winner\na,b,a\na,b,b\n") == ["a|b|model_a|1", "a|b|model_b|1"])
    // A third one that wins somewhere is nothing but a name.
    #expect(failure("model_a,model_b,winner\na,b,a\nb,a,a\nb,c,b\n")?.kind == .badData)
    let names = try read("model_a,model_b,winner\na,b,a\nb,a,a\nb,c,c\n")
    #expect(cells(names) == ["a|b|model_a|1", "b|a|model_b|1", "b|c|model_b|1"])
    #expect(names.report.reading.labelColumns.map(\.basis) == [.names])
    // The headings of the sides come first, and that is told.
    let headings = try read("a,b,winner\na,b,a\nb,a,a\nc,a,b\n")
    #expect(cells(headings) == ["a|b|model_a|1", "b|a|model_a|1", "c|a|model_b|1"])
    #expect(headings.report.warnings.map(\.code) == [.ambiguousWinner])
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

  /// A model against itself is no clash of names and headings, whichever side its label is.
  @Test func aModelAgainstItselfDoesNotWarn() throws {
    let result = try read("a,b,winner\na,a,a\nb,b,b\nb,b,a\nx,y,a\n")
    #expect(result.report.warnings.isEmpty)
    #expect(cells(result) == ["a|a|model_a|1", "b|b|model_a|1", "b|b|model_b|1", "x|y|model_a|1"])
  }

  @Test func aModelAgainstItselfIsKept() throws {
    #expect(
      try cells("model_a,model_b,winner\nx,x,model_a\nx,x,model_b\nx,y,tie\n")
        == ["x|x|model_a|1", "x|x|model_b|1", "x|y|tie|1"])
    #expect(
      try cells("model_a,model_b,winner\nq,q,q\nq,r,r\n") == ["q|q|model_a|1", "q|r|model_b|1"])
  }
}
