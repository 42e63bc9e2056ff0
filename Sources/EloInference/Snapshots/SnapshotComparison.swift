import Battles
public import EloNumerics

/// What changed between two snapshots of one leaderboard, and what of it is real.
public struct SnapshotComparison: Sendable {
  /// How the two were taken to hang together.
  public let overlap: Overlap
  /// Why.
  public let overlapReason: OverlapReason
  /// Whether most models are not shown to have moved against each other, so that they are what the others
  /// moved against. Where not, no model is said to have moved, as half of them may have as well as the
  /// other half, and changes are against the mean of all.
  public let hasStableReference: Bool
  /// Where boards are nested: the models whose votes fell or whose variance did not shrink, which cannot
  /// be; they are compared as if independent. By name, down the new board.
  public let notNested: [String]
  /// Where snapshots are nested: the models of which the new one has no votes or battles that the old one
  /// did not have. Nothing of their own can have moved them, so their moves are not judged. By name, down
  /// the new board.
  public let withoutNewData: [String]
  /// What all common models moved by together, in points: the mean of the changes of those that are
  /// not shown to have moved, each weighted by its precision. It is taken out of every change,
  /// because ratings mean something by their differences only.
  public let shift: Double
  /// How the moves were tested.
  public let test: MoveTest
  /// The models that are ranked in both, from the highest new rating down.
  public let moves: [MoveFinding]
  /// The models that are ranked in the new snapshot only, from the highest rating down.
  public let entered: [SnapshotPlace]
  /// The models that are ranked in the old snapshot only, from the highest rating down.
  public let left: [SnapshotPlace]
  /// The models that were tied for first, from the highest rating down.
  public let tiedForFirstOld: [String]
  /// The models that are tied for first, from the highest rating down.
  public let tiedForFirstNew: [String]
  /// The scale of the ratings.
  public let scale: EloScale
  /// The model that the old board was measured against, whose score is exact; `nil` where there is none.
  public let oldReference: String?
  /// The same of the new board.
  public let newReference: String?

  /// The model that is exact on both boards, which all changes are then against; `nil` where there is none.
  public var reference: String? {
    guard let oldReference, let newReference, Roster.areSame(oldReference, newReference),
      moves.contains(where: { Roster.areSame($0.name, newReference) })
    else { return nil }
    return newReference
  }

  /// Whether the set of models that are tied for first neither lost nor gained one.
  public var isFrozen: Bool { Roster(tiedForFirstOld) == Roster(tiedForFirstNew) }

  /// What the reader must know of the comparison itself.
  public var warnings: [SnapshotWarning] {
    var warnings: [SnapshotWarning] = []
    if !hasStableReference { warnings.append(.noStableReference) }
    if let oldReference, let newReference, !Roster.areSame(oldReference, newReference) {
      warnings.append(.differentReferences(old: oldReference, new: newReference))
    }
    switch overlapReason {
    case .same: warnings.append(.sameSnapshot)
    case .swapped: warnings.append(.wrongOrder)
    default: break
    }
    return warnings
  }

  /// Why two snapshots are taken to be nested or independent.
  public enum OverlapReason: String, Sendable, Equatable, CaseIterable {
    /// It was asked for.
    case asked
    /// The rows of the old snapshot are known to be rows of the new one.
    case sameRows = "same_rows"
    /// The two are known to share no row.
    case noRows = "no_rows"
    /// The two are known to share some rows.
    case someRows = "some_rows"
    /// The two are the same.
    case same
    /// Nothing was told of battles, and the new ones may be among the old ones: perhaps the two were
    /// named in the wrong order.
    case swapped
    /// Nothing was told of battles. The old ones may be among the new ones: each cell has as many there.
    case possible
    /// Not each old cell of battles is in the new ones, so that they are not nested.
    case notContained = "not_contained"
    /// Nothing tells how boards, or a board and battles, hang together: independence is assumed.
    case unknown
  }
}

/// A model's place in one snapshot.
public struct SnapshotPlace: Sendable, Equatable {
  /// The model.
  public let name: String
  /// Its rating.
  public let rating: Double
  /// Its place by rating among the ranked models of the snapshot, from 1.
  public let rank: Int
}

/// How the moves of all models were tested.
public struct MoveTest: Sendable, Equatable {
  /// The adjustment for the number of models.
  public let adjustment: Adjustment
  /// One minus the error rate that the adjustment controls.
  public let level: Double
  /// How many standard errors a move must exceed in the first step; `nil` where the adjustment has no
  /// single value.
  public let criticalValue: Double?
  /// The number of models in the family: those in both snapshots whose moves are judged.
  public let models: Int
}

/// How one model moved between two snapshots, on the scale of the ratings.
public struct MoveFinding: Sendable, Equatable {
  /// The model.
  public let name: String
  /// Its rating in the old snapshot.
  public let oldRating: Double
  /// Its rating in the new snapshot.
  public let newRating: Double
  /// New less old, less what all models moved by together.
  public let change: Double
  /// The standard error of the change; `nil` for a model whose move is not judged.
  public let standardError: Double?
  /// The change in standard errors; `nil` likewise.
  public let z: Double?
  /// The two-sided p-value of this model by itself; `nil` likewise.
  public let p: Double?
  /// The p-value adjusted for all models that are judged; `nil` likewise.
  public let adjustedP: Double?
  /// Whether the rating really moved, against the others, at the level of the test.
  public let isReal: Bool
  /// The place by rating among the ranked models of the old snapshot.
  public let oldRank: Int
  /// The place by rating among the ranked models of the new snapshot.
  public let newRank: Int
  /// How many more models of those in both it passed than passed it; negative where it fell.
  public let placesGained: Int
  /// What the move in rank comes to.
  public let rankMove: RankMove
}

/// What a change of rank comes to.
public enum RankMove: String, Sendable, Equatable, CaseIterable {
  /// The rank is the same.
  case none
  /// The rating really moved, in the direction of the place among the models in both.
  case real
  /// Among the models in both it passed, or was passed by, none but models that really moved.
  case passed
  /// Neither: chance alone changes ranks so.
  case noise
  /// Nothing tells which models moved.
  case unknown
  /// The order among the models of both snapshots is the same: others entered or left.
  case displaced
}
