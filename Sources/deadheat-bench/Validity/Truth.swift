import EloNumerics

/// Known strengths to simulate from.
struct Truth: Sendable {
  /// What tables call it.
  let name: String
  /// True natural log-odds, by model.
  let logStrength: [Double]

  /// Ten equal models: every gap that is found is a mistake.
  static let equal = Truth("ten equal", [Double](repeating: 0, count: 10))
  /// Five pairs of equal models, 60 Elo from pair to pair.
  static let pairs = Truth("five pairs", (0..<10).map { 60 * Double($0 / 2) })
  /// Ten models, each 25 Elo above the next.
  static let staircase = Truth("staircase", (0..<10).map { 25 * Double($0) })
  /// Thirty models as on a board: close at the top and farther apart down the list.
  static let steep = Truth(
    "steep board",
    (0..<30).map { place in
      let depth = Double(place) / 29
      return 400 - 400 * depth * depth
    })

  /// All of them.
  static let all = [equal, pairs, staircase, steep]

  /// Models with these ratings, of which only the gaps matter.
  init(_ name: String, _ ratings: [Double]) {
    self.init(name: name, logStrength: ratings.map { $0 / EloScale.standard.pointsPerLogOdds })
  }

  /// A truth of other strengths.
  init(name: String, logStrength: [Double]) {
    self.name = name
    self.logStrength = logStrength
  }

  /// The number of models.
  var count: Int { logStrength.count }

  /// The ids of the best `size` models, of equal ones those with the lower ids.
  func best(_ size: Int) -> [Int] {
    Array(
      logStrength.indices.sorted { (logStrength[$1], $0) < (logStrength[$0], $1) }.prefix(size))
  }

  /// The ranks that the model with this id shares with those that are its equals.
  func ranks(of model: Int) -> ClosedRange<Int> {
    let own = logStrength[model]
    return 1 + logStrength.count { $0 > own }...logStrength.count { $0 >= own }
  }
}
