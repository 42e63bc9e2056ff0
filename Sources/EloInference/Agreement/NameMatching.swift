public import Battles

/// Which models of a board are which of another file.
///
/// Names match where they are the same bytes, or where they were paired by hand; a guess is never
/// acted on.
public struct NameMatching: Sendable, Equatable {
  /// A model that both have.
  public struct Pair: Sendable, Equatable {
    /// Its id in the board's roster.
    public let board: Int
    /// Its id in the other roster.
    public let other: Int
  }

  /// The models of the board.
  public let board: Roster
  /// The names of the other file.
  public let other: Roster
  /// The models that both have, by the board's id.
  public let pairs: [Pair]
  /// The board's ids that nothing matches.
  public let onlyOnBoard: [Int]
  /// The other file's ids that nothing matches.
  public let onlyInOther: [Int]
  /// The pairs by hand of which one name or both do not occur.
  public let unused: [NamePair]

  /// Matches two rosters; `byHand` comes before names that are the same.
  ///
  /// - Precondition: no name stands twice on one side of `byHand`.
  /// - Complexity: O(n log n).
  public init(board: Roster, other: Roster, byHand: [NamePair] = []) {
    var partner = [Int?](repeating: nil, count: board.count)
    var isTaken = [Bool](repeating: false, count: other.count)
    var unused: [NamePair] = []
    for pair in byHand {
      guard let own = board.id(of: pair.board), let its = other.id(of: pair.other) else {
        unused.append(pair)
        continue
      }
      precondition(partner[own] == nil && !isTaken[its], "a name is paired once")
      partner[own] = its
      isTaken[its] = true
    }
    for (own, name) in board.names.enumerated() where partner[own] == nil {
      guard let its = other.id(of: name), !isTaken[its] else { continue }
      partner[own] = its
      isTaken[its] = true
    }
    self.board = board
    self.other = other
    self.unused = unused
    pairs = board.names.indices.compactMap { own in
      partner[own].map { Pair(board: own, other: $0) }
    }
    onlyOnBoard = board.names.indices.filter { partner[$0] == nil }
    onlyInOther = other.names.indices.filter { !isTaken[$0] }
  }
}
