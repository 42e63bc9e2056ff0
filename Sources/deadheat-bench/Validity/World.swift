import Battles
import EloNumerics
import KernelTypes
import Simulation

/// What battles are drawn from: true strengths, how often they tie, who meets whom and who judges.
struct World: Sendable {
  /// The strengths that a battle's outcome comes from, before judges have tastes.
  let truth: Truth
  /// How often battles tie.
  let ties: Ties
  /// How often models are met.
  let traffic: Traffic
  /// Who judges; `nil` where no verdict has anything to do with another.
  let panel: Panel?
  /// The true natural log-odds by model, with mean 0: what fits of ever more battles come to.
  let logStrength: [Double]
  /// The share of each model of all sides, summed up to it.
  private let reach: [Double]

  /// How often battles tie. The share that is named is that of equal models.
  enum Ties: Sendable {
    case none
    case share(Double)
    /// Of each battle the mean of its two models' shares, which go from 0 to this from the first
    /// model to the last, every other one by itself: neighbours on the board differ.
    case byModel(upTo: Double)

    /// How tables say it.
    var name: String {
      switch self {
      case .none: "no ties"
      case .share(let share): "\(Decimals.text(100 * share, places: 0))% ties"
      case .byModel(let most): "ties 0–\(Decimals.text(100 * most, places: 0))% by model"
      }
    }
  }

  /// How often models are met.
  enum Traffic: Sendable {
    /// All alike.
    case even
    /// The r-th in a shuffled order in proportion to 1/r^0.9, about as in arenas.
    case uneven
  }

  /// A world; with a panel its traffic is even.
  init(_ truth: Truth, _ ties: Ties = .none, traffic: Traffic = .even, panel: Panel? = nil) {
    precondition(panel == nil || traffic == .even, "a crowd's ratings are those of even traffic")
    self.truth = truth
    self.ties = ties
    self.traffic = traffic
    self.panel = panel
    let mean = truth.logStrength.reduce(0, +) / Double(truth.count)
    let centred = truth.logStrength.map { $0 - mean }
    logStrength = panel.map { Crowd(taste: $0.taste).logStrength(centred) } ?? centred
    reach = Self.reach(truth.count, traffic)
  }

  /// The number of models.
  var count: Int { truth.count }

  /// The names of the models, in the order of their ids and of bytes.
  var modelNames: [String] {
    (0..<count).map { "m" + String(repeating: "0", count: 3 - "\($0)".count) + "\($0)" }
  }

  /// The true strengths of the models of `roster`, which may lack some that never met anyone.
  func strengths(of roster: Roster) -> [Double] {
    roster.names.map { ids[$0].map { logStrength[$0] } ?? .nan }
  }

  /// The ids of the models by name.
  private var ids: [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(modelNames, modelNames.indices))
  }

  /// Battles of a data set, each model with `battlesEach` on average.
  func cells(battlesEach: Int, seed: UInt64) -> Cells {
    cells(battles: (battlesEach * count + 1) / 2, seed: seed)
  }

  /// Battles of a data set.
  func cells(battles: Int, seed: UInt64) -> Cells {
    Cells(list(battles: battles, seed: seed), names: modelNames, clusterNames: judgeNames)
  }

  /// The same, a cell for each battle, with the ids of models and judges.
  func list(battles: Int, seed: UInt64) -> [Cell] {
    var stream = RandomStream(seed: seed, purpose: .testing, index: 0)
    let tastes = (0..<(panel?.judges ?? 0)).map { self.tastes($0, seed: seed) }
    return (0..<battles).map { index in
      let a = model(&stream)
      var b = a
      while b == a { b = model(&stream) }
      var gap = truth.logStrength[a] - truth.logStrength[b]
      let judge = panel?.judge(index, of: battles) ?? 0
      if !tastes.isEmpty { gap += tastes[judge][a] - tastes[judge][b] }
      return Cell(
        a: Int32(a), b: Int32(b), outcome: outcome(gap, tieShare(a, b), &stream), count: 1,
        cluster: Int32(judge))
    }
  }

  /// What a judge adds to each model's strength in the data set with this seed.
  func tastes(_ judge: Int, seed: UInt64) -> [Double] {
    BattleSimulation.normalStrengths(
      count: count, deviation: panel?.taste ?? 0, seed: seed ^ UInt64(judge + 1) << 40)
  }

  /// The judges' names; `nil` without a panel.
  var judgeNames: [String]? { panel.map { (0..<$0.judges).map { "j\($0)" } } }

  /// What comes of a battle of models this far apart; ties are taken evenly from both sides' wins.
  func outcome(_ gap: Double, _ tieShare: Double, _ stream: inout RandomStream) -> Outcome {
    let p = 1 / (1 + LibM.exp(-gap))
    let tie = min(4 * tieShare * p * (1 - p), 2 * p, 2 * (1 - p))
    let verdict = stream.nextUnit()
    return verdict < p - tie / 2 ? .aWins : verdict < p + tie / 2 ? .tie : .bWins
  }

  /// How often equal models would tie, had they the habits of these two.
  func tieShare(_ a: Int, _ b: Int) -> Double {
    switch ties {
    case .none: 0
    case .share(let share): share
    case .byModel(let most): (tieHabit(a, most) + tieHabit(b, most)) / 2
    }
  }

  /// Even ids climb from 0, odd ones fall from `most`.
  private func tieHabit(_ model: Int, _ most: Double) -> Double {
    let depth = Double(model) / Double(max(1, count - 1))
    return most * (model.isMultiple(of: 2) ? depth : 1 - depth)
  }

  private func model(_ stream: inout RandomStream) -> Int {
    guard traffic == .uneven else { return stream.next(below: count) }
    let place = stream.nextUnit()
    return reach.firstIndex { place < $0 } ?? count - 1
  }

  private static func reach(_ count: Int, _ traffic: Traffic) -> [Double] {
    guard traffic == .uneven else { return [] }
    // Seven is prime to the numbers of models here, so that each has a place of its own.
    let weights = (0..<count).map { LibM.exp(-0.9 * LibM.log(Double(1 + 7 * $0 % count))) }
    let total = weights.reduce(0, +)
    var sum = 0.0
    return weights.map {
      sum += $0 / total
      return sum
    }
  }
}
