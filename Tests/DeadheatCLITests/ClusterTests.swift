import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// `--cluster`, `--intervals` and the intervals that need more than a covariance.
@Suite struct ClusterTests {
  /// Verdicts among three models by judges who repeat each of theirs `copies` times.
  private func verdicts(judges: Int, copies: Int, heading: String = "judge") -> String {
    var rows = "model_a,model_b,winner,\(heading)\n"
    for judge in 0..<judges {
      for pair in [("x", "y"), ("y", "z"), ("z", "x")] {
        // As even as a hash makes them, and nothing of the judge in them.
        let isWon = (judge * 7919 + Int(pair.0.utf8.first ?? 0) * 104_729) % 101 < 50
        rows += String(
          repeating: "\(pair.0),\(pair.1),\(isWon ? "model_a" : "model_b"),j\(judge)\n",
          count: copies)
      }
    }
    return rows
  }

  private func unnamed(_ words: [String]) throws -> String? {
    let run = deadheat(words + ["--format", "json"])
    #expect(run.code == .success, "\(run.notes)")
    let warning = try StrictJSON(run.output)["warnings"]?.elements.first {
      $0["code"]?.text == "unnamed_clusters"
    }?["text"]?.text
    #expect(run.notes.contains("go the same way") == (warning != nil) || words.contains("-q"))
    return warning
  }

  /// Five copies of each verdict, three pairs a judge that have little to do with each other.
  @Test func whatJudgesDoIsMeasured() throws {
    let folder = try TestFolder()
    let path = try folder.write("b.csv", verdicts(judges: 60, copies: 5))
    let text = try #require(try unnamed(["rank", path] + fast))
    #expect(text.contains("by its 60 values the variance of ratings is"))
    #expect(text.contains("Allow for it with --cluster judge."))
    // By the estimates that the program itself makes of either.
    func errors(_ words: String...) throws -> [Double] {
      let run = deadheat(["rank", path, "--format", "csv", "-q"] + fast + words)
      return try StrictCSV.column("standard_error", run.output).compactMap(Double.init).sorted()
    }
    let ratios = try zip(errors("--cluster", "judge"), errors()).map { $0 / $1 }
    let words = text.split(separator: " ")
    let place = try #require(words.firstIndex(of: "about"))
    let width = try #require(Double(words[place + 1]))
    // The root of the median of squares, to a tenth; ratings of ranks here and there are not in one order.
    #expect(abs(width - ratios.sorted()[1]) <= 0.2, "\(text) \(ratios)")
    #expect(try unnamed(["test", path] + fast) == text)
    #expect(try unnamed(["rank", path, "-q"] + fast) == text, "of a document it is a part")
    #expect(!deadheat(["rank", path, "-q"] + fast).notes.contains("judge"))
    #expect(try unnamed(["rank", path, "--cluster", "judge"] + fast) == nil)
    #expect(try unnamed(["rank", path, "--exclude", "z"] + fast) != nil)
  }

  @Test func whatCannotBeFollowedIsNotTold() throws {
    let folder = try TestFolder()
    let path = try folder.write("b.csv", verdicts(judges: 60, copies: 5))
    #expect(try unnamed(["plan", path]) == nil)
    #expect(try unnamed(["diff", path, path, "--adjust", "holm"]) == nil)
    #expect(try unnamed(["describe", path]) == nil)
    #expect(deadheat("count", path).notes.isEmpty)
    let few = try folder.write("few.csv", verdicts(judges: 8, copies: 30))
    #expect(try unnamed(["rank", few] + fast) == nil)
    let none = try folder.write("none.csv", verdicts(judges: 60, copies: 5) + "x,y,tie,\n")
    #expect(try unnamed(["rank", none] + fast) == nil, "an empty judge cannot be a cluster")
  }

  /// Verdicts dealt to judges like cards.
  @Test func judgesWithoutAnEffectAreNotTold() throws {
    let folder = try TestFolder()
    var rows = "model_a,model_b,winner,user\n"
    for index in 0..<3000 {
      let pair = [("x", "y"), ("y", "z"), ("z", "x")][index % 3]
      rows +=
        "\(pair.0),\(pair.1),\(index / 3 % 2 == 0 ? "model_a" : "model_b"),u\(index * 7919 % 211)\n"
    }
    let path = try folder.write("b.csv", rows)
    #expect(try unnamed(["rank", path] + fast) == nil)
  }

  /// The column that matters most comes first.
  @Test func severalColumns() throws {
    let folder = try TestFolder()
    let both = verdicts(judges: 60, copies: 5, heading: "judge,prompt").split(separator: "\n")
      .enumerated().map { $0 == 0 ? "\($1)" : "\($1),p\($0 / 10)" }.joined(separator: "\n")
    let path = try folder.write("b.csv", both + "\n")
    let text = try #require(try unnamed(["rank", path] + fast))
    #expect(text.contains("the median design effect; of '"), "\(text)")
  }

  private let folder: TestFolder
  private let path: String

  init() throws {
    folder = try TestFolder()
    path = try folder.write(
      "battles.csv",
      deadheat(
        "simulate", "--models", "5", "--battles", "1200", "--spread", "60", "--columns", "judge"
      ).output)
  }

  private func rank(_ words: String...) throws -> StrictJSON { try rank(words) }

  private func rank(_ words: [String]) throws -> StrictJSON {
    let run = deadheat(["rank", path, "--format", "json", "--adjust", "holm"] + words)
    #expect(run.code == .success, "\(run.notes)")
    return try StrictJSON(run.output)
  }

  @Test func clustersAreTold() throws {
    let json = try rank("--cluster", "judge", "--ci", "sandwich")
    #expect(json["fit"]?["clusters"]?["column"]?.text == "judge")
    let count = try #require(json["fit"]?["clusters"]?["count"]?.double)
    // A few judges of the simulation give most verdicts: they are worth far fewer equal ones.
    let degrees = try #require(json["test"]?["degrees_of_freedom"]?.double)
    #expect(count > 50 && degrees >= 1 && degrees < count / 2)
    let table = deadheat(["rank", path, "--cluster", "judge"] + fast)
    #expect(table.output.contains("clusters of 'judge'"))
    #expect(table.output.contains("degrees of freedom"))
    #expect(try rank("--ci", "sandwich")["fit"]?["clusters"] == .null)
  }

  /// The judges of the simulation have no effect, which is known of what can be read twice only.
  @Test func aJudgeThatWasNotNamedIsNoted() throws {
    #expect(!deadheat(["rank", path] + fast).notes.contains("judge"))
    let pipe = folder["pipe"]
    folder.run("mkfifo pipe; (cat '\(path)' > pipe) > /dev/null 2>&1 &")
    let run = deadheat(["rank", pipe] + fast)
    #expect(run.notes.contains("values of 'judge' repeat. Whether battles that share one"))
    #expect(run.notes.contains("is measured of files only"))
  }

  /// Counts keep the clusters, and give the same results.
  @Test func countsKeepClusters() throws {
    let counts = deadheat("count", path, "--cluster", "judge")
    #expect(counts.output.hasPrefix("model_a,model_b,winner,count,judge\n"))
    let again = try folder.write("counts.csv", counts.output)
    // At 80% the quantiles of forty resamples reach far enough for Student's t.
    let words = [
      "--cluster", "judge", "--ci", "percentile", "--resamples", "40", "--level", "0.8", "--format",
      "csv", "--adjust", "holm",
    ]
    let run = deadheat(["rank", path] + words)
    #expect(run.code == .success)
    #expect(deadheat(["rank", again] + words) == run)
    #expect(deadheat(["rank", path, "--threads", "3", "--kernels", "baseline"] + words) == run)
    #expect(deadheat("count", again, "--cluster", "judge").output == counts.output)
  }

  @Test func intervalsThatHoldTogetherAreWider() throws {
    let (single, joint) = (
      try rank("--ci", "sandwich"), try rank("--intervals", "simultaneous")
    )
    #expect(joint["interval"]?["method"]?.text == "sandwich")
    #expect(joint["interval"]?["family"]?.text == "simultaneous")
    let value = try #require(joint["interval"]?["critical_value"]?.double)
    #expect(value > 2 && value < 2.8 && single["interval"]?["critical_value"] == .null)
    for (wide, narrow) in zip(joint["models"]?.elements ?? [], single["models"]?.elements ?? []) {
      #expect((wide["upper"]?.double ?? 0) > (narrow["upper"]?.double ?? .infinity))
    }
    let table = deadheat(["rank", path, "--intervals", "simultaneous"] + fast).output
    #expect(table.contains("Joint 95% interval"))
    #expect(table.contains("which hold together for all ranked models at 95%"))
  }

  @Test(arguments: [("bca", "BCa bootstrap"), ("profile", "profile intervals")])
  func methods(method: String, words: String) throws {
    let options =
      ["--ci", method, "--level", "0.8"] + (method == "bca" ? ["--resamples", "80"] : [])
    let json = try rank(options)
    #expect(json["interval"]?["method"]?.text == method)
    for model in json["models"]?.elements ?? [] {
      let (lower, rating) = (model["lower"]?.double ?? .nan, model["rating"]?.double ?? .nan)
      #expect(lower < rating && rating < model["upper"]?.double ?? .nan)
    }
    let table = deadheat(["rank", path, "--adjust", "holm"] + options)
    #expect(table.output.contains(words))
  }

  @Test func whatDoesNotGoTogether() throws {
    expectFailure(
      deadheat("rank", path, "--cluster", "judge", "--ci", "wald"), .usage, "--ci wald")
    expectFailure(
      deadheat("rank", path, "--cluster", "judge", "--adjust", "bootstrap-max-t"), .usage,
      "use max-t")
    expectFailure(deadheat("rank", path, "--cluster", "jduge"), .badData, "there is no column")
    let board = try folder.write("board.csv", publishedBoard)
    expectFailure(deadheat("rank", board, "--cluster", "votes"), .usage, "--cluster needs battles")
    expectFailure(
      deadheat("rank", path, "--intervals", "simultaneous", "--ci", "bca", "--resamples", "50"),
      .usage, "raise --resamples")
    let one = try folder.write("one.csv", "model_a,model_b,winner,judge\na,b,tie,x\na,b,a,x\n")
    expectFailure(deadheat("rank", one, "--cluster", "judge"), .badData, "leave out --cluster")
    // Commands that cannot allow for clusters have no such option, and do not advise it.
    expectFailure(deadheat("diff", path, path, "--cluster", "judge"), .usage, "--cluster")
    expectFailure(deadheat("plan", path, "--cluster", "judge"), .usage, "--cluster")

    // A count beyond 32 bits is a count.
    let large = try folder.write(
      "large.csv",
      "model_a,model_b,winner,count,judge\n"
        + (0..<12).map { "a,b,\($0 % 3 == 0 ? "b" : "a"),3000000000,j\($0)\n" }.joined())
    #expect(
      deadheat("rank", large, "--cluster", "judge", "--ci", "sandwich", "--adjust", "holm").code
        == .success)
  }

  /// Three workers' verdicts on each pair of answers by 59 models: what clusters do to real intervals.
  @Test(
    .enabled(if: RealData.isPresent, "\(RealData.missing)"),
    .enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"))
  func crowd() throws {
    let crowd = RealData.path("llmfao-crowd.csv")
    func rows(_ words: String...) throws -> [(model: String, error: Double, width: Double)] {
      let run = deadheat(
        ["rank", crowd, "--format", "csv", "--quiet"] + fast + words)
      #expect(run.code == .success, "\(run.notes)")
      let columns = try ["standard_error", "lower", "upper"].map {
        try StrictCSV.column($0, run.output).compactMap { Double($0) }
      }
      let models = try StrictCSV.column("model", run.output)
      return models.indices.map { (models[$0], columns[0][$0], columns[2][$0] - columns[1][$0]) }
        .sorted { $0.0 < $1.0 }
    }
    let plain = try rows()
    // Medians of standard errors over those that take verdicts as independent, by numpy from the scores
    // summed over each worker, pair of answers (id) and prompt, in the gauge of the ranked models (42 with
    // prompts: numpy names the same 17 that have fewer than three effective ones); and what
    // Notebooks-md/which-interval.md tells: by how much the standard error and the interval of the median
    // model widen, the latter by Student's t too. These are our own, rounded as they stand there.
    let expected = [
      ("worker", 1.02584, 12, 21), ("id", 1.13423, 24, 27), ("prompt", 1.56954, 57, 118),
    ]
    for (column, ofMedians, error, width) in expected {
      let clustered = try rows("--cluster", column)
      let ratio = clustered.map(\.error).sorted()[29] / plain.map(\.error).sorted()[29]
      // The medians were written down with five decimals, of models at one fit that stops a little apart.
      #expect((ratio - ofMedians).magnitude < 5e-4, "\(column): \(ratio)")
      let errors = zip(clustered, plain).map { $0.error / $1.error }.sorted()
      let widths = zip(clustered, plain).map { $0.width / $1.width }.sorted()
      #expect(Int((100 * (errors[29] - 1)).rounded()) == error, "\(column): \(errors[29])")
      #expect(Int((100 * (widths[29] - 1)).rounded()) == width, "\(column): \(widths[29])")
    }
    let board = deadheat("rank", crowd, "--cluster", "prompt", "--format", "json")
    #expect(
      board.notes.contains("17 of 59 models are not ranked, for fewer than 3 effective clusters"))
    let json = try StrictJSON(board.output)
    #expect(json["test"]?["adjust"]?.text == "holm")
    #expect(json["test"]?["adjust_reason"]?.text == "few_effective_clusters")
    #expect(
      json["models"]?.elements.filter {
        $0["provisional_reason"]?.text == "few_effective_clusters"
      }.count == 17)
    expectFailure(
      deadheat("rank", crowd, "--cluster", "prompt", "--show", "ranks", "--quiet"), .badData,
      "13 clusters are too few to draw the ratings of 42 models together")
  }
}
