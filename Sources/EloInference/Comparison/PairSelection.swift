/// Which pairs are asked about.
public enum PairSelection: Sendable, Equatable {
  /// All pairs of these models, in this order; the family is the pairs asked.
  case named([String])
  /// This model and each other established one, down the board; the family is these pairs.
  case against(String)
  /// All pairs of established models, down the board.
  case allPairs
  /// Each established model and the next one down; the family is all pairs.
  case neighbours
}

extension PairSelection {
  /// Which pairs are tested together.
  var family: TestFamily {
    switch self {
    case .named: .asked
    case .against: .against
    case .allPairs, .neighbours: .all
    }
  }
}
