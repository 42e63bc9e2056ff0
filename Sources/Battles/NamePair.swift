/// A model that goes by another name elsewhere.
public struct NamePair: Sendable {
  /// The name on the board, or in the battles.
  public let board: String
  /// The name in the other file.
  public let other: String

  /// `board` is called `other` in the other file.
  public init(board: String, other: String) {
    self.board = board
    self.other = other
  }
}

extension NamePair: Equatable {
  /// Whether both names are the same bytes.
  public static func == (first: NamePair, second: NamePair) -> Bool {
    Roster.areSame(first.board, second.board) && Roster.areSame(first.other, second.other)
  }
}
