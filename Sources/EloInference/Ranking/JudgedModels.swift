import EloNumerics
import Threads

/// How models without a rank stand towards the best of those that have one.
///
/// Each comparison of a judged model with a ranked one has an equal share of the error rate, a share for
/// every other model that could be taken for better by mistake (Bonferroni's inequality), and ranked models
/// among themselves have what is left.
struct JudgedModels: Sendable {
  /// How many models are judged.
  let count: Int
  /// Whether each of them can be among the best.
  let isWithin: [Bool]
  /// For each ranked model, in the order given, how many of them are shown to be better.
  let better: [Int]

  /// Judges the open models of `estimate`.
  ///
  /// - Parameters:
  ///   - size: how many the best are; a judged model can be among them unless as many ranked ones, or others
  ///     that took part in the fit, are shown to be better.
  ///   - ranked: from the highest rating down.
  ///   - isAsked: of each of these, whether it matters who is shown to be better.
  ///   - errorRate: of a single comparison.
  /// - Throws: `EstimateError.fit(.notConverged)`, a fault of this program.
  /// - Complexity: O(pairs + K²) for each comparison that the points alone do not decide.
  init(
    _ estimate: Estimate, size: Int, _ ranked: [Int], isAsked: [Bool], errorRate: Double,
    threads: Int
  ) throws(EstimateError) {
    guard let open = estimate.openModels, open.count > 0 else {
      (count, isWithin, better) = (0, [], [Int](repeating: 0, count: ranked.count))
      return
    }
    count = open.count
    let workers = max(1, min(threads, open.count))
    let results = inParallel(over: workers, threads: workers) { worker in
      let share = open.count * worker / workers..<open.count * (worker + 1) / workers
      return Result { () throws(FitError) in
        var judged: [(isWithin: Bool, better: [Bool])] = []
        for place in share {
          let strength = try open.strength(place)
          var worse = 0
          for model in ranked + open.rivals(ofPlace: place) where worse < size {
            if try strength.isShownWorse(than: model, errorRate: errorRate) { worse += 1 }
          }
          var better = [Bool](repeating: false, count: ranked.count)
          for (index, model) in ranked.enumerated() where isAsked[index] {
            better[index] = try strength.isShownBetter(than: model, errorRate: errorRate)
          }
          judged.append((worse < size, better))
        }
        return judged
      }
    }
    var isWithin: [Bool] = []
    var better = [Int](repeating: 0, count: ranked.count)
    for result in results {
      do throws(FitError) {
        for judged in try result.get() {
          isWithin.append(judged.isWithin)
          for index in better.indices where judged.better[index] { better[index] += 1 }
        }
      } catch {
        throw .fit(error, estimate.roster)
      }
    }
    self.isWithin = isWithin
    self.better = better
  }
}
