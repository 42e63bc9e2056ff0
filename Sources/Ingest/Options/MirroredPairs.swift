/// What is done about a table that lists each pair of models twice, once from each side.
public enum MirroredPairs: String, Sendable, Equatable, CaseIterable {
  /// Both rows are battles.
  case keep
  /// The second row says the same as the first, and is left out.
  case drop
}
