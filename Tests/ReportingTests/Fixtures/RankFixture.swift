import Battles
import EloNumerics

@testable import EloInference
@testable import Reporting

/// Leaderboards to report on, built without any inference.
struct RankFixture {
  /// A model of a board, given from the highest rating down.
  struct Model {
    var name: String
    var rating: Double
    var halfWidth = 7.2
    var range: ClosedRange<Int>
    var battles: Int? = 4_325
    var isFirst = false
    var isProvisional = false
    /// What is known of first place for a model that is provisional.
    var standing = UnrankedModel.Standing.notJudged
    var isAmongBest: Bool?
  }

  var models: [Model]
  var isBoard = false
  /// What is known of the board beside its level.
  var board: BoardSummary?
  var level = 0.95
  var adjustment = Adjustment.maxT
  var family = TestFamily.all
  var ties = TieRule.half
  var bothBad = BothBadRule.tie
  var gauge = Gauge.meanOfEstablished
  var prior = 0.0
  var waysToRank: [WayOut] = []
  var method = IntervalMethod.percentile
  /// Which intervals hold together, and how many standard errors they extend.
  var intervals: IntervalFamily?
  var criticalValue: Double?
  var scale = EloScale.standard
  var setAside: [SetAside] = []
  var warnings: [EstimateWarning] = []
  var quasiStandardError: Double? = 3.25
  var top: Int?
  /// How many best models were asked for, and which models, by name, can be among them.
  var best: (size: Int, names: [String])?
  var view = RankView.ratings
  /// Models outside of the group that was fitted.
  var outsiders: [UnrankedModel] = []

  /// Six models, of which the first leads alone and the last is provisional.
  static let small = RankFixture(models: [
    Model(name: "gemini-2.5-pro", rating: 1124.0778, range: 1...1, battles: 4325, isFirst: true),
    Model(name: "o3-2025-04-16", rating: 1079.3946, range: 2...3, battles: 5621),
    Model(name: "claude-opus-4-20250514", rating: 1076.5, range: 2...3, battles: 12_345),
    Model(name: "gpt-4o-2024-11-20", rating: 996.49, range: 4...5, battles: 7001),
    Model(name: "mistral-small", rating: 991.5, halfWidth: 20, range: 4...5, battles: 31),
    Model(
      name: "newcomer", rating: 1003.2, halfWidth: 470, range: 1...5, battles: 2,
      isProvisional: true),
  ])

  /// `count` models tied for first, in front of two that are not.
  static func tied(_ count: Int) -> RankFixture {
    let first = (0..<count).map {
      Model(name: "model-\($0 + 1)", rating: 1100 - Double($0), range: 1...count, isFirst: true)
    }
    let rest = (0..<2).map {
      Model(name: "rest-\($0 + 1)", rating: 900, range: (count + 1)...(count + 2))
    }
    return RankFixture(models: first + rest)
  }

  var roster: Roster { Roster(models.map(\.name)) }

  var source: EstimateSource {
    guard !isBoard else { return .board(board ?? BoardSummary(level: level)) }
    return .battles(
      FitSummary(
        battles: 135_624, ties: ties, bothBad: bothBad, gauge: gauge, prior: prior,
        objective: -82_345.5, iterations: 6, gradientNorm: 1e-10, waysToRank: waysToRank))
  }

  var leaderboard: Leaderboard {
    let ranked = models.count { !$0.isProvisional }
    var rank = 0
    let findings = models.map { model in
      if !model.isProvisional { rank += 1 }
      return finding(model, rank: model.isProvisional ? nil : rank)
    }
    return Leaderboard(
      roster: roster, scale: scale, source: source,
      interval: IntervalSummary(
        method: isBoard ? .published : method, level: level,
        resamples: !isBoard && method.isBootstrap ? 1000 : 0, seed: 0, degenerateResamples: 0,
        family: intervals ?? (criticalValue == nil ? .single : .simultaneous),
        criticalValue: criticalValue),
      test: TestSummary(
        adjustment: adjustment, family: family, level: level, criticalValue: 3.2544,
        pairs: ranked * (ranked - 1) / 2),
      findings: findings,
      tiedForFirst: findings.filter(\.isTiedForFirst).map(\.model), unranked: unranked,
      best: best.map { best in
        BestModels(size: best.size, models: best.names.compactMap { roster.id(of: $0) })
      }, warnings: warnings)
  }

  private var unranked: [UnrankedModel] {
    guard !isBoard else {
      return models.filter(\.isProvisional).map { model in
        UnrankedModel(id: roster.id(of: model.name) ?? -1, name: model.name, votes: model.battles)
      }
    }
    return models.filter(\.isProvisional).map { model in
      let battles = model.battles ?? 0
      return UnrankedModel(
        id: roster.id(of: model.name), name: model.name, wins: battles / 2, losses: battles / 4,
        ties: battles - battles / 2 - battles / 4, standing: model.standing,
        isAmongBest: model.isAmongBest)
    } + outsiders
  }

  var report: RankReport {
    let read = ReadReport(
      files: [isBoard ? "board.csv" : "battles.csv"], rows: 135_634, setAside: setAside)
    return RankReport(
      leaderboard: leaderboard, read: read, provisionalBelow: 30, top: top,
      view: view)
  }

  func table(width: Int = 80, isColorful: Bool = false) -> String {
    report.rendered(as: .table, style: TerminalStyle(width: width, isColorful: isColorful))
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

  /// As the battles tell.
  private func reason(_ model: Model) -> ProvisionalReason {
    (model.battles ?? 0) < 30 ? .fewBattles : .weakLinks
  }

  private func finding(_ model: Model, rank: Int?) -> RankFinding {
    let battles = isBoard ? nil : model.battles
    return RankFinding(
      model: roster.id(of: model.name) ?? -1, rank: rank, rankRange: model.range,
      arenaRank: model.range.lowerBound, arenaRankUpper: model.range.lowerBound,
      rating: model.rating, lower: model.rating - model.halfWidth,
      upper: model.rating + model.halfWidth, standardError: model.halfWidth / 2,
      quasiStandardError: quasiStandardError, battles: model.battles, wins: battles.map { $0 / 2 },
      losses: battles.map { $0 / 4 }, ties: battles.map { $0 - $0 / 2 - $0 / 4 },
      isTiedForFirst: model.isFirst,
      isAmongBest: model.isProvisional
        ? model.isAmongBest : best.map { $0.names.contains(model.name) },
      isProvisional: model.isProvisional,
      provisionalReason: model.isProvisional ? reason(model) : nil,
      letters: [model.range.lowerBound - 1, model.range.upperBound - 1], detectableGap: 11.5)
  }
}
