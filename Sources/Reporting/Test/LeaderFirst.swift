internal import EloInference

/// A comparison seen from the model with the higher rating, as sentences tell it.
struct LeaderFirst {
  /// The comparison as it was asked for.
  let finding: PairFinding
  /// The id of the model with the higher rating; the first where they are equal.
  let leader: Int
  /// The id of the other.
  let trailer: Int
  /// The rating of the leader.
  let ratingOfLeader: Double
  /// The rating of the other.
  let ratingOfTrailer: Double
  /// The gap, not negative.
  let difference: Double
  /// The lower end of the gap's interval.
  let lower: Double
  /// The upper end of the gap's interval.
  let upper: Double
  /// The share of points that the leader is expected to score; `nil` where ratings are not Elo.
  let expectedScore: Double?

  /// `finding`, or its mirror image where b leads.
  init(_ finding: PairFinding) {
    let isMirrored = finding.difference < 0
    self.finding = finding
    leader = isMirrored ? finding.b : finding.a
    trailer = isMirrored ? finding.a : finding.b
    ratingOfLeader = isMirrored ? finding.ratingOfB : finding.ratingOfA
    ratingOfTrailer = isMirrored ? finding.ratingOfA : finding.ratingOfB
    difference = finding.difference.magnitude
    lower = isMirrored ? -finding.upper : finding.lower
    upper = isMirrored ? -finding.lower : finding.upper
    expectedScore = finding.expectedScore.map { isMirrored ? 1 - $0 : $0 }
  }
}
