import Battles
import Ingest
import Testing

/// What people write as CSV, read as it was meant.
@Suite struct FormatTests {
  private static let expected = ["x|y|model_a|1", "y|x|tie|1"]

  @Test(
    arguments: [
      "model_a,model_b,winner\nx,y,model_a\ny,x,tie\n",
      "model_a,model_b,winner\nx,y,model_a\ny,x,tie",
      "model_a,model_b,winner\r\nx,y,model_a\r\ny,x,tie\r\n",
      "model_a,model_b,winner\rx,y,model_a\ry,x,tie\r",
      "model_a,model_b,winner\rx,y,model_a\ry,x,tie",
      "\u{FEFF}model_a,model_b,winner\nx,y,model_a\ny,x,tie\n",
      "\u{FEFF}\"model_a\",model_b,winner\nx,y,model_a\ny,x,tie\n",
      "\n\r\n\rmodel_a,model_b,winner\n\nx,y,model_a\n\r\n\ry,x,tie\n\n\n",
      "model_a\tmodel_b\twinner\nx\ty\tmodel_a\ny\tx\ttie\n",
      "model_a;model_b;winner\nx;y;model_a\ny;x;tie\n",
      "model_a|model_b|winner\nx|y|model_a\ny|x|tie\n",
      " model_a , model_b\t, winner \nx,y,model_a\ny,x,tie\n",
      "MODEL_A,Model_B,Winner\nx,y,model_a\ny,x,tie\n",
      "\"model_a\",\"model_b\",\"winner\"\n\"x\",\"y\",\"model_a\"\n\"y\",\"x\",\"tie\"",
      "winner,extra,model_b,model_a\nmodel_a,,y,x\ntie,\"a,\n\"\"b\"\"\",x,y\n",
    ])
  func readsTheSameBattles(_ text: String) throws {
    #expect(try cells(text) == Self.expected)
  }

  @Test func quotedNamesKeepDelimitersQuotesAndLineEnds() throws {
    let text = """
      model_a,model_b,winner
      "a, b","say ""hi\""",model_a
      "two
      lines","🦙 مرحبا",model_b
      "",y,tie
      """
    // The third row's name is empty, which is an error: the line counts those inside quotes.
    #expect(
      failure(text)?.description
        == "battles.csv:5: model_a is empty; expected the name of a model (correct it, or leave "
        + "such rows out with --bad-rows skip)")
    let result = try read(text, options { $0.badRows = .skip })
    #expect(
      cells(result) == ["a, b|say \"hi\"|model_a|1", "two\nlines|🦙 مرحبا|model_b|1"])
  }

  @Test func aQuoteInsideAPlainFieldIsACharacter() throws {
    #expect(
      try cells("model_a,model_b,winner\n5\" disk,y\"\",model_a\n")
        == ["5\" disk|y\"\"|model_a|1"])
  }

  /// Blanks around a name are layout, but in quotes.
  @Test func namesAreTrimmedOutsideQuotes() throws {
    let text = """
      model_a,model_b,winner
       x,\" y \",model_a
      x ,\" y \", tie
      x,y,model_b
      \t\tx, y , model_b
      \" x\",y,tie

      """
    let result = try read(text)
    #expect(
      cells(result) == [" x|y|tie|1", "x| y |model_a|1", "x| y |tie|1", "x|y|model_b|2"])
    #expect(result.report.reading.trimmedNames == ["x", "y"])
  }

  @Test func aSpaceInAQuotedHeadingIsPartOfIt() throws {
    let result = try read("\" model_a\",model_b,winner\nx,y,tie\n")
    #expect(result.report.reading.columns.first?.heading == " model_a")
  }

  @Test func theDelimiterIsJudgedOutsideQuotes() throws {
    #expect(
      try cells("\"a;b;c;d\",model_a,model_b,winner\n1,x,y,tie\n") == ["x|y|tie|1"])
    #expect(
      try cells("\"a\"\";;;;\",model_a,model_b,winner\n1,x,y,tie\n") == ["x|y|tie|1"])
  }

  @Test func aTSVFilePrefersTabs() throws {
    let text = "model_a\tmodel_b\twinner\ta,b,c,d,e\nx\ty\ttie\t1\n"
    #expect(cells(try read(text, named: "battles.TSV")) == ["x|y|tie|1"])
    #expect(failure(text, named: "battles.csv")?.kind == .badData)
  }

  @Test func severalFilesAreOneDataSetWithAHeaderEach() throws {
    let result = try readDataset([
      InMemoryFile("one.csv", Array("model_a,model_b,winner\nx,y,model_a\n".utf8)),
      InMemoryFile("two.tsv", Array("wins_b\twins_a\tleft\tright\n2\t1\tx\ty\n".utf8)),
      InMemoryFile("three.csv", Array("model_a,model_b,winner\n".utf8)),
    ])
    #expect(cells(result) == ["x|y|model_a|2", "x|y|model_b|2"])
    #expect(result.report.files == ["one.csv", "two.tsv", "three.csv"])
    #expect(result.report.rows == 2)
    #expect(
      result.report.warnings
        == [Warning(.noEffect, "three.csv has a header and no rows below it.")])
  }

  @Test func standardInputIsShownAsSuch() {
    #expect(
      failure("model_a,model_b,winner\nx,y,z\n", named: "-")?.description
        == "<stdin>:2: winner is \"z\" (1 row); expected model_a, model_b, tie, … or the name of one of the two "
        + "sides (say what it means: --label='z=OUTCOME' with OUTCOME one of a, b, tie, both_bad, skip; or set "
        + "such rows aside with --bad-rows skip)")
  }
}
