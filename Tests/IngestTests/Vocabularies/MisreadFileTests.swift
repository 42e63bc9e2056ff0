import Battles
import Testing

@testable import Ingest

/// Files that were once read wrongly and without a word, each with the counts that its owner would expect;
/// those were counted by hand from the rows.
@Suite struct MisreadFileTests {
  private func rows(_ header: String, _ rows: [(String, Int)]) -> String {
    header + "\n" + rows.flatMap { Array(repeating: $0.0 + "\n", count: $0.1) }.joined()
  }

  private func labelled(_ labels: String...) throws -> ReadOptions {
    try options { $0.labels = try labels.map { try OutcomeLabel(parsing: $0) } }
  }

  @Test(arguments: ["draws", "draw", "tie", "d", "D", "ties", "T"])
  func tiesBesideWins(heading: String) throws {
    let text = "model_a,model_b,wins_a,wins_b,\(heading)\nx,y,30,10,160\ny,z,12,9,20\n"
    #expect(
      try cells(text) == [
        "x|y|model_a|30", "x|y|model_b|10", "x|y|tie|160", "y|z|model_a|12", "y|z|model_b|9",
        "y|z|tie|20",
      ])
    let letters = "a,b,W,L,\(heading)\nx,y,3,1,2\n"
    #expect(try cells(letters) == ["x|y|model_a|3", "x|y|model_b|1", "x|y|tie|2"])
  }

  @Test func twoColumnsOfTies() {
    let error = failure("model_a,model_b,wins_a,wins_b,draws,ties\nx,y,1,2,3,4\n")
    #expect(error?.description.contains("ties and draws could each be the number of ties") == true)
  }

  @Test(arguments: ["count", "n", "num_battles", "games"])
  func counts(heading: String) throws {
    #expect(
      try cells("model_a,model_b,winner,\(heading)\nx,y,model_a,5\nx,y,tie,7\n")
        == ["x|y|model_a|5", "x|y|tie|7"])
  }

  /// A column called n that holds no counts is none.
  @Test(arguments: [["x", "y", "z"], ["0.5", "2", "7"]])
  func whatIsNoCount(values: [String]) throws {
    let rows = values.map { "x,y,model_a,\($0)\n" }.joined()
    let result = try read("model_a,model_b,winner,n\n" + rows)
    #expect(cells(result) == ["x|y|model_a|3"])
    #expect(result.report.reading.unusedColumns.map(\.heading) == ["n"])
  }

  /// One that may number the rows is asked about, in whatever order and shards they come.
  @Test(arguments: [
    [["1", "2", "3"]], [["0", "1", "2"]], [["12", "11", "10"]], [["1", "2"], ["3", "4"]],
    [["1", "2", "4"]], [["4"], ["2", "1", "3"]],
  ])
  func rowNumbersAreAskedAbout(shards: [[String]]) throws {
    let files = shards.map { numbers in
      InMemoryFile(
        "x.csv",
        Array(("model_a,model_b,winner,n\n" + numbers.map { "x,y,model_a,\($0)\n" }.joined()).utf8))
    }
    let error = #expect(throws: IngestError.self) { try readDataset(files) }
    #expect(error?.description.contains("n may number the rows, from ") == true)
    #expect(error?.description.contains("--columns count=n") == true)
    let options = try mapping("count=n")
    let total = shards.joined().compactMap { Int($0) }.reduce(0, +)
    let result = try readDataset(files, options: options)
    #expect(result.report.reading.outcomes?.a == total)
    // A filter changes nothing.
    let filtered = try options.filters.isEmpty ? filters("n>0") : options
    #expect(throws: IngestError.self) { try readDataset(files, options: filtered) }
  }

  @Test func countsThatRepeatAreCounts() throws {
    let text = "model_a,model_b,winner,n\nx,y,model_a,5\nx,y,model_b,5\nx,y,tie,6\n"
    #expect(try cells(text) == ["x|y|model_a|5", "x|y|model_b|5", "x|y|tie|6"])
  }

  @Test func labelsThatLeaveNumbersOpen() throws {
    let text = rows("model_a,model_b,winner", [("m1,m2,1", 40), ("m1,m2,2", 40), ("m1,m2,0", 40)])
    #expect(
      failure(text, try labelled("2=b"))?.description.contains(
        "winner has \"1\", \"0\" left open: where --label maps numbers") == true)
    let error = failure(text)?.description
    #expect(
      error?.contains("--coding index0") == true && error?.contains("--coding index1") == true)
    let chosen = try cells(text, options { $0.coding = .index1 })
    #expect(chosen == ["m1|m2|model_a|40", "m1|m2|model_b|40", "m1|m2|tie|40"])
  }

  @Test func footballResults() throws {
    let text = rows(
      "HomeTeam,AwayTeam,FTR",
      [
        ("red,blue,H", 20), ("red,blue,D", 10), ("red,blue,A", 30), ("blue,red,H", 30),
        ("blue,red,D", 10), ("blue,red,A", 20),
      ])
    let expected = [
      "blue|red|model_a|30", "blue|red|model_b|20", "blue|red|tie|10", "red|blue|model_a|20",
      "red|blue|model_b|30", "red|blue|tie|10",
    ]
    #expect(try cells(text) == expected)
    #expect(try cells(text, try labelled("H=a", "D=tie")) == expected)
  }

  @Test func aColumnForEachOutcome() throws {
    let text = rows(
      "model_a,model_b,winner_model_a,winner_model_b,winner_tie",
      [("m1,m2,1,0,0", 60), ("m1,m2,0,1,0", 30), ("m1,m2,0,0,1", 10), ("m1,m2,0,0,0", 4)])
    let result = try read(text)
    #expect(cells(result) == ["m1|m2|model_a|60", "m1|m2|model_b|30", "m1|m2|tie|10"])
    #expect(result.report.setAside == [SetAside(.noVerdict, count: 4)])
    #expect(
      failure(text + "m1,m2,1,0,1\n")?.description.contains("more than one of the columns") == true)
    #expect(failure(text + "m1,m2,2,0,0\n")?.description.contains("expected 1 or 0") == true)
  }

  /// `0` is `0.0`, in labels as in the file.
  @Test func numbersCompareByValue() throws {
    let text = rows(
      "model_a,model_b,winner", [("x,y,0.0", 40), ("x,y,1.0", 30), ("x,y,2.0", 30)])
    #expect(
      try cells(text, try labelled("2.0=b", "0=tie", "1=a"))
        == ["x|y|model_a|30", "x|y|model_b|30", "x|y|tie|40"])
  }

  @Test func coloursFollowTheHeadings() throws {
    let text = rows(
      "black,white,winner",
      [
        ("kata,gnu,black", 45), ("kata,gnu,white", 5), ("gnu,kata,black", 10),
        ("gnu,kata,white", 40),
      ])
    #expect(
      try cells(text) == [
        "gnu|kata|model_a|5", "gnu|kata|model_b|45", "kata|gnu|model_a|40", "kata|gnu|model_b|10",
      ])
    #expect(
      try cells(text, try mapping("a=black,b=white")) == [
        "gnu|kata|model_a|10", "gnu|kata|model_b|40", "kata|gnu|model_a|45", "kata|gnu|model_b|5",
      ])
    // Results are told from the point of view of white.
    let chess = "black,white,result\nx,y,1-0\nx,y,1/2-1/2\nx,y,*\nx,y,0-1\nx,y,0-1\n"
    let expected = ["x|y|model_a|2", "x|y|model_b|1", "x|y|tie|1"]
    #expect(try cells(chess, try mapping("a=black,b=white")) == expected)
    let away = "away_team,home_team,result\nx,y,home\nx,y,H\n"
    #expect(failure(away)?.kind == .badData)
    let guests = "away_team,home_team,result\nx,y,home\nx,y,away\nx,y,away\nx,y,draw\n"
    #expect(try cells(guests, try mapping("a=away_team,b=home_team")) == expected)
  }

  @Test func namesThroughout() throws {
    let text = """
      model_a,model_b,winner,count
      A,B,A,30
      A,B,B,10
      B,A,A,30
      B,A,B,10
      A,C,A,35
      A,C,C,15
      C,B,C,20
      C,B,B,30
      """
    #expect(
      try cells(text) == [
        "A|B|model_a|30", "A|B|model_b|10", "A|C|model_a|35", "A|C|model_b|15", "B|A|model_a|10",
        "B|A|model_b|30", "C|B|model_a|20", "C|B|model_b|30",
      ])
  }

  /// A model called like a word for ties makes names ambiguous.
  @Test func aModelCalledTie() throws {
    let text = "model_a,model_b,winner\ntie,x,tie\nx,y,x\ny,tie,y\n"
    #expect(
      failure(text)?.description
        == "battles.csv: winner has \"tie\", which is a tie and the name of a model (say which with "
        + "--label='tie=tie', or --coding names for the model)")
    #expect(
      try cells(text, options { $0.coding = .names })
        == ["tie|x|model_a|1", "x|y|model_a|1", "y|tie|model_a|1"])
    #expect(
      try cells(text, try labelled("tie=tie"))
        == ["tie|x|tie|1", "x|y|model_a|1", "y|tie|model_a|1"])
  }

  @Test func winnersBesideNumbersOfWins() {
    let error = failure("model_a,model_b,winner,wins_a,wins_b\nx,y,model_a,3,4\n")
    #expect(
      error?.description
        == "battles.csv:1: both winner and wins_a, wins_b tell what battles came to (choose with --columns "
        + "winner=winner, or --columns wins_a=wins_a,wins_b=wins_b)")
  }

  @Test(arguments: [[String](), ["lang=en"]])
  func theHeaderOnceMore(conditions: [String]) throws {
    let header = "model_a,model_b,winner,lang"
    let text = "\(header)\nx,y,model_a,en\n\(header)\nx,y,model_b,en\n\(header)\n"
    let options = try options { $0.filters = try conditions.map { try RowFilter(parsing: $0) } }
    let result = try read(text, options)
    #expect(cells(result) == ["x|y|model_a|1", "x|y|model_b|1"])
    #expect(result.report.rows == 2 && result.report.reading.repeatedHeaders == 2)
    let board = try read("model,score,ci\na,1000,5\nmodel,score,ci\nb,990,5\n")
    #expect(board.report.rows == 2 && board.report.reading.repeatedHeaders == 1)
  }

  @Test func twoPairsOfSides() throws {
    let sides = "left,right,model_x,model_y,winner\n"
    #expect(try cells(sides + "foo,bar,x,y,model_x\n") == ["x|y|model_a|1"])
    #expect(try cells(sides + "foo,bar,x,y,left\n") == ["foo|bar|model_a|1"])
    // Text before numbers, where labels do not tell.
    #expect(try cells(sides + "1,2,x,y,x\n1,2,x,y,tie\n") == ["x|y|model_a|1", "x|y|tie|1"])
    let error = failure(sides + "foo,bar,x,y,tie\n")
    #expect(
      error?.description
        == "battles.csv:1: several pairs of columns could name the sides: left and right; model_x and "
        + "model_y (choose with --columns a=left,b=right, or --columns a=model_x,b=model_y)")
    #expect(
      try cells(sides + "foo,bar,x,y,tie\n", try mapping("a=model_x,b=model_y")) == ["x|y|tie|1"])
  }

  /// Bare codes under headings that tell.
  @Test(arguments: [
    ("model_a,model_b,score", ["1", "0", "0", "0.5"], [1, 2, 1]),
    ("model_a,model_b,points", ["1", "0", "0"], [1, 2, 0]),
    ("model_a,model_b,a_won", ["true", "false", "false"], [1, 2, 0]),
    ("model_a,model_b,a_won", ["1", "0", "0"], [1, 2, 0]),
    ("model_a,model_b,b_won", ["1", "0", "0"], [2, 1, 0]),
    ("favorite,underdog,favorite_win_flag", ["1", "0", "0"], [1, 2, 0]),
    ("white,black,white_win", ["1", "0", "0"], [1, 2, 0]),
    ("response_1,response_2,preference", ["1", "2", "2", "1.5"], [1, 2, 1]),
    ("response_1,response_2,preference", ["2.0", "2"], [0, 2, 0]),
    ("home_team,away_team,winner", ["H", "A", "A", "D"], [1, 2, 1]),
    ("home_team,away_team,winner", ["A", "D"], [0, 1, 1]),
    ("model_a,model_b,winner", ["1", "X", "2", "2"], [1, 2, 1]),
    ("model_a,model_b,winner", ["A", "B", "tie"], [1, 1, 1]),
    ("model_a,model_b,winner", ["1", "2", "tie"], [1, 1, 1]),
    ("model_a,model_b,winner", ["0.5", "1", "0", "0"], [1, 2, 1]),
    ("model_a,model_b,winner", ["H", "A", "D"], [1, 1, 1]),
    ("model_x,model_y,winner", ["x", "y", "y"], [1, 2, 0]),
  ])
  func codesThatHeadingsSettle(header: String, labels: [String], expected: [Int]) throws {
    let parts = header.split(separator: ",").map(String.init)
    let text = header + "\n" + labels.map { "p,q,\($0)\n" }.joined()
    let result = try read(text, try mapping("a=\(parts[0]),b=\(parts[1]),winner=\(parts[2])"))
    let outcomes = try #require(result.report.reading.outcomes)
    #expect([outcomes.a, outcomes.b, outcomes.ties] == expected)
  }

  @Test(arguments: [
    ["0", "1"], ["0", "1", "2"], ["-1", "0", "1"], ["-1", "1"], ["A", "B", "C"], ["1"], ["0"],
    ["2"],
    ["0", "2"], ["true", "false"], ["A", "D"], ["model_a", "left"], ["A", "1"], ["model_a", "A"],
    ["x", "y "],
  ])
  func codesThatAreRefused(labels: [String]) throws {
    let text = "model_a,model_b,winner\n" + labels.map { "p,q,\($0)\n" }.joined()
    let error = failure(text)
    #expect(error?.kind == .badData, "\(String(describing: error))")
    let told = error?.description ?? ""
    #expect(told.contains("--coding") || told.contains("--label"), "\(told)")
  }

  @Test(arguments: [
    (LabelCoding.score, ["1", "0"], [1, 1, 0]), (.index0, ["0", "1", "2"], [1, 1, 1]),
    (.index1, ["1", "2", "0"], [1, 1, 1]), (.signed, ["1", "-1", "0"], [1, 1, 1]),
    (.sides, ["A", "B", "C"], [1, 1, 1]), (.homeAway, ["H", "A", "D", "A"], [1, 2, 1]),
    (.names, ["p", "q", "tie"], [1, 1, 1]), (.sides, ["model_a", "B", "left"], [2, 1, 0]),
  ])
  func codesThatOptionsSettle(coding: LabelCoding, labels: [String], expected: [Int]) throws {
    let text = "model_a,model_b,winner\n" + labels.map { "p,q,\($0)\n" }.joined()
    let result = try read(text, options { $0.coding = coding })
    let outcomes = try #require(result.report.reading.outcomes)
    #expect([outcomes.a, outcomes.b, outcomes.ties] == expected)
  }

  @Test func aCodingThatDoesNotFit() {
    let error = failure(
      "model_a,model_b,winner\np,q,model_a\np,q,1\n", options { $0.coding = .score })
    #expect(
      error?.description.contains("has \"model_a\" of no meaning with --coding score") == true
    )
  }

  /// What is told of a side by its name follows that name, whichever side the options call a.
  @Test(arguments: [
    ("home,away,home_goals,away_goals", "a=away,b=home", "p,q,1,2", ["q|p|model_a|1"]),
    (
      "model_a,model_b,wins_a,wins_b", "a=model_b,b=model_a", "p,q,3,1",
      ["q|p|model_a|1", "q|p|model_b|3"]
    ),
    (
      "model_a,model_b,winner_model_a,winner_model_b", "a=model_b,b=model_a", "p,q,1,0",
      ["q|p|model_b|1"]
    ),
    ("model_a,model_b,a_won", "a=model_b,b=model_a,winner=a_won", "p,q,1", ["q|p|model_b|1"]),
    ("right_model,left_model,winner", "a=right_model,b=left_model", "p,q,left", ["p|q|model_b|1"]),
    ("model_2,model_1,winner", "a=model_2,b=model_1", "p,q,model1", ["p|q|model_b|1"]),
    ("model_a,model_b,winner", "a=model_b,b=model_a", "p,q,A>B", ["q|p|model_b|1"]),
    ("model_a,model_b,winner", "a=model_b,b=model_a", "p,q,A", ["q|p|model_b|1"]),
    ("model_b,model_a,winner", "winner=winner", "p,q,A", ["q|p|model_a|1"]),
    ("model_a,model_b,b_won", "winner=b_won", "p,q,1\np,q,0.5", ["p|q|model_b|1", "p|q|tie|1"]),
  ])
  func sidesKeepTheirNames(header: String, columns: String, rows: String, expected: [String]) throws
  {
    #expect(try cells(header + "\n" + rows + "\n", try mapping(columns)) == expected)
  }

  /// An order of sides is none where they stand the other way round than they are usually told.
  @Test(arguments: [
    "black,white,winner\np,q,1\np,q,2\n", "away,home,winner\np,q,A\np,q,B\n",
    "black,white,winner\np,q,left\n", "away,home,W,L\np,q,3,1\n",
    "away_team,home_team,score1,score2\np,q,3,1\n",
  ])
  func anOrderThatIsNotTold(text: String) throws {
    let error = failure(text)
    #expect(error?.kind == .badData, "\(String(describing: error))")
    // What the options say is told.
    let words = text.split(separator: "\n")[0].split(separator: ",").map(String.init)
    #expect(failure(text, try mapping("a=\(words[0]),b=\(words[1])")) == nil)
  }

  @Test func oneHotWithCounts() throws {
    let text = "model_a,model_b,winner_a,winner_b,count\np,q,1,0,2\np,q,0,1,3\np,q,0,0,1\n"
    let result = try read(text)
    #expect(cells(result) == ["p|q|model_a|2", "p|q|model_b|3"])
    #expect(result.report.setAside == [SetAside(.noVerdict, count: 1)])
  }

  @Test(arguments: ["a=model_b", "winner=model_a", "wins_a=x,wins_b=x", "score_a=x,score_b=x"])
  func aColumnHasOneRole(columns: String) throws {
    let error = failure("model_a,model_b,winner,x\np,q,model_a,1\n", try mapping(columns))
    #expect(error?.kind == .usage && error?.description.contains("is read as") == true)
  }

  /// Rows that are set aside for another value tell what labels mean all the same.
  @Test func badRowsChooseNoReading() throws {
    for bad in ["r,p,B,-3", ",p,B,1", "r,p,B,"] {
      let text = "home,away,winner,count\np,q,A,1\nq,r,A,1\n\(bad)\n"
      let result = try read(text, options { $0.badRows = .skip })
      #expect(cells(result) == ["p|q|model_a|1", "q|r|model_a|1"], "\(bad)")
    }
    let open = "model_a,model_b,winner,count\np,q,1,1\np,q,2,1\np,q,0,bad\n"
    #expect(failure(open, options { $0.badRows = .skip })?.description.contains("2 ways") == true)
  }

  /// A text that nothing knows, in a row that a filter hides, changes nothing.
  @Test func hiddenTextsChangeNoReading() throws {
    let text = "home,away,winner,j\np,q,A,k\nq,r,A,k\nr,p,B,h\n"
    let expected = ["p|q|model_a|1", "q|r|model_a|1"]
    #expect(try cells(text, try filters("j=k")) == expected)
    #expect(try cells(text + "r,p,junk,h\n", try filters("j=k")) == expected)
    let open = "a,b,outcome,j\np,q,1,k\nq,r,0,k\nr,p,2,h\nr,p,junk,h\n"
    #expect(failure(open, try filters("j=k"))?.kind == .badData)
  }

  @Test func quotesBehindABlank() throws {
    let error = failure("model_a,model_b,winner\np, \"q\",model_a\n")
    #expect(error?.description.contains("no blank between the delimiter and a quote") == true)
  }

  @Test func optionsThatContradictEachOther() throws {
    let text = "model_a,model_b,winner\np,q,tie\np,q,1\np,q,0\n"
    #expect(failure(text, try labelled("1=a", "0=b", "1.0=b"))?.kind == .usage)
    #expect(failure(text, try labelled("tie=tie", "TIE=a", "1=a", "0=b"))?.kind == .usage)
    var settled = try labelled("1=a", "0=b")
    settled.coding = .score
    #expect(
      failure(text, settled)?.description.contains("--coding score has nothing to read") == true)
  }

  /// What is offered works as it is written, with whatever is in the labels.
  @Test(arguments: [
    ("-1", "--label='-1=OUTCOME'"), ("A\u{202E}", "--label=$'A\\xE2\\x80\\xAE=OUTCOME'"),
  ])
  func offersAreWordsOfAShell(label: String, offered: String) {
    let error = failure("model_a,model_b,winner\np,q,\(label)\np,q,what\n")
    let isNumber = label == "-1"
    #expect(
      isNumber || error?.description.contains(offered) == true, "\(String(describing: error))")
    let column = failure("model_a,model_b,winner_$(touch x)\np,q,0.25\n")
    #expect(column?.description.contains("--columns 'winner=winner_$(touch x)'") == true)
  }

  /// A number that nothing knows asks for the others, too.
  @Test func numbersAreAskedForTogether() {
    let error = failure("model_a,model_b,winner\np,q,1\np,q,2\np,q,3\n")
    for number in ["3", "1", "2"] {
      #expect(error?.description.contains("--label='\(number)=OUTCOME'") == true)
    }
  }
}
