import Battles
import Ingest
import Testing

/// Chess games as PGN: the examples are made after the standard (Edwards 1994, sections 7, 8 and 18) and
/// after what programs write.
@Suite struct PGNTests {
  private static let expected = ["Ann|Bob|model_a|1", "Bob|Ann|tie|1"]

  @Test(
    arguments: [
      game("Ann", "Bob", "1-0") + game("Bob", "Ann", "1/2-1/2"),
      "\u{FEFF}" + game("Ann", "Bob", "1-0") + game("Bob", "Ann", "1/2-1/2"),
      "% written by hand\n; and by\n\n" + game("Ann", "Bob", "1-0") + game("Bob", "Ann", "1/2-1/2"),
      // Export order of another program, tags on one line, blanks everywhere.
      "[White \"Ann\"][Black \"Bob\"] [Result \"1-0\"] 1. e4 1-0\n"
        + "  [ Result  \"1/2-1/2\" ]\t[White\"Bob\"]\n[Black \"Ann\"]",
      // No moves, and no empty lines.
      "[White \"Ann\"]\n[Black \"Bob\"]\n[Result \"1-0\"]\n[White \"Bob\"]\n[Black \"Ann\"]\n"
        + "[Result \"1/2-1/2\"]\n",
      "[White \"Ann\"]\n[Black \"Bob\"]\n[Result \"1-0\"]\n1. e4\n[White \"Bob\"]\n[Black \"Ann\"]\n"
        + "[Result \"1/2-1/2\"]\n1. d4",
      // An event begins a game behind an empty line, though the first game has none.
      "[White \"Ann\"]\n[Black \"Bob\"]\n[Result \"1-0\"]\n\n[Event \"Open\"]\n[White \"Bob\"]\n"
        + "[Black \"Ann\"]\n[Result \"1/2-1/2\"]\n",
      // Tags may be apart.
      "[White \"Ann\"]\n\n[Black \"Bob\"]\n\n; here\n[Result \"1-0\"]\n\n*\n\n[White \"Bob\"]\n"
        + "{there}\n[Black \"Ann\"]\n[Result \"1/2-1/2\"]\n",
    ])
  func readsTheSameGames(_ text: String) throws {
    for lineEnd in ["\n", "\r\n", "\r"] {
      for size in [1, 7, 1 << 16] {
        let text = text.replacing("\n", with: lineEnd)
        #expect(cells(try readGames(text, windowSize: size)) == Self.expected)
      }
    }
    #expect(try readGames(text).report.reading.files.map(\.form) == [.pgn])
  }

  @Test(
    arguments: [
      "1. e4 {[White \"Eve\"]} e5", "1. e4 {\n[Event \"Sub\"]\n[White \"Eve\"]\n} e5",
      "1. e4 ; [White \"Eve\"]\n e5", "1. e4\n% [White \"Eve\"]\n%\n[%clk 1:00] e5",
      "1. e4 (1. d4 d5 (1... Nf6 {a } b}) 2. c4) $14 e5 $1 $139", "1. e4 {; } {% } e5",
      "1. e4 ;{ no comment\n e5", "1. e4 {a ; b ( [ { c} e5", "", "{only words}",
      "1. e4 [note] [Note: x] e5",
    ])
  func whatIsPassedOver(_ moves: String) throws {
    let text = game("Ann", "Bob", "1-0", moves: moves) + game("Bob", "Ann", "1/2-1/2")
    for size in [1, 2, 33, 1 << 16] {
      let result = try readGames(text, windowSize: size)
      #expect(cells(result) == Self.expected)
      #expect(result.report.rows == 2)
    }
  }

  @Test func valuesWithQuotesAndBackslashes() throws {
    let text =
      game("Al \\\"A\\\" B", "C\\\\D", "1-0") + game("The \"Big\" One", "C:\\games\\", "0-1")
      + game("a\\b", "say \\\"x\"", "1-0")
    #expect(
      cells(try readGames(text)).sorted() == [
        "Al \"A\" B|C\\D|model_a|1", "The \"Big\" One|C:\\games\\|model_b|1",
        "a\\b|say \"x\"|model_a|1",
      ])
  }

  @Test func aGameWithoutAResultHasNoVerdict() throws {
    let text =
      (0..<3).map { _ in game("Ann", "Bob", "1-0") }.joined() + game("Ann", "Bob", "*")
      + "[White \"Ann\"]\n[Black \"Bob\"]\n\n1. e4\n\n"
    let result = try readGames(text)
    #expect(cells(result) == ["Ann|Bob|model_a|3"])
    #expect(result.report.setAside == [SetAside(.noVerdict, count: 2)])
    // Above half they are refused, as in every form.
    #expect(failure(game("Ann", "Bob", "*"), named: "g.pgn")?.kind == .badData)
  }

  @Test func anyTagIsAColumn() throws {
    let text =
      game("Ann", "Bob", "1-0", more: "[WhiteElo \"2100\"]\n[Date \"2024.01.05\"]\n")
      + game("Bob", "Ann", "0-1", more: "[WhiteElo \"?\"]\n[Date \"2024.??.??\"]\n")
      + game("Cid", "Ann", "0-1", more: "[WhiteElo \"-\"]\n[Date \"????.??.??\"]\n")
      + game("Ann", "Cid", "1-0", more: "[WhiteElo \"1900\"]\n[date \"2023.12.31\"]\n[Odd \"1\"]\n")
    func left(_ conditions: String...) throws -> Int {
      let options = try options {
        $0.filters = try conditions.map { try RowFilter(parsing: $0) }
      }
      let setAside = try readGames(text, options).report.setAside
      return 4 - setAside.reduce(0) { $0 + $1.count }
    }
    #expect(try left("WhiteElo >= 1900") == 2)
    #expect(try left("whiteelo > 2000", "Event = Open") == 1)
    #expect(try left("Date >= 2024.01.01") == 1)
    #expect(try left("Date >= 2024-01-01") == 1)
    #expect(try left("Date < 2024-01-06") == 3)
    #expect(try left("Date = 2024.??.??") == 1)
    #expect(try left("Odd = 1") == 1)
    let clustered = try readGames(text, options { $0.cluster = "Event" })
    #expect(battles(clustered)?.clusters?.names == ["Open"])
    let timed = try readGames(text, options { $0.findsTimes = true })
    #expect(
      timed.report.reading.times
        == Reading.Times(heading: "Date", first: "2023.12.31", last: "2024.01.05"))
  }

  @Test func columnsThatOptionsName() throws {
    let text =
      game("Ann", "Bob", "1-0", more: "[WhiteTeam \"Reds\"]\n[BlackTeam \"Blues\"]\n")
      + game("Bob", "Cid", "1-0", more: "[WhiteTeam \"Blues\"]\n[BlackTeam \"Reds\"]\n")
    let teams = try mapping("a=whiteteam,b=BlackTeam")
    #expect(
      cells(try readGames(text, teams)).sorted() == [
        "Blues|Reds|model_a|1", "Reds|Blues|model_a|1",
      ])
    let error = failure(text, named: "g.pgn", try mapping("a=WhiteTeams,b=BlackTeam"))
    #expect(
      error?.description.hasPrefix("g.pgn:1: there is no tag \"WhiteTeams\"; it has: Event") == true
    )
    #expect(error?.description.contains("did you mean --columns a=WhiteTeam?") == true)
  }

  /// Who annotates a game does not judge it.
  @Test func anAnnotator() throws {
    let text = game("Ann", "Bob", "1-0", more: "[Annotator \"Eve\"]\n[Difficulty \"3\"]\n")
    #expect(try readGames(text).report.reading.unusedColumns.map(\.heading) == ["Difficulty"])
  }

  /// A tag that no game has would make a filter pass all games, or none.
  @Test func aFilterByATagThatNoGameHas() throws {
    let text = game("Ann", "Bob", "1-0") + game("Bob", "Ann", "0-1", more: "[Late \"1\"]\n")
    for condition in ["Termination != Normal", "Termination = Normal"] {
      let error = failure(text, named: "g.pgn", try filters(condition))
      #expect(
        error?.description
          == "g.pgn:1: there is no tag \"Termination\"; it has: Event, White, Black, Result, Late (name one "
          + "of them with --where COLUMN)")
    }
    // One that only a later game has, behind those that are looked at for a header, is there.
    let many = String(repeating: game("Ann", "Bob", "1-0"), count: 1000)
    let result = try readGames(
      many + game("Bob", "Ann", "0-1", more: "[Late \"1\"]\n"), filters("Late = 1"))
    #expect(cells(result) == ["Bob|Ann|model_b|1"])
    #expect(result.report.rows == 1001)
  }

  @Test func anUnknownPlayerIsNobody() throws {
    let text = game("Ann", "Bob", "1-0") + game("?", "Ann", "0-1") + game("Ann", "Bob", "0-1")
    let error = failure(text, named: "g.pgn")
    #expect(
      error?.description
        == "g.pgn:8: White is empty; expected the name of a model (correct it, or leave such rows out with "
        + "--bad-rows skip)")
    let result = try readGames(text, options { $0.badRows = .skip })
    #expect(cells(result) == ["Ann|Bob|model_a|1", "Ann|Bob|model_b|1"])
    #expect(result.report.setAside == [SetAside(.badRow, count: 1)])
  }

  @Test(
    arguments: [
      ("[White \"Ann]", "[White \\\"Ann]"), ("[White Ann]", "[White Ann]"),
      ("[White \"Ann\"", "[White \\\"Ann\\\""), ("[\"Ann\"]", "[\\\"Ann\\\"]"),
      ("[White \"Ann\"x] [Black \"y\"]", "[White \\\"Ann\\\"x] [Black \\\"y\\\"]"),
    ])
  func aTagThatIsNone(_ tag: String, _ shown: String) throws {
    let text =
      game("Ann", "Bob", "1-0")
      + "[Event \"Open\"]\n\(tag)\n[Black \"Bob\"]\n[Result \"1-0\"]\n\n1-0\n\n"
      + game("Bob", "Ann", "1/2-1/2")
    let error = failure(text, named: "g.pgn")
    #expect(
      error?.description
        == "g.pgn:9: \"\(shown)\" is no tag; expected [Name \"value\"] (correct it, or leave such rows out "
        + "with --bad-rows skip)")
    for size in [1, 1 << 16] {
      let result = try readGames(text, options { $0.badRows = .skip }, windowSize: size)
      #expect(cells(result) == Self.expected)
      #expect(result.report.setAside == [SetAside(.badRow, count: 1)])
    }
  }

  /// A brace that is missing would swallow games without a word.
  @Test func commentsWithoutAnEnd() throws {
    let open = game("Ann", "Bob", "1-0", moves: "1. e4 { good\ne5") + game("Bob", "Ann", "1/2-1/2")
    #expect(
      failure(open, named: "g.pgn")?.description
        == "g.pgn:6: the comment that begins here is never closed (write the } that ends it)")
    let overrun = open + game("Ann", "Bob", "1-0", moves: "1. e4 {bad} e5")
    #expect(
      failure(overrun, named: "g.pgn")?.description
        == "g.pgn:6: the comment that begins here goes on over tags of games and the beginning of another "
        + "comment (write the } that ends it)")
  }

  @Test func namesThatAreNotUTF8() throws {
    // M, u with two dots, and a mark of Windows-1252 that ISO 8859-1 does not have.
    let latin: [UInt8] = [0x4D, 0xFC, 0x9A]
    var bytes = Array(game("NAME", "Bob", "1-0").utf8)
    bytes = Array(bytes.map { [$0] }.joined())
    let place = try #require(
      (0..<bytes.count - 4).first { Array(bytes[$0..<$0 + 4]) == Array("NAME".utf8) })
    bytes.replaceSubrange(place..<place + 4, with: latin)
    bytes += Array(game("Mü\u{161}", "Bob", "1-0").utf8)
    let result = try readDataset([InMemoryFile("g.pgn", bytes)])
    #expect(cells(result) == ["Mü\u{161}|Bob|model_a|2"])
    #expect(
      result.report.warnings.map(\.text) == [
        "g.pgn: 1 value is not UTF-8 and read as ISO 8859-1, which is PGN's own encoding. If names look "
          + "wrong, convert the file with iconv."
      ])
  }

  @Test func gamesBesideOtherForms() throws {
    let result = try readDataset([
      InMemoryFile("g.pgn", Array(game("Ann", "Bob", "1-0").utf8)),
      InMemoryFile("b.csv", Array("White,Black,Result\nAnn,Bob,0-1\n".utf8)),
      InMemoryFile("c.json", Array(#"{"model_a":"Bob","model_b":"Ann","winner":"model_a"}"#.utf8)),
    ])
    #expect(cells(result) == ["Ann|Bob|model_a|1", "Ann|Bob|model_b|1", "Bob|Ann|model_a|1"])
    #expect(result.report.reading.files.map(\.form) == [.pgn, .delimited, .json])
  }

  /// What begins with a bracket and is no PGN stays what it was.
  @Test func whatIsNoPGN() throws {
    let record = #"{"model_a":"x","model_b":"y","winner":"tie"}"#
    for text in ["[\(record)]", "[\n\(record)\n]", ";model_a;model_b;winner\n0;x;y;tie\n"] {
      #expect(try cells(text) == ["x|y|tie|1"])
    }
    #expect(failure("[Event]\n")?.kind == .badData)
    let values = #expect(throws: IngestError.self) {
      try readValues(InMemoryFile("v.pgn", Array(game("Ann", "Bob", "1-0").utf8)))
    }
    #expect(values?.kind == .unavailable)
  }
}
