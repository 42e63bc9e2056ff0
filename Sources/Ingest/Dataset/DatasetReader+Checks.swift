internal import Battles
internal import SafeText

/// What options and rows must agree in, and what is told of rows that count all the same.
extension DatasetReader {
  /// A warning where another column may tell what battles without a verdict came to.
  func otherOutcome(_ heading: String, _ count: Int) -> Warning {
    Warning(
      .otherOutcome,
      "\(count) battle\(count == 1 ? " has" : "s have") no verdict, and another column may tell it: --columns "
        + ShellWord.assignment("winner=\(heading)") + ".")
  }

  /// A warning where the two battles of a row count as independent.
  var looseGames: Warning {
    Warning(
      .unnamedClusters,
      "Each row tells of two battles on one question, which count as independent: errors are larger than told "
        + "here."
        + (options.games == .cluster
          ? " Allow for it with --cluster and the column of questions." : ""))
  }

  /// Sees that options about judgments meet some.
  func requireJudgments() throws(IngestError) {
    if options.baseline != nil, !collector.battles.areJudgments {
      throw .usage(
        what:
          "--baseline is about judgments of models against one model, two games a row, and these "
          + "battles have both sides", remedy: "leave it out")
    }
    if options.strongWeight != 1,
      !collector.battles.allGroups.contains(where: { $0.labels.labels.contains(where: \.isStrong) })
    {
      throw .usage(
        what: "--strong-weight is about verdicts such as A>>B, and there are none",
        remedy: "leave it out")
    }
  }

  /// Sees that options about one form of files have an effect.
  func requireEffect() throws(IngestError) {
    let found = Set(forms.map(\.form))
    if options.header != .first, !found.contains(.delimited) {
      throw .usage(
        what: "--header is about CSV and other delimited text, and there is none",
        remedy: "leave it out")
    }
    if options.notANumber != .refuse, !found.contains(.json) {
      throw .usage(what: "--nan is about JSON, and there is none", remedy: "leave it out")
    }
  }

  /// Sees that numbers of rows are not taken for numbers of battles.
  func requireCounts() throws(IngestError) {
    guard let range = collector.battles.rowNumbers.numbering(lost: tally.bad) else { return }
    let heading = collector.used.first { $0.role == "count" }?.heading ?? "n"
    throw .dataset(
      files: files,
      what:
        "\(Mention.name(heading)) may number the rows, from \(range.least) to \(range.largest), or count battles",
      remedy: "say that it counts battles with --columns "
        + ShellWord.assignment("count=\(heading)") + ", or rename the column")
  }
}
