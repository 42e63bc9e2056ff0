import Battles
import EloInference
import EloNumerics
import Ingest
import Simulation

/// Models named `m00`, `m01`, … so that a model's id is its place in the list.
func modelNames(_ count: Int) -> [String] {
  (0..<count).map { $0 < 10 ? "m0\($0)" : "m\($0)" }
}

/// A board with these ratings and standard errors, by id.
func board(_ ratings: [Double], _ standardErrors: [Double], level: Double = 0.95) -> Estimate {
  let reach = NormalDistribution.quantile(1 - (1 - level) / 2)
  let scores = PublishedScores(
    roster: Roster(modelNames(ratings.count)), rating: ratings, standardError: standardErrors,
    lower: zip(ratings, standardErrors).map { $0 - reach * $1 },
    upper: zip(ratings, standardErrors).map { $0 + reach * $1 }, votes: nil, level: level)
  return Estimate(board: scores, scale: .standard)
}

/// A board of scores in any unit, by id, perhaps with one that is exact and some that are not ranked.
func scores(
  _ scores: [Double], _ standardErrors: [Double], _ unit: ScoreUnit, reference: Int? = nil,
  votes: [Int]? = nil, unranked: [Int] = []
) -> Estimate {
  let reach = NormalDistribution.quantile(0.975)
  return Estimate(
    board: PublishedScores(
      roster: Roster(modelNames(scores.count)), rating: scores, standardError: standardErrors,
      lower: zip(scores, standardErrors).map { $0 - reach * $1 },
      upper: zip(scores, standardErrors).map { $0 + reach * $1 }, votes: votes, level: 0.95,
      unit: unit, reference: reference,
      isUnranked: scores.indices.map { unranked.contains($0) }), scale: .standard)
}

/// A published board of whole ratings and half-widths of 95% intervals.
func publishedBoard(_ rows: [(name: String, rating: Double, reach: Double)]) throws -> Estimate {
  let lines = rows.map { "\($0.name),\($0.rating),\($0.reach)\n" }
  return try boardEstimate("model,rating,ci\n" + lines.joined())
}

/// The board in a CSV text.
func boardEstimate(_ text: String) throws -> Estimate {
  try estimate(readDataset([InMemoryFile("board.csv", Array(text.utf8))]))
}

/// The board that was read.
func estimate(_ result: ReadResult) throws -> Estimate {
  guard case .board(let scores) = result.dataset else { throw NotABoard() }
  return Estimate(board: scores, scale: .standard)
}

struct NotABoard: Error {}

extension Estimate {
  /// What was counted of its battles; `nil` of a board.
  var battleRecord: BattleRecord? {
    if case .battles(let record) = origin { record } else { nil }
  }
}

/// Cells from lines such as `"a b 3 2 1"`: a beat b 3 times, lost 2 and tied 1.
func cells(_ lines: String...) -> Cells { cells(lines) }

/// The same from an array.
func cells(_ lines: [String]) -> Cells {
  var names: [String] = []
  func id(_ name: Substring) -> Int32 {
    if let index = names.firstIndex(of: String(name)) { return Int32(index) }
    names.append(String(name))
    return Int32(names.count - 1)
  }
  var cells: [Cell] = []
  for line in lines {
    let words = line.split(separator: " ")
    let (a, b) = (id(words[0]), id(words[1]))
    for (outcome, word) in zip([Outcome.aWins, .bWins, .tie, .bothBad], words.dropFirst(2)) {
      cells.append(Cell(a: a, b: b, outcome: outcome, count: Int(word) ?? 0))
    }
  }
  return Cells(cells, names: names)
}

/// Options for fits without a bootstrap.
func fitOptions(_ interval: IntervalMethod = .sandwich) -> EstimateOptions {
  var options = EstimateOptions()
  options.interval = interval
  options.bootstrap = BootstrapOptions(resamples: 40)
  return options
}

/// Test options without draws unless they are asked for.
func testOptions(_ adjustment: Adjustment = .holm, level: Double = 0.95) -> TestOptions {
  var options = TestOptions()
  options.adjustment = adjustment
  options.level = level
  return options
}

/// A board whose gaps are about as large as its noise.
func randomBoard(_ random: inout IndependentRandom, count: Int) -> Estimate {
  let errors = (0..<count).map { _ in 2 + 8 * random.unit() }
  return board((0..<count).map { _ in 1000 + 15 * random.normal() }, errors)
}

/// Twelve models with uneven traffic, drawn once from known ratings.
enum SimulatedArena {
  static let logStrength = (0..<12).map { 0.15 * Double($0) - 0.8 }
  static let cells: Cells = {
    let simulation = BattleSimulation(
      logStrength: logStrength, options: SimulationOptions(battles: 4000, seed: 5))
    return Cells((0..<4000).map(simulation.battle), names: modelNames(12))
  }()
}
