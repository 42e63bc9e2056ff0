import Battles
import CommandLineKit
import EloInference
import EloNumerics
import Ingest
import Reporting
import SafeText

/// Turns an error into the words and the exit code that a user sees.
func message(for error: any Error) -> (message: String, code: ExitCode) {
  let (message, code): (String, ExitCode) =
    switch error {
    case let error as IngestError: ("\(error)", error.kind.exitCode)
    case let error as EstimateError: (error.message, error.exitCode)
    case let error as SnapshotError: (error.message, error.exitCode)
    case let error as TakenAsFile:
      (
        "\(error.error) (\(Mention.quoted(error.word)) was taken for a file, as one is there; for a model "
          + "add \(ShellWord.option("--model", error.word)))", error.error.kind.exitCode
      )
    default: ("unexpected error: \(error); please report it", .internalError)
    }
  return (PlainText.of(message), code)
}

extension IngestError.Kind {
  var exitCode: ExitCode {
    switch self {
    case .usage: .usage
    case .badData: .badData
    case .noInput: .noInput
    case .unavailable: .unavailable
    case .inputOutput: .ioError
    }
  }
}

extension EstimateError {
  /// The data are to blame, or what was asked of them.
  var exitCode: ExitCode {
    switch self {
    case .sameModel, .tooFewReplicates, .tooFewReplicatesTogether, .tooFewReplicatesCorrected,
      .clusteredPlan, .noReplicates, .intervalNeedsBattles, .noPublishedInterval:
      .usage
    case .fit, .separated, .tooManyOnBoard, .nothingLeft, .unknownModel, .tooFewEstablished,
      .oneCluster,
      .tooFewClusters,
      .provisionalAnchor, .planOfScores,
      .noAcceleratedInterval, .tooFewCommon:
      .badData
    }
  }

  /// What happened and what to do.
  var message: String {
    switch self {
    case .fit(let error, let roster): error.message(roster)
    case .tooManyOnBoard(let count, let limit):
      "\(count) models are more than the \(limit) that a board can have to compare all of them; select "
        + "rows with --where, leave out models with --exclude, or name the models to deadheat test"
    case .separated(let separation, let roster, let ways):
      separation.message(roster) + WayOutWording.afterSemicolon(ways)
    case .nothingLeft(let setAside, let ways):
      "nothing is left to rate: "
        + setAside.map { "\($0.count) \($0.reason.words)" }.joined(separator: ", ")
        + (ways.isEmpty
          ? "; loosen what set it aside"
          : WayOutWording.afterSemicolon(ways, inPlaceOf: "--component"))
    case .unknownModel(let name, let known): UnknownName.message(name, known)
    case .provisionalAnchor(let name, let battles):
      "\(Mention.quoted(name)) (\(battles) battles) is not ranked, and all other ratings would be known as badly as its "
        + "own if they were held by it; anchor a ranked model, or compare with it by deadheat test"
    case .sameModel(let name): "\(Mention.quoted(name)) is named twice; name another model instead"
    case .tooFewEstablished(let count, let provisional, let ways):
      "a comparison takes two ranked models, and there \(count == 1 ? "is one" : "are none")"
        + Self.waysToCompare(provisional: provisional, ways)
    case .noReplicates(let method):
      "--ci \(method.rawValue) takes resamples, and there are none"
    case .intervalNeedsBattles(let method):
      "--ci \(method.rawValue) takes battles, and a published board has none"
    case .noPublishedInterval: "battles have no published interval"
    case .tooFewReplicates(let count, let needed):
      "--adjust bootstrap-max-t decides at this level from \(needed) resamples on, and there are "
        + "\(count); raise --resamples"
    case .tooFewReplicatesTogether(let count, let needed):
      "intervals that hold together lie so far out that they take \(needed) resamples, and there are "
        + "\(count); raise --resamples, or use --ci sandwich or --ci profile"
    case .oneCluster(let name):
      "all battles have the same \(Mention.quoted(name)), so that nothing tells how much clusters differ; leave out "
        + "--cluster, or name a column with more values"
    case .tooFewClusters(let count, let models):
      "\(count) clusters are too few to draw the ratings of \(models) models together: it takes as many "
        + "clusters as models; cluster by a column with more values, or use deadheat rank, whose ranges "
        + "take each pair by itself then"
    case .clusteredPlan:
      "a plan counts battles that are independent of each other; leave out --cluster"
    case .planOfScores(let unit):
      "a plan counts battles, which follow from Elo alone, and these scores are \(unit.words); deadheat rank "
        + "FILE --show details tells which gaps they can show"
        + (unit == .points ? ", and --unit elo takes the points for Elo" : "")
    case .tooFewReplicatesCorrected(let name, let count, let needed):
      "the interval of \(Mention.quoted(name)) ends so far out that it takes "
        + (needed.map { "\($0)" } ?? "too many") + " resamples, and there are \(count); "
        + (needed == nil ? "" : "raise --resamples, or ") + "use --ci sandwich or --ci profile"
    case .noAcceleratedInterval(let name):
      "the BCa interval of \(Mention.quoted(name)) does not exist: nearly all of its resamples lie on one side of its "
        + "rating; use --ci percentile or --ci profile"
    case .tooFewCommon(let matching, let ranked): matching.tooFewMessage(ranked: ranked)
    }
  }
}

extension SetAside.Reason {
  /// What was set aside, after its number, with the option that did it.
  fileprivate var words: String {
    switch self {
    case .filtered: "rows by --where"
    case .badRow: "rows by --bad-rows skip"
    case .noScore: "rows without a score"
    case .noError: "rows without the error of a score"
    case .summary: "rows of totals or averages"
    case .noVerdict: "without a verdict"
    case .selfBattle: "of a model against itself"
    case .tie: "ties by --ties drop"
    case .bothBad: "by --both-bad drop"
    case .excluded: "by --exclude"
    case .fewBattles: "by --min-battles"
    case .outsideComponent: "outside the group that --component keeps"
    }
  }
}

extension EstimateError {
  fileprivate static func waysToCompare(provisional: Int, _ ways: [WayOut]) -> String {
    let out = WayOutWording.afterSemicolon(ways)
    if provisional > 0 {
      let them = provisional == 1 ? "1 is" : "\(provisional) are"
      return "; \(them) provisional: name them to compare them" + out
    }
    return out.isEmpty ? "; add models, or loosen what leaves them out" : out
  }
}

extension FitError {
  /// What happened and what to do, with the names of `roster`.
  func message(_ roster: Roster) -> String {
    switch self {
    case .tooFewModels(0):
      return "no battles are left to rate after all that was set aside; loosen what set them aside"
    case .tooFewModels:

      return
        "there is one model, and ratings come from battles between different ones; add battles "
        + "against another model, or check which columns name the two sides (--columns)"
    case .allTies(let battles):

      return
        "all \(battles) battles are ties: they tell no model from another; add decided battles, "
        + "or check how the winner column is read (--label)"
    case .tooManyModels(let count, let limit):
      return "\(count) models are more than the \(limit) that can be rated together; drop the "
        + "rarest with --min-battles N, or select with --where"
    case .separated(let separation): return separation.message(roster)
    case .tooManyBattlesToResample(let count, let limit):
      return "\(count) battles are more than the \(limit) that can be resampled; use --ci sandwich"
    case .cancelled: return "resampling was stopped"
    case .notConverged(let norm, let iterations):
      return
        "the fit did not converge (gradient \(norm) after \(iterations) steps): the numbers of "
        + "battles differ by more than double precision can hold together; leave out the models with "
        + "the fewest by --min-battles N, or those with the most by --exclude"
    }
  }
}

extension ScoreUnit {
  /// What scores of the unit are, in a sentence.
  var words: String {
    switch self {
    case .elo: "Elo"
    case .points: "points"
    case .share: "shares"
    case .percent: "percentages"
    }
  }
}
