/// Something that does not stop the work and that the reader must know.
public struct Warning: Sendable, Equatable {
  /// What kind of thing it is; the raw values are stable.
  public enum Code: String, Sendable, Equatable, CaseIterable {
    /// Models whose estimate rests on too few battles to be ranked.
    case provisionalModels = "provisional_models"
    /// Bootstrap replicates in which some models had no finite estimate.
    case degenerateReplicates = "degenerate_replicates"
    /// One ranked model alone, whose rating is where the scale was put.
    case nothingToCompare = "nothing_to_compare"
    /// A prior that pulls ratings by more than intervals allow for.
    case priorPull = "prior_pull"
    /// So few clusters that standard errors across them are themselves uncertain.
    case fewClusters = "few_clusters"
    /// A column such as a judge's, whose values repeat, and battles that count as independent.
    case unnamedClusters = "unnamed_clusters"
    /// Battles have no verdict, and another column may tell it.
    case otherOutcome = "other_outcome"
    /// Names that differ only by case, spaces, Unicode normal form, hidden characters or letters that
    /// look alike.
    case similarNames = "similar_names"
    /// A winner that could be read as a label and as the name of a model.
    case ambiguousWinner = "ambiguous_winner"
    /// A file that was named twice and whose rows count twice.
    case repeatedFile = "repeated_file"
    /// Rows that could not be read and were skipped on request.
    case badRows = "bad_rows"
    /// A board whose scores are rounded, so that small gaps may be rounding.
    case roundedScores = "rounded_scores"
    /// A board's scores, treated as independent.
    case independentScores = "independent_scores"
    /// A column of votes that holds something else than whole numbers, and is left out.
    case unreadableVotes = "unreadable_votes"
    /// A table whose rows are of several boards, such as categories or days.
    case mixedBoards = "mixed_boards"
    /// So many models moved between two snapshots that nothing tells which of them did.
    case noStableReference = "no_stable_reference"
    /// Two snapshots that are the same, or seem to have been named in the wrong order.
    case sameSnapshot = "same_snapshot"
    /// A file without rows, a row of names that matched nothing, and the like.
    case noEffect = "no_effect"
    /// Values that are not UTF-8 and were read in another encoding.
    case otherEncoding = "other_encoding"
    /// A column such as ranks or prices, of which the largest value was given the first place.
    case largestFirst = "largest_first"
    /// Two boards whose scores were measured against different models.
    case differentReferences = "different_references"
  }

  /// What kind of thing it is.
  public let code: Code
  /// One or two sentences for the reader.
  public let text: String

  /// A warning.
  public init(_ code: Code, _ text: String) {
    self.code = code
    self.text = text
  }
}
