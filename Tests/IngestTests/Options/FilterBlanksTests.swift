import Battles
import Ingest
import Testing

/// Blanks around a value are not compared, where no quotes say that they belong to it.
@Suite struct FilterBlanksTests {
  @Test(arguments: [",", ";", "|"])
  func unquotedValues(_ delimiter: String) throws {
    let rows = [
      ["model_a", "model_b", "winner", "lang"], ["x", "y", "a", " en"], ["x", "y", "b", "en\t "],
      ["x", "y", "tie", "\" en\""], ["x", "y", "both_bad", "e n"],
    ]
    let text = rows.map { $0.joined(separator: delimiter) + "\n" }.joined()
    #expect(try cells(text, filters("lang=en")) == ["x|y|model_a|1", "x|y|model_b|1"])
    #expect(try cells(text, filters("lang!=en")) == ["x|y|tie|1", "x|y|both_bad|1"])
  }

  @Test func valuesBetweenTabs() throws {
    let text = "model_a\tmodel_b\twinner\tlang\nx\ty\ta\t en \nx\ty\tb\tde\n"
    #expect(try cells(text, filters("lang=en")) == ["x|y|model_a|1"])
  }

  @Test func numbersInQuotesAndNot() throws {
    let text = "model_a,model_b,winner,turns\nx,y,a, 5\nx,y,b,\" 5.0 \"\nx,y,tie,6\n"
    #expect(try cells(text, filters("turns=5")) == ["x|y|model_a|1", "x|y|model_b|1"])
    #expect(try cells(text, filters("turns<5.5")) == ["x|y|model_a|1", "x|y|model_b|1"])
  }

  /// However records are read: like the one before, with other keys, with escapes, under a key.
  @Test func textsInJSONAreAsTheyAre() throws {
    let usual = #"{"model_a":"x","model_b":"y","winner":"a","lang":"en"}"#
    let blank = #"{"model_a":"x","model_b":"y","winner":"b","lang":" en"}"#
    let escaped = #"{"model_a":"x","model_b":"y","winner":"b","lang":"\u0020en"}"#
    let other = #"{"lang":" en","model_a":"x","model_b":"y","winner":"b"}"#
    for odd in [blank, escaped, other] {
      let text = Array(repeating: usual, count: 5) + [odd, odd] + [usual, odd, usual]
      #expect(
        try cells(text.joined(separator: "\n"), filters("lang=en")) == ["x|y|model_a|7"], "\(odd)")
      #expect(
        try cells(text.joined(separator: "\n"), filters("lang!=en")) == ["x|y|model_b|3"], "\(odd)")
    }
    let board = #"{" text": {"x": {"score": 1, "ci": 1}}, "text": {"y": {"score": 2, "ci": 1}}}"#
    #expect(IngestTests.board(try read(board, filters("category=text")))?.roster.names == ["y"])
  }

  @Test func theValuesThatAreNamedAreTrimmed() throws {
    let text = "model_a,model_b,winner,lang\nx,y,a, en\nx,y,b,en \nx,y,tie,\" en\"\n"
    #expect(
      failure(text, try filters("lang=de"))?.description
        == "battles.csv: no row has lang = de (values there: \" en\", \"en\")")
  }
}
