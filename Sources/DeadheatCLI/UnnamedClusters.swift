import Battles
import CommandLineKit
import EloInference
import Ingest
import KernelDispatch
import SafeText

/// What columns of clusters that nobody named do to errors: measured, by reading the files once more with each
/// as the clusters.
///
/// Of long files with many clusters a part is enough: whole clusters, of about a hundred thousand rows.
struct UnnamedClusters {
  /// Design effects below this change no reader's mind.
  static let least = 1.1
  /// The rows from whose double on only a part of the clusters is looked at.
  private static let fewRows = 100_000
  /// The clusters that a part must have, so that a few large ones do not decide.
  private static let manyClusters = 300

  let files: [FilePath]
  let options: ReadOptions
  let model: ModelOptions
  let statistics: StatisticsOptions

  /// A column with what was measured of it.
  private struct Finding {
    let column: String
    let effect: DesignEffect
    let halvings: Int
  }

  /// A warning on the columns that `report` names, where they widen errors enough to matter and --cluster
  /// could allow for it; of a stream, which is read once, that it was not measured.
  func warning(_ report: ReadReport) -> Warning? {
    let columns = report.repeatedColumns.prefix(Mention.most)
    guard let first = columns.first else { return nil }
    guard files.allSatisfy({ InputFile.canBeReadAgain($0) }) else { return unmeasured(first) }
    let findings = columns.compactMap { measured($0, rows: report.rows) }
      .filter { $0.effect.ratio >= Self.least }
      .sorted { $0.effect.ratio > $1.effect.ratio }
    guard let worst = findings.first else { return nil }
    let others = findings.dropFirst().map {
      "of \(Mention.quoted($0.column)) \(Self.text($0.effect.ratio))"
    }
    let more = others.isEmpty ? "" : "; " + others.joined(separator: ", ")
    let count = worst.effect.clusters << worst.halvings
    let values =
      worst.halvings == 0
      ? "its \(count) values"
      : "about \(count) values, measured on 1 in \(1 << worst.halvings) of them,"
    return Warning(
      .unnamedClusters,
      "Battles count as independent, and those that share a value of \(Mention.quoted(worst.column)) go the "
        + "same way more often than others: by \(values) the variance of ratings is "
        + "\(Self.text(worst.effect.ratio)) times as large (the median design effect\(more)), so that "
        + "intervals should be about \(Self.text(worst.effect.ratio.squareRoot())) times as wide. Allow for "
        + "it with --cluster \(ShellWord.quoted(worst.column)).")
  }

  private func unmeasured(_ column: String) -> Warning {
    Warning(
      .unnamedClusters,
      "Battles count as independent, and values of \(Mention.quoted(column)) repeat. Whether battles that "
        + "share one tend to go the same way, so that intervals are too narrow, is measured of files only: "
        + "name the file, or allow for it with --cluster \(ShellWord.quoted(column)).")
  }

  private func measured(_ column: String, rows: Int) -> Finding? {
    var halvings = 0
    while rows >> (halvings + 1) >= Self.fewRows { halvings += 1 }
    if halvings > 0, let effect = effect(column, halvings: halvings),
      effect.clusters >= Self.manyClusters
    {
      return Finding(column: column, effect: effect, halvings: halvings)
    }
    return effect(column, halvings: 0).map { Finding(column: column, effect: $0, halvings: 0) }
  }

  /// `nil` also where the column cannot be read as clusters: who names it is told why.
  private func effect(_ column: String, halvings: Int) -> DesignEffect? {
    var options = options
    options.cluster = column
    options.clusterHalvings = halvings
    options.watchedNames = []
    guard let result = try? readDataset(files.map(\.input), options: options),
      case .battles(let cells) = result.dataset
    else { return nil }
    return DesignEffect(
      of: model.selection.applied(to: cells).cells,
      options: model.estimateOptions(statistics, cluster: column),
      kernels: statistics.kernels.table)
  }

  /// One decimal, as the measure itself is not known better.
  private static func text(_ ratio: Double) -> String {
    let tenths = Int((min(ratio, 1e6) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
