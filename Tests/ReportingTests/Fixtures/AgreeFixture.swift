import Battles
import EloNumerics

@testable import EloInference
@testable import Reporting

/// Agreements to report on, from ratings and values by hand.
struct AgreeFixture {
  var otherSetAside: [SetAside] = []
  /// Names of the board with rating, value and rank range, down the board.
  var models: [(name: String, rating: Double, value: Double, range: ClosedRange<Int>)] = [
    ("gemini-2.5-pro", 1124.1, 1.38e12, 1...1), ("o3-2025-04-16", 1079.4, 1.99e12, 2...3),
    ("claude-opus-4", 1076.5, 338e9, 2...3), ("gpt-4.1", 1040, 1.13e12, 4...4),
  ]
  var onlyOnBoard: [String] = []
  var onlyInOther: [String] = []
  var label = "tokens"
  var direction = MidRanks.Direction.descending
  var isBoard = true
  var level = 0.95
  var samples = 99
  /// What the redraws make of Kendall's τ-b.
  var redrawn = -0.25...0.75
  var setAside: [SetAside] = []
  var warnings: [EstimateWarning] = []
  var top = AgreeReport.defaultTop
  /// Models that only give way to others.
  var displaced: Set<String> = []

  var report: AgreeReport {
    let board = Roster(models.map(\.name) + onlyOnBoard)
    let other = Roster(models.map(\.name) + onlyInOther)
    let ratings = MidRanks(models.map(\.rating))
    let values = MidRanks(models.map(\.value), direction)
    let correlation = RankCorrelation(ratings, values)
    let isDefined = correlation.kendall != nil
    let places = models.enumerated().map { place, model in
      let span = values.span(place)
      return PlaceFinding(
        model: board.id(of: model.name) ?? -1, other: other.id(of: model.name) ?? -1,
        rating: model.rating, value: model.value, ratingRank: ratings.place(place),
        rankRange: model.range, otherRank: values.place(place), otherSpan: span,
        isClear: !model.range.overlaps(span) && !displaced.contains(model.name),
        isDisplaced: displaced.contains(model.name))
    }
    let fit = FitSummary(
      battles: 135_624, ties: .half, bothBad: .tie, gauge: .meanOfEstablished, prior: 0,
      objective: -82_345.5, iterations: 6, gradientNorm: 1e-10)
    let agreement = Agreement(
      matching: NameMatching(board: board, other: other), provisional: [], label: label,
      direction: direction, correlation: correlation,
      permutation: isDefined
        ? PermutationTest(ratings, values, samples: samples, seed: 0) : nil,
      redraws: isDefined ? Redraws(count: 1000, kendall: redrawn, spearman: -0.5...0.8) : nil,
      seed: 0,
      test: TestSummary(
        adjustment: .maxT, family: .all, level: level, criticalValue: 2.57,
        pairs: correlation.pairCount),
      places: places, source: isBoard ? .board(BoardSummary(level: level)) : .battles(fit),
      scale: .standard,
      warnings: warnings)
    return AgreeReport(
      agreement: agreement,
      read: ReadReport(files: ["board.csv"], rows: models.count, setAside: setAside),
      other: ReadReport(files: ["usage.csv"], rows: 9, setAside: otherSetAside),
      top: top)
  }

  func text(_ format: OutputFormat = .table, width: Int = 80) -> String {
    report.rendered(as: format, style: TerminalStyle(width: width))
  }

  /// The table's words without its line breaks.
  var prose: String { text().split { $0 == "\n" || $0 == " " }.joined(separator: " ") }
}
