import Battles
import EloNumerics
import KernelTypes
import Simulation

/// A made-up arena: models with known strengths, met as unevenly as on public boards, a quarter of
/// the battles without a winner.
struct Arena: Sendable {
  /// The models' names in byte order, about twenty bytes each.
  let names: [String]
  /// The battles.
  let simulation: BattleSimulation
  /// The share of pairs of models that ever meet.
  let pairShare: Double

  /// An arena of `models` models; the same seed gives the same battles.
  init(models: Int, battles: Int, pairShare: Double = 1, seed: UInt64) {
    names = Roster((0..<models).map(Self.name)).names
    self.pairShare = pairShare
    let strengths = BattleSimulation.normalStrengths(
      count: models, deviation: 120 / EloScale.standard.pointsPerLogOdds, seed: seed)
    simulation = BattleSimulation(
      logStrength: strengths, options: SimulationOptions(battles: battles, seed: seed))
  }

  /// The battles collapsed to cells, without a detour through text.
  ///
  /// Battles of pairs that never meet are passed over and do not count.
  func cells() -> Cells {
    let models = names.count
    var counts = [Int](repeating: 0, count: models * models * Outcome.allCases.count)
    var index = 0
    var taken = 0
    while taken < simulation.options.battles {
      let battle = simulation.battle(index)
      index += 1
      guard meets(battle) else { continue }
      let pair = Int(battle.a) * models + Int(battle.b)
      counts[pair * Outcome.allCases.count + Int(battle.outcome.rawValue)] += 1
      taken += 1
    }
    let cells = counts.indices.lazy.filter { counts[$0] > 0 }.compactMap { place -> Cell? in
      let (pair, outcome) = place.quotientAndRemainder(dividingBy: Outcome.allCases.count)
      return Outcome(rawValue: UInt8(outcome)).map {
        Cell(
          a: Int32(pair / models), b: Int32(pair % models), outcome: $0, count: counts[place])
      }
    }
    return Cells(cells, names: names)
  }

  private func meets(_ battle: Cell) -> Bool {
    guard pairShare < 1 else { return true }
    let pair = Int(min(battle.a, battle.b)) * names.count + Int(max(battle.a, battle.b))
    var stream = RandomStream(seed: simulation.options.seed, purpose: .testing, index: pair)
    return stream.nextUnit() < pairShare
  }

  /// Such as `rowan-3-32b-instruct`.
  private static func name(_ index: Int) -> String {
    let (version, family) = index.quotientAndRemainder(dividingBy: families.count)
    return "\(families[family])-\(version + 1)-\(sizes[index % sizes.count])b-instruct"
  }

  private static let families = [
    "anemone", "bellflower", "bluebell", "columbine", "cowslip", "foxglove", "gentian", "heather",
    "hellebore", "iris", "lavender", "lupin", "meadowrue", "mullein", "oxlip", "primrose", "sage",
    "saxifrage", "speedwell", "yarrow",
  ]
  private static let sizes = [3, 8, 14, 32, 70, 120, 405]
}
