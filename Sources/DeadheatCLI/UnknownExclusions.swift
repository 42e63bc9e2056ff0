import Battles
import Ingest
import SafeText

/// The models that `--exclude` names and that stand in no row, also none that is set aside.
struct UnknownExclusions {
  private let names: [String]
  private let known: Roster
  private let files: [String]

  /// What was looked for in vain when `result` was read.
  init(_ result: ReadResult) {
    names = result.unmetNames
    files = result.report.files
    let roster =
      switch result.dataset {
      case .battles(let cells): cells.roster
      case .board(let scores): scores.roster
      }
    // Blanks around names are trimmed where rows are read.
    let others = result.otherNames.filter { $0.first != " " && $0.last != " " }
    known = names.isEmpty ? roster : Roster(roster.names + others)
  }

  private init(names: [String], known: Roster, files: [String]) {
    self.names = names
    self.known = known
    self.files = files
  }

  /// Those that are unknown in both of two data sets.
  func and(_ other: UnknownExclusions) -> UnknownExclusions {
    let others = Roster(other.names)
    return UnknownExclusions(
      names: names.filter { others.id(of: $0) != nil },
      known: Roster(known.names + other.known.names),
      files: files + other.files.filter { file in !files.contains { Roster.areSame($0, file) } })
  }

  /// The error for them all; `nil` where there is none.
  var error: IngestError? {
    guard let first = names.first else { return nil }
    guard names.count == 1 else {
      let shown = names.prefix(Mention.most).map(Mention.quoted)
      let list =
        shown.count == names.count
        ? Mention.conjunction(shown) : Mention.list(shown, of: names.count)
      return .dataset(
        files: files, what: "no models are named \(list), which --exclude is to leave out",
        remedy: "correct the names; there are \(listing)")
    }
    let similar = nearest(to: first, among: known.names)
    return .dataset(
      files: files,
      what: "no model is named \(Mention.quoted(first)), which --exclude is to leave out",
      remedy: similar.isEmpty
        ? "correct the name; there are \(listing)" : didYouMean(Mention.choice(similar)))
  }

  private var listing: String { Mention.names(known.names) }
}
