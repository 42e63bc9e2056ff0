import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Every option does its thing, seen by what it changes.
@Suite struct OptionTests {
  private let folder: TestFolder
  private let path: String

  init() throws {
    folder = try TestFolder()
    path = try folder.write("battles.csv", league)
  }

  private func rank(_ words: String...) throws -> StrictJSON { try rank(words) }

  private func rank(_ words: [String]) throws -> StrictJSON {
    let run = deadheat(
      ["rank", path, "--format", "json"] + words + (words.contains("--ci") ? [] : fast.prefix(2))
        + (words.contains("--adjust") ? [] : fast.suffix(2)))
    #expect(run.code == .success, "\(run.notes)")
    return try StrictJSON(run.output)
  }

  private func value(_ json: StrictJSON, _ model: String, _ key: String) -> Double? {
    json["models"]?.elements.first { $0["model"]?.text == model }?[key]?.double
  }

  private func models(_ json: StrictJSON) -> [String] {
    json["models"]?.elements.compactMap { $0["model"]?.text } ?? []
  }

  private func battles(_ json: StrictJSON) -> Double? { json["source"]?["battles"]?.double }

  private func setAside(_ json: StrictJSON) -> [String] {
    (json["source"]?["set_aside"]?.elements ?? []).map {
      "\($0["reason"]?.text ?? "") \(Int($0["rows"]?.double ?? -1))"
    }
  }

  @Test func plain() throws {
    let json = try rank()
    #expect(models(json) == ["alder", "birch", "cedar", "elm"] && battles(json) == 306)
    #expect(setAside(json) == ["self_battle 1"])
  }

  @Test func selections() throws {
    let excluded = try rank("--exclude", "cedar", "--exclude", "elm")
    #expect(models(excluded) == ["alder", "birch"] && battles(excluded) == 110)
    #expect(setAside(excluded) == ["excluded 196", "self_battle 1"])
    let enough = try rank("--min-battles", "12")
    #expect(models(enough) == ["alder", "birch", "cedar"])
    #expect(setAside(enough) == ["self_battle 1", "few_battles 11"])
    let filtered = try rank("--where", "count>=3", "--where", "count <= 55")
    #expect(setAside(filtered) == ["filtered 3"] && battles(filtered) == 306 - 60 - 2)
  }

  @Test func tiesAndBothBad() throws {
    let dropped = try rank("--ties", "drop")
    #expect(battles(dropped) == 268 && setAside(dropped) == ["self_battle 1", "tie 38"])
    #expect(dropped["fit"]?["ties"]?.text == "drop")
    #expect(value(dropped, "alder", "ties") == 0)
    let bad = try rank("--both-bad", "drop")
    #expect(battles(bad) == 291 && setAside(bad) == ["self_battle 1", "both_bad 15"])
    #expect(try rank()["fit"]?["ties"]?.text == "half")
  }

  @Test func component() throws {
    let apart = try folder.write(
      "apart.csv", league + "fir,oak,model_a,40,x\nfir,oak,model_b,41,x\n")
    let words = ["rank", apart, "--format", "csv"] + fast
    #expect(deadheat(words).code == .badData)
    let run = deadheat(words + ["--component", "largest"])
    #expect(run.output == deadheat(["rank", path, "--format", "csv"] + fast).output)
  }

  /// Who asks for a model that an option set aside is told of that option.
  @Test func modelsThatWereSetAside() throws {
    let apart = try folder.write(
      "apart.csv", league + "fir,oak,model_a,40,x\nfir,oak,model_b,41,x\n")
    let test = ["test", apart, "alder", "fir"] + fast
    expectFailure(
      deadheat(test + ["--component", "largest"]), .badData,
      "'fir' is not among the models that are left",
      "81 battles outside the group that --component keeps")
    expectFailure(
      deadheat(["test", path, "alder", "elm", "--min-battles", "12"] + fast), .badData,
      "'elm' is not among the models that are left", "11 battles of models with too few by --min")
    expectFailure(
      deadheat(["test", path, "alder", "elm", "--exclude", "elm"] + fast), .badData,
      "'elm' was left out by --exclude")
    expectFailure(
      deadheat(["test", path, "alder", "fir"] + fast), .badData, "no model is named 'fir'")
  }

  @Test func priorsShrink() throws {
    func spread(_ json: StrictJSON) throws -> Double {
      try #require(value(json, "alder", "rating")) - #require(value(json, "cedar", "rating"))
    }
    #expect(try spread(rank("--prior", "100")) < 0.8 * spread(rank()))
  }

  @Test func provisional() throws {
    let all = try rank("--provisional", "0")
    #expect(value(all, "elm", "rank") != nil && all["test"]?["pairs"]?.double == 6)
    #expect(value(try rank(), "elm", "rank") == nil)
    #expect(value(try rank("--provisional", "200"), "alder", "rank") == nil)
  }

  /// Links are not a matter of the number of battles.
  @Test func provisionalZeroLiftsTheThresholdOnly() throws {
    let weak = try folder.write(
      "weak.csv", league + "alder,fir,model_a,200,x\nalder,fir,model_b,3,x\n")
    let run = deadheat(["rank", weak, "--provisional", "0", "--format", "json"] + fast)
    let fir = try StrictJSON(run.output)["models"]?.elements.first { $0["model"]?.text == "fir" }
    #expect(fir?["rank"]?.double == nil && fir?["provisional_reason"]?.text == "weak_links")
    #expect(run.notes.contains("fewer than 5 battles that link them to the others"))
    #expect(deadheat("rank", "--help").output.contains("whatever N"))
  }

  /// The only ranked model stands where the scale was put, in every format.
  @Test func theOnlyRankedModelHasNoInterval() throws {
    let rows = ["b", "c", "d", "e"].map { "a,\($0),model_a,7\na,\($0),model_b,6\n" }.joined()
    let sole = try folder.write("sole.csv", "model_a,model_b,winner,count\n" + rows)
    func run(_ format: String) -> Run { deadheat(["rank", sole, "--format", format] + fast) }
    let json = try StrictJSON(run("json").output)
    let own = try #require(json["models"]?.elements.first)
    #expect(own["model"]?.text == "a" && own["rank"]?.double == 1)
    for key in ["lower", "upper", "standard_error"] { #expect(own[key] == .null) }
    let codes = json["warnings"]?.elements.compactMap { $0["code"]?.text }
    #expect(codes?.contains("nothing_to_compare") == true)
    #expect(run("csv").output.contains(",a,1000.0,,,,"))
    for format in ["table", "markdown", "latex"] {
      let output = run(format).output.split { $0.isWhitespace || $0 == "%" }
        .joined(separator: " ")
      #expect(output.contains("—") && output.contains("nothing to compare"), "\(output)")
      #expect(!output.contains("1000–1000"))
    }
    // A rating that is held is no interval of no width by mistake.
    let anchored = deadheat(["rank", sole, "--anchor", "a=1200", "--format", "json"] + fast)
    #expect(try StrictJSON(anchored.output)["models"]?.elements.first?["lower"]?.double == 1200)
  }

  @Test func centres() throws {
    let anchored = try rank("--anchor", "birch=1234.5")
    #expect(value(anchored, "birch", "rating") == 1234.5)
    #expect(value(anchored, "birch", "lower") == value(anchored, "birch", "upper"))
    #expect(anchored["fit"]?["gauge"]?.text == "anchor")
    let weighted = try rank("--center", "battles")
    #expect(weighted["fit"]?["gauge"]?.text == "battles")
    let plain = try rank()
    #expect(value(weighted, "alder", "rating") != value(plain, "alder", "rating"))
    let shifted = try rank("--origin", "1500")
    let gap = (value(shifted, "alder", "rating") ?? 0) - (value(plain, "alder", "rating") ?? 0)
    // The rounding of numbers above a thousand.
    #expect(abs(gap - 500) < 1e-9)
  }

  /// 200 points for odds of 10 to 1 halve every gap; so does base 100 on 400.
  @Test func scales() throws {
    let error = try #require(value(rank(), "alder", "standard_error"))
    for words in [["--scale", "200"], ["--base", "100"]] {
      let other = try #require(value(rank(words[0], words[1]), "alder", "standard_error"))
      #expect(abs(other - error / 2) < 1e-9)
    }
  }

  @Test func intervals() throws {
    var lowers: Set<Double> = []
    for method in ["percentile", "basic", "sandwich", "wald"] {
      let isBootstrap = ["percentile", "basic"].contains(method)
      let json = try rank(["--ci", method] + (isBootstrap ? ["--resamples", "40"] : []))
      #expect(json["interval"]?["method"]?.text == method)
      lowers.insert(try #require(value(json, "alder", "lower")))
    }
    #expect(lowers.count == 4)
    let resampled = try rank("--ci", "percentile", "--resamples", "48", "--seed", "9")
    #expect(resampled["interval"]?["resamples"]?.double == 48)
    #expect(resampled["interval"]?["seed"]?.double == 9)
    let wide = try rank("--level", "0.99")
    let plain = try rank()
    #expect(try #require(value(wide, "alder", "lower")) < #require(value(plain, "alder", "lower")))
    #expect(wide["test"]?["level"]?.double == 0.99)
  }

  @Test func families() throws {
    for method in ["max-t", "holm", "bh", "none", "bootstrap-max-t"] {
      let resamples = method == "bootstrap-max-t" ? ["--resamples", "40"] : []
      let json = try rank(["--adjust", method] + resamples)
      #expect(json["test"]?["adjust"]?.text == method && json["test"]?["family"]?.text == "all")
    }
    #expect(try rank("--rank-family", "one")["test"]?["family"]?.text == "one")
  }

  @Test func theBestFew() throws {
    let json = try rank("--best", "2")
    #expect(json["best"]?["size"]?.double == 2)
    let marked = (json["models"]?.elements ?? []).filter { $0["among_best"] == .bool(true) }
    #expect(
      marked.compactMap { $0["model"]?.text }
        == json["best"]?["models"]?.elements.compactMap(\.text))
    #expect(try rank()["best"]?["size"] == nil)
    let alone = try rank("--best", "1")["best"]?["models"]?.elements.compactMap(\.text)
    #expect(alone == (try rank()["tied_for_first"]?.elements.compactMap(\.text)))
    expectFailure(deadheat("rank", path, "--best", "0"), .usage, "--best", "from 1 to 1000000")
  }

  @Test func records() throws {
    let words = ["rank", path, "--show", "record"] + fast
    let table = deadheat(words).output
    #expect(table.contains("W–D–L  Score") && !table.contains("Battles\n"))
    // Alder won 60 and 55 of 165, lost 30 and 25, and 20 were ties; against elm it won 6 and lost 2.
    let row = table.split(separator: "\n").first { $0.contains("alder") && $0.contains("–20–") }
    #expect(row?.contains("121–20–57") == true && row?.hasSuffix("66.2%") == true, "\(table)")
    #expect(
      deadheat(words + ["--format", "csv"]).output
        == deadheat(["rank", path, "--format", "csv"] + fast).output)
    let board = try folder.write("board.csv", publishedBoard)
    expectFailure(
      deadheat("rank", board, "--show", "record", "--quiet"), .usage, "--show record needs battles")
  }

  @Test func views() throws {
    let words = ["rank", path] + fast
    #expect(deadheat(words + ["--show", "ratings"]).output == deadheat(words).output)
    #expect(deadheat(words + ["--show", "details"]).output.contains("Detectable gap"))
    let ranks = deadheat(words + ["--show", "ranks", "--format", "csv"]).output
    #expect(try StrictCSV.column("rank", ranks).count == 9)
    let pairs = deadheat(words + ["--show", "superiority", "--format", "csv"]).output
    #expect(try StrictCSV.column("b", pairs).count == 6)
    let json = try rank("--show", "ranks")
    #expect(json["rank_probabilities"]?["draws"]?.double == 20_000)
    #expect(models(json) == models(try rank()), "beside all that is there without it")
  }

  /// Of the table alone.
  @Test func top() {
    let words = ["rank", path] + fast
    let table = deadheat(words + ["--top", "1"]).output
    #expect(table.contains("3 more models are not shown"))
    #expect(!table.contains("cedar") && deadheat(words).output.contains("cedar"))
    let csv = words + ["--format", "csv"]
    #expect(deadheat(csv + ["--top", "1"]).output == deadheat(csv).output)
  }

  @Test func columnsAndLabels() throws {
    let renamed = try folder.write(
      "renamed.csv",
      league.replacing("model_a,model_b,winner,count", with: "home,away,who,n")
        .replacing(",model_a,", with: ",HOME,").replacing(",model_b,", with: ",AWAY,"))
    let mapping = ["--columns", "a=home,b=away,winner=who,count=n"]
    let words = ["rank", renamed, "--format", "csv"] + fast
    #expect(deadheat(words).code == .badData)
    let usual = deadheat(["rank", path, "--format", "csv"] + fast).output
    // The headings of the sides are labels, and so is what options name.
    #expect(deadheat(words + mapping).output == usual)
    let run = deadheat(words + mapping + ["--label", "HOME=a", "--label", "away=b"])
    #expect(run.output == usual)
    #expect(deadheat(words + mapping + ["--label", "HOME=b", "--label", "away=a"]).output != usual)
    expectFailure(
      deadheat(words + mapping + ["--label", "ground=a"]), .badData,
      "who does not have \"ground\" in any row")
    let scores = try folder.write(
      "scores.csv", "home,away,x,y,n\nalder,birch,3,1,60\nbirch,alder,2,0,30\nalder,birch,1,1,20\n")
    let scored = deadheat(
      ["rank", scores, "--columns", "a=home,b=away,score_a=x,score_b=y,count=n", "--format", "csv"]
        + fast)
    #expect(try StrictCSV.column("wins", scored.output) == ["60", "30"])
    #expect(try StrictCSV.column("ties", scored.output) == ["20", "20"])
  }

  @Test func boardColumns() throws {
    let board = try folder.write("board.csv", "who,points,plus\na,10,3\nb,20,4\n")
    let run = deadheat(
      "rank", board, "--columns", "model=who,rating=points,plus_minus=plus", "--format", "csv")
    #expect(try StrictCSV.column("upper", run.output) == ["24.0", "13.0"])
  }
}

extension String {
  /// With every `old` replaced.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
