import Battles
import Ingest
import Testing

/// Files without a header, and columns that are called by number.
@Suite struct HeaderLineTests {
  private static let rows = "x,y,x\ny,z,z\nx,z,x\nz,x,z\n"
  private static let expected = [
    "x|y|model_a|1", "x|z|model_a|1", "y|z|model_b|1", "z|x|model_a|1",
  ]

  private func numbered(_ columns: String, _ header: HeaderLine = .absent) throws -> ReadOptions {
    try options {
      $0.header = header
      $0.columns = try ColumnMapping(parsing: columns)
    }
  }

  @Test(arguments: [1, 4, 1 << 16])
  func columnsByNumber(_ size: Int) throws {
    let options = try numbered("a=1,b=2,winner=3")
    for text in [Self.rows, "# a note\n" + Self.rows, "\n\u{FEFF}\n".dropFirst() + Self.rows] {
      let result = try read(String(text), options, windowSize: size)
      #expect(cells(result) == Self.expected)
      #expect(result.report.rows == 4)
      #expect(result.report.reading.files[0].headerLine == nil)
    }
    let turned = try read(Self.rows, numbered("a=2,b=1,winner=3"), windowSize: size)
    #expect(cells(turned).contains("y|x|model_b|1"))
    let filtered = try numbered("a=1,b=2,winner=3")
    var filters = filtered
    filters.filters = [try RowFilter(parsing: "1 != x")]
    #expect(cells(try read(Self.rows, filters)) == ["y|z|model_b|1", "z|x|model_a|1"])
  }

  /// The names that stand for headings are evidence of nothing: labels 1 and 2 are not those of column 1
  /// and column 2.
  @Test func numbersAreNoHeadings() throws {
    let text = "x,y,1\ny,x,2\nx,y,2\n"
    let coded = try options {
      $0.header = .absent
      $0.columns = try ColumnMapping(parsing: "a=2,b=1,winner=3")
      $0.coding = .index1
    }
    #expect(cells(try read(text, coded)) == ["x|y|model_b|1", "y|x|model_a|1", "y|x|model_b|1"])
    let result = try read(text, numbered("a=1,b=2,winner=3"))
    #expect(
      result.report.reading.columns.map(\.heading) == ["1st column", "2nd column", "3rd column"])
    #expect(result.report.reading.labelColumns[0].basis == .vocabulary)
  }

  @Test func aHeaderFartherDown() throws {
    let text = "Results of the season\n\"a, b\n\nmodel_a,model_b,winner\nx,y,a\n"
    let result = try read(text, options { $0.header = .line(4) })
    #expect(cells(result) == ["x|y|model_a|1"])
    #expect(result.report.reading.files[0].headerLine == 4)
    for size in [1, 3] {
      #expect(try read(text, options { $0.header = .line(4) }, windowSize: size) == result)
      #expect(
        cells(
          try read(
            text.replacing("\n", with: "\r\n"), options { $0.header = .line(4) }, windowSize: size))
          == ["x|y|model_a|1"])
    }
    #expect(failure(text, options { $0.header = .line(9) })?.kind == .badData)
    // A heading that is there twice can be called by its number.
    let twice = "model_a,Winner,model_b,winner,winner\nx,a,y,a,b\n"
    #expect(cells(try read(twice, numbered("winner=5", .line(1)))) == ["x|y|model_b|1"])
  }

  /// Where nothing says that there is no header, a first row must not be lost as one.
  @Test func aFileWithoutAHeader() throws {
    for (text, columns) in [
      (Self.rows, "a=1,b=2,winner=3"), ("7,x,y,x\n8,y,z,z\n9,x,z,x\n", "a=2,b=3,winner=4"),
      ("x,y,x\ny,z,y\n", "a=1,b=2,winner=3"),
      ("x,y,tie,1.5\nx,z,a,\nz,x,b,1.5\n", "a=1,b=2,winner=3"),
      ("x,y,1,9\nx,z,0,8\nz,x,0.5,7\n", "a=1,b=2,winner=3"),
    ] {
      let error = try #require(failure(text))
      #expect(
        error.description.hasPrefix("battles.csv:1: this line was taken for the header"), "\(error)"
      )
      #expect(
        error.description.contains("--header none --columns \(columns), numbering"), "\(error)")
      #expect(try !cells(text, numbered(columns)).isEmpty)
    }
    #expect(
      failure("gpt,1500,5\nclaude,1490,6\n")?.description.contains(
        "--columns model=1,rating=2,plus_minus=3,") == true)
    #expect(
      failure("1,gpt,1500,1490,1510\n2,claude,1490,1480,1500\n")?.description.contains(
        "--columns model=2,rating=1,lower=3,upper=4,") == true)
    let byNumber = failure(Self.rows, try numbered("a=1,b=2,winner=3", .first))
    #expect(byNumber?.kind == .badData)
    let headed = failure("p,q,r\nx,y,x\n", try numbered("a=1,b=2,winner=3", .first))
    #expect(
      headed?.description
        == "battles.csv:1: there is no column \"1\"; it has: p, q, r (name one of them; numbers call columns "
        + "beside --header none, or --header 1 where this line is the header)")
  }

  @Test func aNumberThatIsAHeadingComesFirst() throws {
    let text = "2,1,winner\nx,y,a\n"
    #expect(cells(try read(text, numbered("a=1,b=2", .line(1)))) == ["y|x|model_a|1"])
  }

  @Test func withoutEffect() {
    let record = #"{"model_a":"x","model_b":"y","winner":"tie"}"#
    let error = failure(record, options { $0.header = .absent })
    #expect(error?.kind == .usage)
    #expect(error?.description.hasPrefix("--header is about CSV") == true)
  }

  @Test(arguments: [("none", HeaderLine.absent), ("1", .line(1)), ("12", .line(12))])
  func whatTheCommandLineSays(_ text: String, _ line: HeaderLine) {
    #expect(HeaderLine(text) == line)
    #expect(line.text == text)
  }

  @Test(arguments: ["", "0", "-1", "None", "1.5", "99999999999"])
  func whatItDoesNotSay(_ text: String) { #expect(HeaderLine(text) == nil) }

  /// The index that pandas writes has no heading, and is taken for nothing.
  @Test func aFirstColumnWithoutAHeading() throws {
    #expect(
      try cells(",model_a,model_b,winner\n0,x,y,a\n5,y,x,b\n") == [
        "x|y|model_a|1", "y|x|model_b|1",
      ])
    #expect(
      try cells(";left;right;winner\n0;x;y;left\n5;y;x;tie\n") == ["x|y|model_a|1", "y|x|tie|1"])
    #expect(
      try cells("Unnamed: 0,model_a,model_b,wins_a,wins_b\n0,x,y,2,1\n")
        == ["x|y|model_a|2", "x|y|model_b|1"])
    let scores = try #require(board(try read(",model,rating,ci\n0,x,1500,5\n1,y,1400,6\n")))
    #expect(scores.roster.names == ["x", "y"])
  }

  /// Each file is recognised by its own header, and errors name the file that lacks something.
  @Test func filesWithDifferentHeaders() throws {
    let files = [
      InMemoryFile("a.csv", Array("model_a,model_b,winner\nx,y,model_a\n".utf8)),
      InMemoryFile("b.csv", Array("id;left;right;judge;result\n1;x;y;j;right\n".utf8)),
      InMemoryFile("c.jsonl", Array(#"{"home":"x","away":"y","ftr":"D"}"#.utf8)),
      InMemoryFile("d.pgn", Array("[White \"x\"]\n[Black \"y\"]\n[Result \"1-0\"]\n".utf8)),
    ]
    let result = try readDataset(files)
    #expect(cells(result) == ["x|y|model_a|2", "x|y|model_b|1", "x|y|tie|1"])
    func message(_ change: (inout ReadOptions) throws -> Void) throws -> String? {
      let options = try options(change)
      do throws(IngestError) {
        _ = try readDataset(files, options: options)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      try message { $0.columns = try ColumnMapping(parsing: "winner=winner") }?.hasPrefix(
        "b.csv:1: there is no column \"winner\"") == true)
    #expect(
      try message { $0.filters = [try RowFilter(parsing: "judge = j")] }?.hasPrefix(
        "a.csv:1: there is no column \"judge\"") == true)
  }
}
