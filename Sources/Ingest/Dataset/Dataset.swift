public import Battles

/// What the input turned out to be: battles, or a board with published scores.
public enum Dataset: Sendable, Equatable {
  /// Battles, collapsed to cells.
  case battles(Cells)
  /// A published board: a score and its uncertainty for each model.
  case board(PublishedScores)
}

/// A data set and the account of how it was read.
public struct ReadResult: Sendable, Equatable {
  /// What was read.
  public let dataset: Dataset
  /// How many rows there were, what was set aside, and what the reader should know.
  public let report: ReadReport
  /// Those of the options' `watchedNames` that no row has, also none that was set aside.
  public let unmetNames: [String]
  /// Where there are such, the other names that rows have, rows that were set aside too: what may have
  /// been meant.
  public let otherNames: [String]

  /// A data set with its account.
  public init(
    dataset: Dataset, report: ReadReport, unmetNames: [String] = [], otherNames: [String] = []
  ) {
    self.otherNames = otherNames
    self.dataset = dataset
    self.report = report
    self.unmetNames = unmetNames
  }
}
