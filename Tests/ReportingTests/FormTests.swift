import Battles
import SafeText
import Testing

@testable import Reporting

/// What the forms of a report have in common, and what of a table is up to whoever reads it.
struct FormTests {
  @Test(arguments: [
    ("board.json", OutputFormat.json), ("a/b.c/board.md", .markdown), ("x.MD", .markdown),
    ("x.csv", .csv), ("x.tsv", .tsv), ("x.tex", .latex), ("x.jsonl", .jsonl), ("x.ndjson", .jsonl),
    ("x.txt", .table), ("x.latex", .latex), (".json", .json),
  ])
  func endingsTellForms(name: String, form: OutputFormat) {
    #expect(OutputFormat(fileName: name) == form)
  }

  @Test(arguments: ["x", "json", "x.html", "x.json.gz", "x.", "", "a.json/b"])
  func otherNamesTellNone(name: String) { #expect(OutputFormat(fileName: name) == nil) }

  @Test func formsHaveOtherNames() {
    #expect(OutputFormat(word: "md") == .markdown && OutputFormat(word: "tex") == .latex)
    for form in OutputFormat.allCases { #expect(OutputFormat(word: form.rawValue) == form) }
    #expect(OutputFormat(word: "JSON") == nil && OutputFormat(word: "xml") == nil)
  }

  private func rendered(_ format: OutputFormat, _ style: TerminalStyle = TerminalStyle())
    -> String
  {
    RankFixture.small.report.rendered(as: format, style: style)
  }

  /// The fields of CSV, with tabs.
  @Test func tabsTakeThePlaceOfCommas() {
    let tsv = rendered(.tsv).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let csv = CSVReader.rows(rendered(.csv)).map { $0.map { $0 ?? "" } }
    #expect(tsv == csv && csv.count == 7)
  }

  @Test func aFieldOfTabsIsQuotedAndACommaIsNot() {
    let columns: [RecordColumn<String>] = [
      RecordColumn("a\tb") { .string("x\t" + $0) }, RecordColumn("c,d") { .string("p, " + $0) },
    ]
    let text = CSVWriter.text(RecordTable(columns, of: ["y"]), delimiter: .tab)
    #expect(text == "\"a\tb\"\tc,d\n\"x\ty\"\tp, y\n")
    let quoted = CSVWriter.text(RecordTable(columns, of: ["\"q\""]), delimiter: .tab)
    #expect(quoted == "\"a\tb\"\tc,d\n\"x\t\"\"q\"\"\"\t\"p, \"\"q\"\"\"\n")
  }

  /// One object a line, with the values that the document has.
  @Test func linesOfObjects() throws {
    let lines = rendered(.jsonl).split(separator: "\n").map(String.init)
    let models = try JSONReader.read(rendered(.json))["models"]?.elements ?? []
    #expect(lines.count == models.count && lines.count == 6)
    for (line, model) in zip(lines, models) {
      let object = try JSONReader.read(line)
      #expect(object == model && object.keys == RankFixture.small.report.records.headings)
    }
  }

  @Test func notesAreLeftOutByDegrees() {
    let full = rendered(.table, TerminalStyle(notes: .full))
    #expect(full == rendered(.table))
    let short = rendered(.table, TerminalStyle(notes: .short))
    let none = rendered(.table, TerminalStyle(notes: .none))
    #expect(full.hasPrefix(short.dropLast()) && short.hasPrefix(none.dropLast()))
    let last = "(intervals from the model, not the resamples)"
    #expect(full.contains("Bradley–Terry on") && !short.contains("Bradley–Terry on"))
    #expect(
      none.contains(last)
        && none.hasSuffix("newcomer                  1003      533–1473        2\n"))
    var read = RankFixture.small
    read.setAside = [.init(.selfBattle, count: 10)]
    read.top = 2
    let style = TerminalStyle(notes: .short)
    let kept = read.report.rendered(as: .table, style: style)
    #expect(kept.contains("Set aside: 10 battles") && kept.contains("more models are not shown"))
    #expect(!kept.contains("Ratings average over"))
    for format in [OutputFormat.markdown, .latex] {
      #expect(rendered(format).contains("Ratings average"))
      #expect(!rendered(format, TerminalStyle(notes: .none)).contains("Ratings average"))
    }
    for format in [OutputFormat.csv, .json] {
      #expect(rendered(format, TerminalStyle(notes: .none)) == rendered(format))
    }
  }

  /// A screen of as many lines as there are loses the first to the prompt.
  @Test func theHeadlineIsRepeatedBelowALongTable() {
    let plain = rendered(.table)
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(rendered(.table, TerminalStyle(height: lines + 1)) == plain)
    let short = rendered(.table, TerminalStyle(height: lines))
    #expect(
      short == plain + "\ngemini-2.5-pro is alone in first place, at 95% confidence.\n"
        || short.hasPrefix(plain))
    #expect(short != plain && plain.hasPrefix(String(short.dropFirst(plain.count + 1).dropLast())))
    // What has no table is read from its beginning.
    let sentences = PairFixture(pairs: [PairFixture.deadHeat])
    let style = TerminalStyle(height: 2)
    #expect(sentences.report.rendered(as: .table, style: style) == sentences.table())
  }

  /// Where nobody's screen is to be fitted names are whole, in tables and in sentences.
  @Test func namesAreCutForScreensAlone() {
    let name = String(repeating: "long-name-", count: 30)
    var fixture = RankFixture.small
    fixture.models[0].name = name
    let cut = fixture.table()
    #expect(!cut.contains(name) && cut.contains("…"))
    let whole = fixture.report.rendered(as: .table, style: TerminalStyle(cutsNames: false))
    #expect(!whole.contains("…"))
    #expect(whole.split(separator: name, omittingEmptySubsequences: false).count == 3)
    for format in [OutputFormat.markdown, .latex] {
      let text = fixture.report.rendered(as: format, style: TerminalStyle())
      #expect(text.split(separator: name, omittingEmptySubsequences: false).count == 3)
    }
    // Running text is broken all the same.
    let notes = whole.split(separator: "\n\n").last?.split(separator: "\n") ?? []
    #expect(notes.count > 4 && notes.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
  }

  @Test func withoutALimitNoSentenceIsBroken() {
    let text = rendered(.table, TerminalStyle(width: nil))
    let sentences = text.split(separator: "\n").filter { $0.hasSuffix(".") }
    #expect(
      sentences.contains { $0.hasPrefix("Ratings average") && DisplayWidth.of(String($0)) > 100 })
    #expect(text.split(separator: "\n").suffix(2).allSatisfy { $0.hasSuffix(".") })
  }
}
