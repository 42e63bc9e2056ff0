/// How an estimate came about, for the reader.
public enum EstimateSource: Sendable, Equatable {
  /// Fitted to battles.
  case battles(FitSummary)
  /// Taken from a published board.
  case board(BoardSummary)

  /// The board; `nil` for battles.
  public var board: BoardSummary? { if case .board(let board) = self { board } else { nil } }
}

extension Estimate {
  /// How the estimate came about, for the reader.
  public var source: EstimateSource {
    switch origin {
    case .battles(let record): .battles(record.summary)
    case .published(let scores): .board(BoardSummary(scores))
    }
  }
}
