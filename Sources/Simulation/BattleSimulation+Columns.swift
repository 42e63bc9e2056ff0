import EloNumerics
import KernelTypes

/// What else a log of a simulated battle tells. None of it bears on the outcome.
extension BattleSimulation {
  /// Who judged, from 0: a few judges give most verdicts, as in public arenas.
  package func judge(_ index: Int) -> Int {
    var stream = columnStream(1, index)
    let judges = max(50, options.battles / 12)
    // A Pareto variable with exponent 1.1, cut off at the number of judges.
    let pareto = LibM.exp(-LibM.log(stream.nextUnit()) / 1.1)
    return min(judges - 1, Int(min(3 * (pareto - 1), 1e9)))
  }

  /// Which of `shares`' places, whose entries sum to 1, the battle falls to: its language.
  package func language(_ index: Int, shares: [Double]) -> Int {
    var stream = columnStream(2, index)
    var rest = stream.nextUnit()
    for (place, share) in shares.enumerated() {
      rest -= share
      if rest < 0 { return place }
    }
    return 0
  }

  /// When it took place, as a share of the whole time, in 0 ..< 1; later battles come later.
  package func time(_ index: Int) -> Double {
    var stream = columnStream(3, index)
    return (Double(index) + stream.nextUnit()) / Double(options.battles)
  }

  /// How many tokens the two answers had: log-normal, and each model as wordy as the seed made it.
  package func tokens(_ index: Int, ofA a: Int, andB b: Int) -> (a: Int, b: Int) {
    var normals = NormalStream(columnStream(4, index), Self.layers)
    func length(_ model: Int) -> Int {
      var wordiness = NormalStream(columnStream(5, model), Self.layers)
      return 1 + Int(LibM.exp(5.8 + 0.35 * wordiness.next() + 0.8 * normals.next()))
    }
    let lengthOfA = length(a)
    return (lengthOfA, length(b))
  }

  private func columnStream(_ column: Int, _ index: Int) -> RandomStream {
    RandomStream(seed: options.seed, purpose: .simulation, index: index, attempt: column)
  }

  private static let layers = ZigguratLayers()
}
