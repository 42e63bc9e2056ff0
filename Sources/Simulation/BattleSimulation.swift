package import Battles
import EloNumerics
import KernelTypes

/// Battles drawn from known strengths, for studies of what methods find.
///
/// Each battle has a stream of its own, and each kind of extra column another, so that neither more
/// battles nor more columns change the battles there were.
package struct BattleSimulation: Sendable {
  /// The true natural log-odds of each model.
  package let logStrength: [Double]
  /// How the battles are drawn.
  package let options: SimulationOptions

  private let popularity: AliasTableSet

  /// Battles among models of the given strengths, of which there are at least two.
  ///
  /// Which model is how popular is drawn by the seed, apart from its strength.
  package init(logStrength: [Double], options: SimulationOptions) {
    precondition(logStrength.count >= 2, "a battle takes two models")
    precondition((0...10).contains(options.skew), "beyond 10 nearly all battles are of one model")
    self.logStrength = logStrength
    self.options = options
    var order = Array(logStrength.indices)
    var stream = RandomStream(seed: options.seed, purpose: .simulation, index: -1)
    for last in order.indices.dropFirst().reversed() {
      order.swapAt(last, stream.next(below: last + 1))
    }
    var weights = [Double](repeating: 0, count: order.count)
    for (place, model) in order.enumerated() {
      weights[model] = LibM.exp(-options.skew * LibM.log(Double(place + 1)))
    }
    var popularity = AliasTableSet()
    _ = popularity.append(weights: weights, base: 0)
    self.popularity = popularity
  }

  /// Strengths of `count` models from a normal distribution with mean 0.
  ///
  /// - Parameter deviation: in natural log-odds.
  package static func normalStrengths(count: Int, deviation: Double, seed: UInt64) -> [Double] {
    let stream = RandomStream(seed: seed, purpose: .simulation, index: -2)
    var normals = NormalStream(stream, ZigguratLayers())
    return (0..<count).map { _ in deviation * normals.next() }
  }

  /// The battle at `index`, from 0: two distinct models and an outcome.
  package func battle(_ index: Int) -> Cell {
    var stream = RandomStream(seed: options.seed, purpose: .simulation, index: index)
    let a = popularity.draw(0, &stream)
    var b = a
    while b == a { b = popularity.draw(0, &stream) }
    let p = 1 / (1 + LibM.exp(logStrength[Int(b)] - logStrength[Int(a)]))
    let tie = min(4 * options.tieRate * p * (1 - p), 2 * p, 2 * (1 - p))
    let verdict = stream.nextUnit()
    let outcome: Outcome
    if verdict < p - tie / 2 {
      outcome = .aWins
    } else if verdict < p + tie / 2 {
      outcome = stream.nextUnit() < SimulationOptions.bothBadShare ? .bothBad : .tie
    } else {
      outcome = .bWins
    }
    return Cell(a: a, b: b, outcome: outcome, count: 1)
  }
}
