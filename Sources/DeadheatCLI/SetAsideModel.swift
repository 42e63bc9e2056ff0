import Battles
import Ingest
import SafeText

extension ModelOptions {
  /// What to tell of a model that was named and is not among those that are left, where options set
  /// models aside; `nil` where none did.
  ///
  /// Whether it was one of them is not known any more, except for `--exclude`.
  func setAsideError(_ name: String, _ report: ReadReport) -> IngestError? {
    if excluded.contains(where: { Roster.areSame($0, name) }) {
      return .dataset(
        files: report.files, what: "\(Mention.quoted(name)) was left out by --exclude",
        remedy: "leave out that option, or name another model")
    }
    let others = report.setAside.compactMap { setAside -> String? in
      let battles = "\(setAside.count) \(setAside.count == 1 ? "battle" : "battles")"
      return switch setAside.reason {
      case .fewBattles: "\(battles) of models with too few by --min-battles"
      case .outsideComponent: "\(battles) outside the group that --component keeps"
      default: nil
      }
    }
    guard !others.isEmpty else { return nil }
    return .dataset(
      files: report.files,
      what: "\(Mention.quoted(name)) is not among the models that are left; set aside were "
        + others.joined(separator: " and "),
      remedy: "check the name, or leave out what set models aside")
  }
}
