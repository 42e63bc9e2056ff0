/// What pairs of numbers beside scores are, where headings do not say it.
enum IntervalReading: Sendable {
  /// The ends of intervals.
  case ends
  /// How far intervals reach down and up.
  case reaches
}

/// Pairs of numbers of a whole board, of which the scores tell what they are: a score lies between the ends
/// of its interval, and hardly ever between two half-widths.
struct OpenPairs: Sendable {
  /// A score with its pair.
  struct Pair: Sendable {
    var rating: Double
    var first: Double
    var second: Double
    /// Whether a plus sign is written before the first.
    var plusFirst: Bool

    /// Whether the score lies between the two.
    var holdsScore: Bool { first <= rating && rating <= second }
  }

  /// What the pairs came to.
  enum Decision: Equatable {
    /// They are one thing, with which some rows may not agree.
    case settled(IntervalReading)
    /// They can be both.
    case both
    /// Some of them can be the one only, and some only the other.
    case mixed
  }

  /// The pairs in the order of the rows.
  private(set) var pairs: [Pair] = []

  /// Adds the pair of a row.
  mutating func append(_ pair: Pair) { pairs.append(pair) }

  /// What all of the pairs are.
  func decision() -> Decision {
    let holding = pairs.count(where: \.holdsScore)
    let isReachable = canReach
    if holding == pairs.count {
      return isReachable && !isFarNarrowerAsEnds ? .both : .settled(.ends)
    }
    guard isReachable else {
      return holding * 2 > pairs.count ? .settled(.ends) : .mixed
    }
    // By chance a score may lie between its half-widths, and a row may be wrong.
    if holding * 2 < pairs.count { return .settled(.reaches) }
    if (pairs.count - holding) * 4 <= pairs.count { return .settled(.ends) }
    return .mixed
  }

  /// Whether the pairs may tell how far intervals reach: down without a sign or with a minus in all rows.
  private var canReach: Bool {
    pairs.allSatisfy { $0.second >= 0 && !$0.plusFirst }
      && (pairs.allSatisfy { $0.first >= 0 } || pairs.allSatisfy { $0.first <= 0 })
  }

  /// Whether ends make intervals that are narrower by far: half-widths would have to be all but the same
  /// down and up, with the score between them in every row.
  private var isFarNarrowerAsEnds: Bool {
    pairs.allSatisfy { $0.first >= 0 }
      && pairs.allSatisfy { ($0.second - $0.first) * 4 <= $0.first + $0.second }
  }
}
