import Battles
import Testing

@testable import EloInference
@testable import Reporting

@Suite struct DiffReportTests {
  @Test func theNews() {
    let prose = DiffFixture().prose
    let news = """
      Of 4 models in both snapshots 1 has a rating that really moved, at 95% confidence: birch. The \
      top is frozen: alder is alone in first place, as before, at 95% confidence.
      """
    #expect(prose.hasPrefix(news))
    let ranks = """
      3 models have another rank. Real, with the rating: birch (3 to 2). Not shown to be more than \
      chance: cedar (2 to 3). Pushed by others that entered or left: elm (4 to 5).
      """
    #expect(prose.contains(ranks))
    #expect(prose.contains("Entered the ranking: fir (1100, rank 4).") && !prose.contains("Left"))
    let shift = """
      Changes are against the mean of the models that are not shown to have moved, each weighted \
      by its precision, which moved by +0.8 Elo and is taken out.
      """
    #expect(prose.contains(shift))
    #expect(prose.contains("A rating that moved need not mean a model that changed: another mix"))
    #expect(prose.contains("Old snapshot: Set aside: 3 rows that the filter leaves out."))
    #expect(!prose.contains("New snapshot: Set aside"))
    #expect(
      prose.contains("over 4 models at 95% confidence, by step-down max-T, critical value 2.87"))
  }

  /// A model without new battles is listed and not judged.
  @Test func whatIsNotJudged() throws {
    var fixture = DiffFixture()
    fixture.moves.append(DiffFixture.idle("hazel", 900, 900.4, rank: 6))
    fixture.withoutNewData = ["hazel"]
    #expect(fixture.prose.hasPrefix("Of 4 models in both snapshots that have new battles 1 has"))
    let note = """
      1 model has no new battles, so nothing of its own can have moved it, and its moves are not \
      judged: hazel.
      """
    #expect(fixture.prose.contains(note))
    let json = try JSONReader.read(fixture.report.rendered(as: .json, style: TerminalStyle()))
    #expect(json["no_new_votes"]?.elements == [.string("hazel")])
    let move = json["moves"]?.elements.last
    #expect(move?["p_adjusted"] == .null && move?["significant"] == .bool(false))
    fixture.boardModels = (5, 5)
    #expect(fixture.prose.contains("no new votes"))
    fixture.moves = [fixture.moves[4]]
    #expect(
      fixture.prose.hasPrefix(
        "None of the 1 models in both snapshots has new votes, so that no move can be"))
  }

  @Test func nothingTellsWhoMoved() throws {
    var fixture = DiffFixture(hasStableReference: false)
    #expect(
      fixture.prose.hasPrefix("Of 4 models in both snapshots so many have moved against the others")
    )
    #expect(fixture.prose.contains("cannot be told which ones moved and which stayed."))
    let json = try JSONReader.read(
      fixture.report.rendered(as: .json, style: TerminalStyle()))
    #expect(json["stable_reference"] == .bool(false))
    #expect(json["warnings"]?.elements.first?["code"] == .string("no_stable_reference"))
    fixture.moves = Array(fixture.moves.prefix(2))
    #expect(fixture.prose.contains("The gap between the two models in both snapshots has really"))
  }

  /// A rank that falls because others entered, while the model rose among the rest.
  @Test func aRiseThatLooksLikeAFall() {
    var fixture = DiffFixture()
    fixture.moves[1] = DiffFixture.move(
      "birch", 1150, 1170, change: 19.6, isReal: true, rank: (3, 5), .real, gained: 1)
    fixture.moves[2] = DiffFixture.move(
      "cedar", 1160, 1158, change: -2.4, rank: (2, 6), .passed, gained: -1)
    #expect(fixture.prose.contains("birch (3 to 5, though 1 up among the models in both)"))
    #expect(fixture.prose.contains("By models that really moved past them: cedar (2 to 6)."))
  }

  /// A model that left from beyond the end of the new list may only have been cut off.
  @Test func aShorterList() {
    let gone = SnapshotPlace(name: "oak", rating: 900, rank: 35)
    let cut = DiffFixture(left: [gone], boardModels: (50, 30))
    #expect(cut.prose.contains("The old snapshot lists 50 models and the new one 30"))
    #expect(!DiffFixture(left: [gone], boardModels: (50, 40)).prose.contains("cut off"))
    #expect(!DiffFixture(left: [gone]).prose.contains("cut off"))
  }

  @Test func theBasisIsTold() {
    #expect(DiffFixture().prose.contains("Bradley–Terry on 40,000 battles, both times."))
  }

  @Test func theTable() {
    let prose = DiffFixture().prose
    #expect(prose.contains("Rank Was Model Rating Change z p Adjusted p Move"))
    #expect(prose.contains("2 3 birch 1170 +20 7.84 < 0.0001 < 0.0001 really up"))
    #expect(prose.contains("1 1 alder 1201 0 0.08 0.40 0.90 2 3 birch"))
    #expect(prose.contains("3 2 cedar 1158 −2 −0.96"))
    let short = DiffFixture(top: 1).prose
    #expect(short.contains("4 more models are not shown.") && !short.contains("elm 1001"))
    let plain = DiffFixture(adjustment: .none).prose
    #expect(plain.contains("Change z p Move") && plain.contains("not adjusted for 4 models"))
    #expect(
      DiffFixture(adjustment: .benjaminiHochberg).prose.contains("at a false discovery rate of 5%"))
  }

  /// Who entered stands where the new ranking has it, and who left below, with the old rank and rating.
  @Test func modelsOfOneSnapshotAreInTheTable() {
    let gone = SnapshotPlace(name: "oak", rating: 900, rank: 5)
    let lines = DiffFixture(left: [gone]).report.rendered(
      as: .table, style: TerminalStyle(width: 80)
    ).split(separator: "\n").filter { $0.contains("entered") || $0.contains("left") }
    #expect(
      lines.prefix(2) == [
        "   4       fir      1100                                       entered",
        "        5  oak       900                                       left",
      ])
    let table = DiffFixture(left: [gone]).prose
    #expect(table.contains("cedar 1158 −2 −0.96 0.40 0.90 4 fir 1100 entered 5 4 elm 1001"))
    #expect(DiffFixture(left: [gone], top: 4).prose.contains("2 more models are not shown."))
  }

  @Test func movedModelsAlone() {
    let prose = DiffFixture(isMovedOnly: true).prose
    #expect(
      prose.contains(
        "Adjusted p Move 2 3 birch 1170 +20 7.84 < 0.0001 < 0.0001 really up 3 models whose ratings are not shown to have moved are left out."
      ))
    #expect(!prose.contains("entered 5") && prose.contains("Entered the ranking: fir"))
    var none = DiffFixture(isMovedOnly: true)
    none.moves = [none.moves[0]]
    #expect(!none.prose.contains("Rank Was") && none.prose.contains("1 model whose rating is not"))
    // The others are in what programs read.
    let csv = DiffFixture(isMovedOnly: true).report.rendered(as: .csv, style: TerminalStyle())
    #expect(CSVReader.rows(csv).count == 5)
  }

  /// Where names have no room, the numbers that decide nothing go first.
  @Test func aNarrowTable() {
    var fixture = DiffFixture()
    fixture.moves[0] = DiffFixture.move(
      "claude-opus-4-7-thinking-1234", 1200, 1201, change: 0.2, rank: (1, 1), .none)
    let text = fixture.report.rendered(as: .table, style: TerminalStyle(width: 80))
    #expect(text.contains("claude-opus-4-7-thinking-1234"))
    #expect(text.contains("Rating  Change  Adjusted p  Move"))
  }

  @Test func nothingMoved() {
    var fixture = DiffFixture(entered: [])
    fixture.moves = [fixture.moves[0], fixture.moves[0]]
    let prose = fixture.prose
    #expect(prose.hasPrefix("Of 2 models in both snapshots none is shown to have a rating that"))
    #expect(prose.contains("against the mean of all models in both"))
    #expect(!prose.contains("another rank") && !prose.contains("Entered"))
  }

  @Test func theTop() {
    let tied = DiffFixture(old: ["a", "b"], new: ["b", "a"])
    #expect(tied.prose.contains("The top is frozen: b and a are tied for first, as before"))
    let changed = DiffFixture(old: ["a", "b"], new: ["b", "c"])
    #expect(
      changed.prose.contains(
        "The top changed: of the models tied for first at 95% confidence, c joined, a dropped out."
      ))
    // birch moved; cedar did not, and is in both snapshots.
    let still = DiffFixture(old: ["alder", "cedar"], new: ["alder"])
    #expect(
      still.prose.contains(
        "cedar dropped out. None of these is shown to have moved; the set also narrows as data grow."
      )
    )
    #expect(!DiffFixture(old: ["birch"], new: ["alder"]).prose.contains("None of these"))
    #expect(DiffFixture(old: ["a"], new: ["a", "b"]).prose.contains("confidence, b joined."))
  }

  @Test func howTheyHangTogether() {
    #expect(DiffFixture().prose.contains("The old snapshot’s rows are rows of the new one"))
    func independent(_ reason: SnapshotComparison.OverlapReason) -> String {
      DiffFixture(overlap: .independent, reason: reason).prose
    }
    #expect(independent(.possible).contains("--overlap nested if the new one holds all"))
    #expect(independent(.noRows).contains("The snapshots share no row"))
    #expect(independent(.someRows).contains("share some of their rows"))
    #expect(independent(.swapped).contains("named in the wrong order?"))
    #expect(independent(.same).contains("The two snapshots are the same"))
    let missing = DiffFixture(overlap: .independent, reason: .notContained)
    #expect(missing.prose.contains("Not all old battles are among the new ones"))
    let boards = DiffFixture(overlap: .independent, reason: .unknown)
    #expect(boards.prose.contains("which errs on the safe side where they share votes"))
    #expect(
      DiffFixture(overlap: .independent, reason: .asked).prose.contains(
        "independent, as asked for."))
    let nested = DiffFixture(reason: .asked, notNested: ["cedar", "elm"])
    #expect(nested.prose.contains("but cedar and elm lost votes or gained no precision"))
    #expect(nested.prose.contains("and are compared as if independent"))
    #expect(!DiffFixture(reason: .asked).prose.contains("lost votes"))
  }

  @Test func records() throws {
    let report = DiffFixture(warnings: [.nothingToCompare("w")]).report
    let json = try JSONReader.read(report.rendered(as: .json, style: TerminalStyle()))
    #expect(
      json.keys == [
        "schema", "old", "new", "overlap", "overlap_reason", "not_nested", "no_new_votes",
        "shift", "stable_reference", "test", "moves", "entered", "left", "tied_for_first_old",
        "tied_for_first_new", "frozen", "program_version", "warnings",
      ])
    #expect(json["overlap"] == .string("nested") && json["frozen"] == .bool(true))
    #expect(json["warnings"]?.elements.count == 1)
    #expect(json["moves"]?.elements.count == 4)
    #expect(json["moves"]?.elements.first?.keys == report.records.headings)
    #expect(json["entered"]?.elements.first?["rank"] == .number("4"))
    let rows = CSVReader.rows(report.rendered(as: .csv, style: TerminalStyle()))
    #expect(rows.first?.map { $0 ?? "" } == report.records.headings)
    #expect(rows.count == 5 && rows[2].last == "real" && rows[2][8] == "true")
  }

  @Test func documents() {
    let markdown = DiffFixture().report.rendered(as: .markdown, style: TerminalStyle())
    #expect(markdown.contains("really up") && markdown.contains("| birch |"))
    let latex = DiffFixture().report.rendered(as: .latex, style: TerminalStyle())
    #expect(latex.contains("\\label{tab:deadheat-diff}") && latex.contains("really up"))
  }
}
