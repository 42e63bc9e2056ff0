internal import Battles
internal import SafeText

/// Tells what the scores of a board are: Elo, shares, or points.
struct BoardUnit: Sendable {
  /// Whether some heading of scores says Elo.
  var saysElo = false
  /// Whether some heading of scores says shares.
  var saysShare = false
  /// Whether some heading of scores has a percent sign.
  var saysPercent = false
  /// Whether the scores are of a ranking of battles by this program.
  var isOfOwnBattles = false

  /// From this magnitude on scores without a word are taken for Elo: no usual points and percentages come
  /// so far, and Elo is mostly counted from 1000 or 1500.
  private static let leastElo = 200.0

  /// Notes what a heading of scores says.
  mutating func note(_ heading: BoardHeading) {
    if heading.saysElo { saysElo = true }
    if heading.saysShare { saysShare = true }
    if heading.hasPercent { saysPercent = true }
  }

  /// The unit of `rows`.
  ///
  /// - Parameters:
  ///   - given: what options say.
  ///   - names: the names of the rows' models.
  /// - Throws: where options say what the numbers cannot be, or some scores only have a percent sign.
  func unit(
    _ rows: [BoardRow], given: ScoreUnit?, names: [String], files: [String]
  ) throws(IngestError) -> ScoreUnit {
    if let given {
      try check(rows, given, names)
      return given
    }
    let percents = rows.count(where: \.isPercent)
    if percents > 0 {
      guard let plain = rows.firstIndex(where: { !$0.isPercent }) else { return .percent }
      let other = rows.firstIndex(where: \.isPercent) ?? plain
      throw .dataset(
        files: files,
        what: "the score of \(quoted(names[other])) has a percent sign and that of "
          + "\(quoted(names[plain])), on line \(rows[plain].place.line), has none",
        remedy: "write all scores in one unit, or say it with --unit percent")
    }
    if isOfOwnBattles || saysElo { return .elo }
    let values = rows.map(\.rating)
    if saysShare {
      if values.allSatisfy({ (0...1).contains($0) }) {
        guard saysPercent, values.contains(where: { $0 > 0 }) else { return .share }
        throw .dataset(
          files: files,
          what:
            "the heading of the scores has a percent sign, and all are from 0 to 1: they may be "
            + "shares, or percentages of at most 1",
          remedy: "say which: --unit share, or --unit percent")
      }
      if values.allSatisfy({ (0...100).contains($0) }) { return .percent }
    }
    let largest = values.map(\.magnitude).max() ?? 0
    return largest >= Self.leastElo ? .elo : .points
  }

  private func check(
    _ rows: [BoardRow], _ unit: ScoreUnit, _ names: [String]
  ) throws(IngestError) {
    let range: ClosedRange<Double>
    switch unit {
    case .elo, .points: return
    case .share: range = 0...1
    case .percent: range = 0...100
    }
    guard let outside = rows.firstIndex(where: { !range.contains($0.rating) }) else { return }
    throw .usage(
      what: "--unit \(unit.rawValue) needs scores from 0 to \(Int(range.upperBound)), and "
        + "\(quoted(names[outside])) has \(rows[outside].rating)",
      remedy: unit == .share
        ? "say --unit percent, or --unit points" : "say --unit points, or --unit elo")
  }
}
