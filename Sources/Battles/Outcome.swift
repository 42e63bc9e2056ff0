/// What a battle between two sides, a and b, came to.
public enum Outcome: UInt8, Sendable, Hashable, CaseIterable {
  /// The first-listed side won.
  case aWins
  /// The second-listed side won.
  case bWins
  /// The judge saw both sides as equal.
  case tie
  /// The judge found both sides bad; scored as a tie unless it is dropped.
  case bothBad

  /// Side a's score: 1 for a win, 0 for a loss, ½ otherwise.
  public var scoreOfA: Double {
    switch self {
    case .aWins: 1
    case .bWins: 0
    case .tie, .bothBad: 0.5
    }
  }

  /// The label that battle files carry for this outcome: `model_a`, `model_b`, `tie`, `both_bad`.
  public var label: String {
    switch self {
    case .aWins: "model_a"
    case .bWins: "model_b"
    case .tie: "tie"
    case .bothBad: "both_bad"
    }
  }

  /// The same battle seen with the two sides exchanged.
  public var mirrored: Outcome {
    switch self {
    case .aWins: .bWins
    case .bWins: .aWins
    case .tie, .bothBad: self
    }
  }
}
