/// How bare numbers and letters of a winner column are meant; the raw values are what `--coding` takes.
public enum LabelCoding: String, Sendable, Equatable, CaseIterable {
  /// Points of side a: 1 is a win, 0 a loss, 0.5 a tie.
  case score
  /// The number of the winning side from 0 on: 0 is side a, 1 is side b, 2 is a tie.
  case index0
  /// The number of the winning side from 1 on: 1 is side a, 2 is side b, 0 or 1.5 is a tie.
  case index1
  /// 1 is side a, −1 is side b, 0 is a tie.
  case signed
  /// Words and letters for the sides, whatever models are called: A is side a, B is side b, C is a tie.
  case sides
  /// Names of models, whatever else they could mean.
  case names
  /// H is the home side, A the away side, D a draw.
  case homeAway = "home-away"
  /// In a square table, numbers are wins of the row's model over the column's.
  case rowWins = "row-wins"
  /// In a square table, numbers are wins of the column's model over the row's.
  case columnWins = "column-wins"

  /// Whether it is about square tables, which have no labels.
  var isOfMatrix: Bool { self == .rowWins || self == .columnWins }
}
