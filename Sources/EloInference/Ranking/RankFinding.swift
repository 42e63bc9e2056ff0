/// What is known of one model's place on a leaderboard. Ratings are on the Elo scale.
public struct RankFinding: Sendable, Equatable {
  /// The model's id in the roster.
  public let model: Int
  /// The place by rating among the established models from 1; `nil` for a provisional model.
  public let rank: Int?
  /// The ranks that the data do not exclude.
  public let rankRange: ClosedRange<Int>
  /// The best place that overlapping intervals leave, as arenas count: 1 + the number of other ranked
  /// models whose lower end lies above this one's upper end. Ends that touch overlap.
  public let arenaRank: Int
  /// The worst place that overlapping intervals leave, as arenas count: 1 + the number of other ranked
  /// models whose upper end lies above this one's lower end. Ends that touch do not count.
  public let arenaRankUpper: Int
  /// The rating.
  public let rating: Double
  /// The lower end of the rating's interval.
  public let lower: Double
  /// The upper end of the rating's interval.
  public let upper: Double
  /// The standard error of the rating.
  public let standardError: Double
  /// The quasi-standard error; `nil` where it does not exist.
  public let quasiStandardError: Double?
  /// The battles, or the votes that a board tells; `nil` where it tells none.
  public let battles: Int?
  /// Battles won; `nil` for a board.
  public let wins: Int?
  /// Battles lost; `nil` for a board.
  public let losses: Int?
  /// Battles tied; `nil` for a board.
  public let ties: Int?
  /// Whether the model may be the best one.
  public let isTiedForFirst: Bool
  /// Whether the model can be among the best that were asked for; `nil` for a provisional model, or
  /// where nobody asked.
  public let isAmongBest: Bool?
  /// Whether too little is known of the model to rank it.
  public let isProvisional: Bool
  /// Why; `nil` for a model that is ranked.
  public let provisionalReason: ProvisionalReason?
  /// The model's letters, from 0; two models share one exactly if they are not separated. Empty
  /// where more letters would be needed than anyone could read.
  public let letters: [Int]
  /// The gap to a neighbour on the board that these data would find with power 0.8; `nil` without
  /// a neighbour.
  public let detectableGap: Double?
}
