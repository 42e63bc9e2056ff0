import EloNumerics
import KernelTypes
import Threads

/// Draws of all models' errors, which say how large a studentised difference chance makes.
///
/// They are common to everything that is asked of one estimate: draws from N(0, V), or bootstrap
/// replicates less the estimate. All is asked at once, since no draw is kept: a block of sixteen is
/// made, answers every question and is dropped.
struct ReferenceDraws: Sendable {
  /// The number of draws; the last block may be partly filled.
  let count: Int
  private let source: Source
  private let modelCount: Int
  /// The place of each roster id among the drawn models; −1 for the others.
  private let places: [Int32]
  private let threads: Int
  private let kernels: KernelTable

  private enum Source {
    case gaussian(GaussianDraws)
    case replicates(ReplicateErrors)
  }

  /// The number of draws from N(0, V).
  static let gaussianCount = 20_000

  /// Draws from N(0, V) for `models`.
  init(gaussian estimate: Estimate, models: [Int], seed: UInt64, threads: Int) {
    let draws = GaussianDraws(
      estimate.covariance, models: models, count: Self.gaussianCount, seed: seed,
      kernels: estimate.kernels)
    self.init(.gaussian(draws), draws.count, estimate, models, threads, estimate.kernels)
  }

  /// Draws from N(0, V) for all that a covariance is of, with ids from 0.
  init(covariance: Covariance, kernels: KernelTable, seed: UInt64, threads: Int) {
    let models = Array(0..<covariance.count)
    let draws = GaussianDraws(
      covariance, models: models, count: Self.gaussianCount, seed: seed, kernels: kernels)
    source = .gaussian(draws)
    count = draws.count
    modelCount = models.count
    places = models.map { Int32($0) }
    self.threads = threads
    self.kernels = kernels
  }

  /// The replicates of `models`, less the estimates.
  init(replicates: Replicates, _ estimate: Estimate, models: [Int], threads: Int) {
    let errors = ReplicateErrors(replicates, estimate.logStrength, models: models)
    self.init(.replicates(errors), replicates.count, estimate, models, threads, estimate.kernels)
  }

  private init(
    _ source: Source, _ count: Int, _ estimate: Estimate, _ models: [Int], _ threads: Int,
    _ kernels: KernelTable
  ) {
    self.source = source
    self.count = count
    modelCount = models.count
    var places = [Int32](repeating: -1, count: estimate.logStrength.count)
    for (place, model) in models.enumerated() { places[model] = Int32(place) }
    self.places = places
    self.threads = threads
    self.kernels = kernels
  }

  /// Step-down maxima of one family.
  func stepDown(_ statistics: [Statistic], level: Double) -> StepDown {
    answers(DrawQuestions(families: [statistics], level: level)).stepDowns[0]
  }

  /// Answers all questions in one pass over the draws.
  ///
  /// - Complexity: O(draws·K²) for K models to draw them, at most O(draws·pairs) for the questions,
  ///   of which most pairs are ruled out together; O(K² + pairs) memory.
  func answers(_ questions: DrawQuestions) -> DrawAnswers {
    let families = questions.families.map { StepDownFamily($0, places, modelCount: modelCount) }
    let leads = LeadSets(questions.leads, places, modelCount: modelCount)
    let keepsMaxima = families.count == 1
    let tallies = tallied {
      (
        tally: DrawTally(families, leads),
        scratch: [DrawLanes](
          repeating: .zero, count: DrawTally.scratchCount(families, leads))
      )
    } adding: { worker, draws, lanes in
      worker.tally.add(
        families, draws, lanes, keepsMaxima: keepsMaxima, kernels, &worker.scratch)
      worker.tally.add(leads, draws, lanes, kernels, &worker.scratch)
    }
    return DrawAnswers(questions, families, tallies.map(\.tally), count: count)
  }

  /// What each worker makes of its blocks of draws, in the order of the draws.
  ///
  /// - Parameters:
  ///   - initial: what a worker starts from.
  ///   - adding: takes a block, one entry a model, and how many of its lanes hold draws.
  /// - Complexity: O(draws·K²) for K models beside what `adding` takes.
  func tallied<Tally: Sendable>(
    _ initial: @Sendable () -> Tally,
    adding: @Sendable (inout Tally, [DrawLanes], _ lanes: Int) -> Void
  ) -> [Tally] {
    let blocks = (count + 15) / 16
    let workers = max(1, min(threads, blocks))
    return inParallel(over: workers, threads: workers) { worker in
      var tally = initial()
      var normals = [DrawLanes](repeating: .zero, count: modelCount)
      var draws = normals
      for block in blocks * worker / workers..<blocks * (worker + 1) / workers {
        switch source {
        case .gaussian(let source): source.draw(block: block, &normals, into: &draws)
        case .replicates(let errors): errors.draw(block: block, into: &draws)
        }
        adding(&tally, draws, min(16, count - block * 16))
      }
      return tally
    }
  }
}
/// Bootstrap replicates less the estimate.
private struct ReplicateErrors: Sendable {
  private let replicates: Replicates
  private let logStrength: [Double]
  private let models: [Int]

  init(_ replicates: Replicates, _ logStrength: [Double], models: [Int]) {
    self.replicates = replicates
    self.logStrength = logStrength
    self.models = models
  }

  /// Writes sixteen replicates into `draws`, one entry a model; zeros beyond the last one.
  func draw(block: Int, into draws: inout [DrawLanes]) {
    let start = block * 16
    for (place, model) in models.enumerated() {
      for lane in 0..<16 {
        let replicate = start + lane
        draws[place][lane] =
          replicate < replicates.count
          ? Float(
            replicates.values[replicate * replicates.modelCount + model] - logStrength[model])
          : 0
      }
    }
  }
}
