package import Battles
package import EloInference

/// What `agree` has to tell: whether another ordering agrees with the ratings.
package struct AgreeReport: Report {
  /// The command.
  package static let command = "agree"

  /// The agreement.
  package let agreement: Agreement
  /// Where the ratings came from.
  package let provenance: Provenance
  /// What was read of the other file, and what of it was set aside.
  package let other: ReadReport
  /// How many rows the table shows at most; CSV and JSON always have all.
  package let top: Int

  /// How many rows the table shows unless told otherwise.
  package static let defaultTop = 10

  /// A report.
  package init(
    agreement: Agreement, read: ReadReport, other: ReadReport, top: Int = defaultTop
  ) {
    self.agreement = agreement
    provenance = Provenance(
      read, agreement.matching.board, agreement.source, agreement.scale, agreement.warnings)
    self.other = other
    self.top = top
  }

  /// The board's name of a model.
  func name(_ place: PlaceFinding) -> String { agreement.matching.board.names[place.model] }

  /// The other file's name of a model.
  func otherName(_ place: PlaceFinding) -> String { agreement.matching.other.names[place.other] }

  /// Which files the models without a partner are in, with the names that may be meant.
  var unmatched: [UnmatchedModel] {
    let matching = agreement.matching
    let suggestions = matching.suggestions
    let onBoard = matching.onlyOnBoard.map {
      UnmatchedModel(name: matching.board.names[$0], reason: .onlyOnBoard, suggestions: [])
    }
    let inOther = matching.onlyInOther.map { id in
      UnmatchedModel(
        name: matching.other.names[id], reason: .onlyInOther,
        suggestions: suggestions.first { $0.other == id }?.board ?? [])
    }
    let provisional = agreement.provisional.map {
      UnmatchedModel(name: matching.board.names[$0], reason: .provisional, suggestions: [])
    }
    return onBoard + inOther + provisional
  }
}

/// A model that takes no part in an agreement.
struct UnmatchedModel {
  /// Why it takes none; the raw values are stable.
  enum Reason: String, CaseIterable {
    /// The other file does not have it.
    case onlyOnBoard = "only_on_board"
    /// The board does not have it.
    case onlyInOther = "only_in_other"
    /// Both have it, and too little is known of it to rank it.
    case provisional
  }

  /// The name in the file that has it.
  let name: String
  /// Why it takes no part.
  let reason: Reason
  /// Names of the board that may be meant.
  let suggestions: [String]
}
