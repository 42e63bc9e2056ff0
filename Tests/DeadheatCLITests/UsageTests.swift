import CommandLineKit
import EloInference
import Testing

@testable import DeadheatCLI

/// Command lines that make no sense end with 64 before anything is read: the file is not there.
@Suite struct UsageTests {
  @Test func theTablesHaveNoProblems() { #expect(Program.deadheat.problems.isEmpty) }

  @Test(arguments: [
    ("rank f --formt csv", "unknown option '--formt'; did you mean '--format'?"),
    ("rnak f", "unknown command 'rnak'; did you mean 'rank'?"),
    ("rank", "FILE is missing; name a file, or - for standard input"),
    ("test", "FILE is missing"),
    ("rank f --level 1", "--level is \"1\"; expected from 0.5 to 0.9995"),
    ("rank f --level 0.4", "--level is \"0.4\""), ("rank f --level x", "--level is \"x\""),
    ("rank f --level nan", "--level is \"nan\""),
    ("rank f --board-level 95", "--board-level is \"95\""),
    ("rank f --level 95", "such as 0.95; did you mean '0.95' or '95%'?"),
    ("rank f --resamples 1e1", "--resamples is \"1e1\"; expected at least 40"),
    ("plan f --power 80", "did you mean"), ("rank f --width 10", "from 40 to 10000, or none"),
    ("rank f --width 60 --format csv", "--width is about the form table, and this one is csv"),
    ("rank f --notes none -o x.json", "--notes has no effect on json"),
    ("count f -o x.json", "name a file that ends in .csv or .tsv"),
    ("simulate -o x.md", "asks for markdown; name a file"),
    ("rank f --format xml", "table, markdown, latex, csv, tsv, json or jsonl"),
    ("rank f --resamples 39", "--resamples is \"39\"; expected at least 40"),
    ("rank f --resamples 199 --level 0.99", "expected at least 200"),
    ("rank f --resamples many", "--resamples is \"many\"; expected a whole number"),
    ("rank f --anchor a=1 --anchor b=2", "--anchor was given twice"),
    ("rank f --anchor a=1 --center battles", "--anchor and --center both fix the scale"),
    ("rank f --anchor a", "--anchor is \"a\"; expected a model and its rating"),
    ("rank f --prior=-1", "--prior is \"-1\"; expected 0, or from 0.001"),
    ("rank f --provisional=-1", "--provisional is \"-1\""),
    ("rank f --min-battles=-1", "--min-battles is \"-1\""),
    ("rank f --scale 0", "--scale is \"0\""), ("rank f --base 1", "--base is \"1\""),
    ("rank f --top 0", "--top is \"0\""), ("rank f --threads 0", "--threads is \"0\""),
    ("rank f --seed=-1", "--seed is \"-1\""), ("rank f --ci exact", "percentile, basic, bca"),
    ("rank f --adjust tukey", "max-t"), ("rank f --ties davidson", "half or drop"),
    ("rank f --quiet=yes", "--quiet is a switch"),
    ("rank f --rank-family one --adjust bh", "--rank-family one takes --adjust max-t"),
    ("rank f --rank-family one --adjust none", "with --adjust none leave it out"),
    ("rank f --cluster c --ci wald", "--ci wald takes all battles as independent"),
    ("test f --cluster c --ci wald", "use --ci sandwich"),
    ("agree f g --cluster c --ci wald", "use --ci sandwich"),
    ("test f --ci bca", "--ci bca shapes the intervals of ratings, which this command does not"),
    ("agree f g --ci percentile", "--ci percentile shapes the intervals of ratings"),
    ("test f a b --resamples 100", "leave it out, or add --adjust bootstrap-max-t"),
    ("agree f g --resamples 100 --adjust holm", "--resamples shapes the intervals of ratings"),
    ("test f --require better", "--require is about models that are named"),
    ("test f a b --all-pairs", "--all-pairs compares all models; leave out their names"),
    ("test f a b --require best", "better, different or equivalent"),
    ("test f a b --equivalent 0", "above 0"), ("rank f --show all", "ratings"),
    ("simulate --models 1", "--models is \"1\""), ("simulate --battles 0", "--battles is \"0\""),
    ("simulate --tie-rate 1", "--tie-rate is \"1\""), ("simulate --skew 11", "--skew is"),
    ("simulate --spread=-1", "--spread is"), ("simulate --columns judge,mood", "judge, language"),
    ("simulate --ratings f --models 3", "leave out --models, --spread"),
    ("rank - -", "standard input is named more than once"),
    ("rank f --where category", "not a filter"), ("rank f --label x", "not a label"),
    ("rank f --label x=won", "not an outcome"), ("rank f --columns a", "expected ROLE=COLUMN"),
    ("rank f --columns z=y", "not a role"),
  ])
  func commandLines(line: String, message: String) {
    expectFailure(deadheat(line.split(separator: " ").map(String.init)), .usage, message)
  }

  @Test func anAnchorsNameMayHoldEquals() {
    #expect(AnchorArgument(argument: "a=b=12.5")?.name == "a=b")
    #expect(AnchorArgument(argument: "a=b=12.5")?.rating == 12.5)
    for text in ["=5", "a=", "a=x", "a=inf", "a=nan", ""] {
      #expect(AnchorArgument(argument: text) == nil, "\(text)")
    }
  }

  /// The thousand resamples of other commands' intervals, which would not reach so far out either.
  @Test(arguments: [
    "test f a b --level 0.9995", "test f --adjust bootstrap-max-t --resamples 4000",
  ])
  func aTestResamplesForItsAdjustmentAlone(line: String) throws {
    let words = line.split(separator: " ").dropFirst().map(String.init)
    let test = try #require(try TestCommand.parse(words))
    let options = test.fittedModel.estimateOptions(test.statistics)
    #expect(options.interval == .sandwich)
    #expect(options.needsReplicates == line.contains("bootstrap"))
    let agree = try #require(try AgreeCommand.parse(["f", "g", "--level", "0.9995"]))
    #expect(agree.fittedModel.estimateOptions(agree.statistics).interval == .sandwich)
    let wald = try #require(try TestCommand.parse(["f", "--ci", "wald"]))
    #expect(wald.fittedModel.estimateOptions(wald.statistics).interval == .wald)
  }

  /// What ends with 64 when it is given twice is not offered twice.
  @Test func anAnchorIsGivenOnce() throws {
    let help = deadheat("rank", "--help").output
    let lines = help.split(separator: "\n")
    let anchor = try #require(lines.firstIndex { $0.contains("--anchor") })
    #expect(!lines[anchor...(anchor + 1)].contains { $0.contains("[repeatable]") })
    #expect(help.contains("[repeatable]"))
  }

  @Test func helpAndVersion() {
    for command in ["rank", "test", "plan", "diff", "count", "simulate"] {
      let run = deadheat(command, "--help")
      #expect(
        run.code == .success && run.notes.isEmpty && run.output.contains("deadheat \(command)"))
    }
    #expect(deadheat("--version").output == "deadheat 0.1.0\n")
  }
}
