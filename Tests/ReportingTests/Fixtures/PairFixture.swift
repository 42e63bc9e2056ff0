import Battles
import EloNumerics

@testable import EloInference
@testable import Reporting

/// Comparisons to report on, built without any inference.
struct PairFixture {
  /// A pair; the verdict follows from the adjusted p-value and the level.
  struct Pair {
    var a = "claude-opus-4-7-thinking"
    var b = "claude-opus-4-6-thinking"
    var ratingOfA: Double
    var ratingOfB: Double
    var standardError: Double
    var p: Double
    var adjustedP: Double?
    var expectedScore = 0.5
    var isProvisional = false
    /// The p-value of equivalence, where a margin is set.
    var equivalenceP = 0.2
  }

  var pairs: [Pair]
  var isBoard = false
  /// What is known of the board beside its level.
  var board: BoardSummary?
  var ties = TieRule.half
  var level = 0.95
  var adjustment = Adjustment.maxT
  var family = TestFamily.asked
  var familyPairs: Int?
  /// Those of Student's t, where battles came in clusters.
  var degreesOfFreedom: Double?
  var replacement: JointReplacement?
  /// The margin of equivalence, where that is asked about.
  var margin: Double?
  var scale = EloScale.standard
  var setAside: [SetAside] = []
  var warnings: [EstimateWarning] = []
  /// Whether the pairs are of neighbours, each with the model that its first one beats.
  var firstBeaten: [String?]?

  static let deadHeat = Pair(
    ratingOfA: 1503, ratingOfB: 1502, standardError: 4.3, p: 0.8165, expectedScore: 0.5014)
  static let ahead = Pair(
    a: "gemini-2.5-pro", b: "o3-2025-04-16", ratingOfA: 1124.0778, ratingOfB: 1079.3946,
    standardError: 4.29, p: 2e-25, expectedScore: 0.5639)
  static let borderline = Pair(
    ratingOfA: 1510, ratingOfB: 1497, standardError: 8.1, p: 0.1085, expectedScore: 0.5187)

  var roster: Roster { Roster(pairs.flatMap { [$0.a, $0.b] }) }

  var report: TestReport {
    let fit = FitSummary(
      battles: 135_624, ties: ties, bothBad: .tie, gauge: .meanOfEstablished, prior: 0,
      objective: -82_345.5, iterations: 6, gradientNorm: 1e-10)
    return TestReport(
      comparison: ComparisonReport(
        roster: roster,
        test: TestSummary(
          adjustment: adjustment, family: family, level: level, criticalValue: 1.96,
          pairs: familyPairs ?? pairs.count, degreesOfFreedom: degreesOfFreedom,
          replacement: replacement),
        equivalence: margin.map {
          EquivalenceSummary(
            margin: $0, adjustment: adjustment.ofEquivalence)
        },
        findings: findings, isDownTheBoard: firstBeaten != nil),
      provenance: Provenance(
        ReadReport(files: ["battles.csv"], rows: 135_634, setAside: setAside), roster,
        isBoard ? .board(board ?? BoardSummary(level: level)) : .battles(fit), scale, warnings))
  }

  func table(width: Int = 80, isColorful: Bool = false) -> String {
    report.rendered(as: .table, style: TerminalStyle(width: width, isColorful: isColorful))
  }

  /// The table's words without its line breaks.
  func prose(width: Int = 80) -> String {
    table(width: width).split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }

  /// The table as a terminal with these abilities shows it, intervals drawn.
  func drawn(
    width: Int, characters: CharacterRange = .unicode, isColorful: Bool = false
  ) -> String {
    let style = TerminalStyle(
      width: width, isColorful: isColorful, characters: characters, drawsIntervals: true)
    return report.rendered(as: .table, style: style)
  }

  func markdown() -> String { report.rendered(as: .markdown, style: TerminalStyle()) }

  func latex() -> String { report.rendered(as: .latex, style: TerminalStyle()) }

  func csv() -> String { report.rendered(as: .csv, style: TerminalStyle()) }

  func json() -> String { report.rendered(as: .json, style: TerminalStyle()) }

  private var findings: [PairFinding] {
    pairs.indices.map { index in
      var finding = finding(pairs[index])
      finding.firstBeaten = firstBeaten?[index].flatMap { roster.id(of: $0) }
      return finding
    }
  }

  private func finding(_ pair: Pair) -> PairFinding {
    let difference = pair.ratingOfA - pair.ratingOfB
    let adjusted = pair.adjustedP ?? pair.p
    let count = Double(adjustment == .none ? 1 : familyPairs ?? pairs.count)
    let equivalence = margin.map { _ in
      EquivalenceFinding(
        p: pair.equivalenceP, adjustedP: min(1, pair.equivalenceP * count),
        lower: difference - 1.645 * pair.standardError,
        upper: difference + 1.645 * pair.standardError,
        smallestMargin: difference.magnitude + 1.645 * pair.standardError)
    }
    return PairFinding(
      a: roster.id(of: pair.a) ?? -1, b: roster.id(of: pair.b) ?? -1,
      ratingOfA: pair.ratingOfA, ratingOfB: pair.ratingOfB, difference: difference,
      lower: difference - 2 * pair.standardError, upper: difference + 2 * pair.standardError,
      standardError: pair.standardError, z: difference / pair.standardError, p: pair.p,
      adjustedP: adjusted,
      verdict: Verdict(
        isDifferent: adjusted < 1 - level,
        isWithinMargin: equivalence.map { $0.adjustedP < 1 - level } ?? false,
        difference: difference),
      expectedScore: board.map { $0.unit == .elo } ?? true ? pair.expectedScore : nil,
      detectableGap: 2.8 * pair.standardError,
      battlesBetween: isBoard ? nil : 1_234, isProvisional: pair.isProvisional,
      equivalence: equivalence)
  }
}
