internal import Battles
internal import SafeText

/// Looks for pairs of models whose numbers of wins are there from both sides.
struct MirroredPairSearch {
  /// The wins, losses and ties of one row.
  private struct Score: Equatable {
    var wins = 0
    var losses = 0
    var ties = 0

    var mirrored: Score { Score(wins: losses, losses: wins, ties: ties) }
    var total: Int { wins + losses + ties }
  }

  /// Pairs of ids, the one that is the smaller in the order of names first, whose two rows say the same.
  private(set) var pairs: Set<[Int32]> = []
  /// Whether so many numbers are the same that they can hardly be of other battles.
  private(set) var isTelling = false

  /// Looks at battles, which are sums over rows; clusters do not matter.
  ///
  /// - Parameter areGames: whether rows are games of a side against its opponent: a list from both sides has
  ///   each of them twice.
  init(_ cells: [Cell], areGames: Bool = false) {
    var scores: [[Int32]: Score] = [:]
    for cell in cells where cell.a != cell.b {
      switch cell.outcome {
      case .aWins: scores[[cell.a, cell.b], default: Score()].wins += cell.count
      case .bWins: scores[[cell.a, cell.b], default: Score()].losses += cell.count
      case .tie, .bothBad: scores[[cell.a, cell.b], default: Score()].ties += cell.count
      }
    }
    var battles = 0
    for (pair, score) in scores where pair[0] < pair[1] {
      guard let other = scores[[pair[1], pair[0]]] else { continue }
      guard other == score.mirrored else {
        pairs = []
        return
      }
      pairs.insert(pair)
      battles += score.total
    }
    // Two pairs that met once each way may well have come out the same.
    isTelling =
      areGames
      ? !pairs.isEmpty && 2 * pairs.count == scores.count
      : !pairs.isEmpty && battles >= (pairs.count > 1 ? 5 : 10) * pairs.count
  }

  /// The battles without those that are there from the other side, too.
  func dropping(_ cells: [Cell]) -> [Cell] {
    cells.filter { !($0.a > $0.b && pairs.contains([$0.b, $0.a])) }
  }

  /// The error for a table in which nothing tells whether rows say the same.
  func error(_ files: [String], _ names: [String]) -> IngestError {
    let pair = pairs.min { $0.lexicographicallyPrecedes($1) }.map { pair in
      " such as \(quoted(names[Int(pair[0])])) and \(quoted(names[Int(pair[1])]))"
    }
    return .dataset(
      files: files,
      what: "pairs\(pair ?? "") stand in the table from both sides with the same numbers "
        + "(\(pairs.count) pair\(pairs.count == 1 ? "" : "s")): the same battles twice, or others that "
        + "came out the same",
      remedy: "say it: --mirrored drop counts each pair once, --mirrored keep counts both rows")
  }
}
