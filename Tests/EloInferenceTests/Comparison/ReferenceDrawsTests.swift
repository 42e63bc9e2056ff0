import EloInference
import Testing

@testable import EloInference
@testable import EloNumerics

/// All that is asked of draws, against its definition over a few replicates, which can be seen.
@Suite struct ReferenceDrawsTests {
  private struct Case {
    let board: Estimate
    let replicates: Replicates
    var models: [Int] { Array(0..<replicates.modelCount) }

    /// A board of `models` with replicates about its own log-strengths.
    init(models: Int, replicates: Int, spread: Double, seed: UInt64) {
      var random = IndependentRandom(seed: seed)
      let errors = (0..<models).map { _ in 4 + 8 * random.unit() }
      let board = EloInferenceTests.board(
        errors.map { _ in 1000 + spread * random.normal() }, errors)
      let points = EloScale.standard.pointsPerLogOdds
      let values = (0..<replicates).flatMap { _ in
        errors.indices.map { board.logStrength[$0] + errors[$0] / points * random.normal() }
      }
      self.board = board
      self.replicates = Replicates(
        values: values, count: replicates, modelCount: models, seed: 0, degenerateCount: 0,
        separations: [], refitCount: 0)
    }

    func draws(threads: Int = 1) -> ReferenceDraws {
      ReferenceDraws(replicates: replicates, board, models: models, threads: threads)
    }

    /// (a − b)/standard error in one replicate less the estimate, in single precision.
    func statistic(_ of: Statistic, _ replicate: Int) -> Float {
      func error(_ model: Int) -> Float {
        Float(
          replicates.values[replicate * replicates.modelCount + model] - board.logStrength[model])
      }
      return (error(of.a) - error(of.b)) * Float(1 / of.standardError)
    }

    /// Step-down p-values and the largest statistic of each replicate, by definition.
    func stepDown(_ statistics: [Statistic]) -> (adjustedP: [Double], maxima: [Float]) {
      let ascending = statistics.indices.sorted {
        statistics[$0].z.magnitude < statistics[$1].z.magnitude
      }
      var reached = [Int](repeating: 0, count: statistics.count)
      var maxima: [Float] = []
      for replicate in 0..<replicates.count {
        var running: Float = 0
        for (step, index) in ascending.enumerated() {
          running = max(running, statistic(statistics[index], replicate).magnitude)
          if running >= Float(statistics[index].z.magnitude) { reached[step] += 1 }
        }
        maxima.append(running)
      }
      var adjusted = [Double](repeating: 1, count: statistics.count)
      var largest = 0
      for step in ascending.indices.reversed() {
        largest = max(largest, reached[step])
        adjusted[ascending[step]] = Double(1 + largest) / Double(replicates.count + 1)
      }
      return (adjusted, maxima)
    }
  }

  /// Few models and many, close together and far apart, with a last block that is not full. From 96
  /// models on the pairs are bounded in tiles, and most of those far apart are never looked at; of
  /// 110 equal models the lower pairs are enough to be passed over together.
  @Test(arguments: [
    (9, 40, 8.0), (9, 40, 80), (96, 20, 8), (101, 33, 200), (110, 32, 0), (110, 48, 2),
  ])
  func onePassGivesWhatTheDefinitionDoes(models: Int, replicates: Int, spread: Double) {
    let setting = Case(models: models, replicates: replicates, spread: spread, seed: 4)
    let all = Statistic.allPairs(setting.board, setting.models)
    let answer = setting.draws().stepDown(all, level: 0.9)
    let expected = setting.stepDown(all)
    // Not compared within the expectation, which would print thousands of numbers.
    let isEqual = answer.adjustedP == expected.adjustedP
    #expect(isEqual)
    let rank = Int(0.1 * Double(replicates + 1) + 1e-9)
    #expect(answer.criticalValue == Double(expected.maxima.sorted(by: >)[rank - 1]))
    let isSame = setting.draws(threads: 3).stepDown(all, level: 0.9).adjustedP == answer.adjustedP
    #expect(isSame, "with any number of threads")
  }

  /// Several families and sets of leads at once get what each gets alone.
  @Test func questionsDoNotDisturbEachOther() {
    let setting = Case(models: 7, replicates: 50, spread: 7, seed: 5)
    let against = setting.models.map { model in
      setting.models.filter { $0 != model }.map { Statistic(setting.board, $0, model) }
    }
    let led = against.filter { $0.contains { $0.z > 0 } }
    #expect(led.count == 6, "all but the best")
    let questions = DrawQuestions(
      families: against, leads: led.map { leadQuestion($0, level: 0.8) }, level: 0.8)
    for threads in [1, 2, 4] {
      let answers = setting.draws(threads: threads).answers(questions)
      for (model, family) in against.enumerated() {
        #expect(answers.stepDowns[model].adjustedP == setting.stepDown(family).adjustedP)
        #expect(answers.stepDowns[model].criticalValue == nil, "which nobody asks for")
      }
      for (family, isWithinChance) in zip(led, answers.isWithinChance) {
        let largest = (0..<50).map { replicate in
          family.map { setting.statistic($0, replicate) }.max() ?? 0
        }
        let bound = Double(largest.sorted(by: >)[Int(0.2 * 51) - 1])
        #expect(isWithinChance == family.allSatisfy { $0.z <= bound })
      }
      #expect(answers.isWithinChance.contains(true) && answers.isWithinChance.contains(false))
    }
  }

  /// 19 replicates make no statement at 99%: nothing is out of chance's reach.
  @Test func tooFewDrawsExcludeNothing() {
    let setting = Case(models: 3, replicates: 19, spread: 500, seed: 6)
    let last = setting.board.establishedByRating[2]
    let others = setting.models.filter { $0 != last }
    let leads = [others.map { Statistic(setting.board, $0, last) }]
    let family = Statistic.allPairs(setting.board, setting.models)
    let answers = setting.draws().answers(
      DrawQuestions(
        families: [family], leads: leads.map { leadQuestion($0, level: 0.99) }, level: 0.99))
    #expect(answers.stepDowns[0].criticalValue == .infinity)
    #expect(answers.isWithinChance == [true])
  }
}

/// Whether the largest of these leads is within chance's reach.
func leadQuestion(_ leads: [Statistic], level: Double) -> LeadQuestion {
  LeadQuestion(
    leads: leads, observed: leads.reduce(0) { max($0, $1.z) }, errorRate: 1 - level)
}
