/// What is added to an objective beside battles.
enum Penalty: Sendable, Equatable {
  /// Virtual battles of every model, half of them won, against one of log-strength 0.
  case phantom(weight: Double)
  /// Virtual battles of some models only, which keep them finite where resampling has parted them from the
  /// others.
  case rescue(Rescue)
  /// −½·weight·value² for each of these parameters, by their places.
  case ridge(weight: Double, places: [Int])
  /// −½·((value − target)/deviation)² for the parameter in this place.
  case anchor(place: Int, target: Double, deviation: Double)

  /// Virtual battles that keep separated models finite without touching the scale of the others: each of
  /// `models` meets the mean log-strength of `core`, and wins half of `weight` battles.
  struct Rescue: Sendable, Equatable {
    let models: [Int]
    let core: [Int]
    let weight: Double

    /// What an opponent of the mean log-strength is to each rescued model: θₘ − mean of the core.
    func gaps(_ parameters: [Double]) -> [Double] {
      let mean = core.reduce(0) { $0 + parameters[$1] } / Double(core.count)
      return models.map { parameters[$0] - mean }
    }
  }

  /// Whether it holds the common level of the first `count` parameters, the log-strengths.
  func grounds(strengths count: Int) -> Bool {
    switch self {
    case .phantom(let weight): weight > 0
    case .rescue: false
    case .ridge(let weight, let places): weight > 0 && places.contains { $0 < count }
    case .anchor(let place, _, _): place < count
    }
  }

  /// Adds its value to an objective at `parameters`, of which the first `count` are log-strengths.
  func add(to sum: inout Double, _ parameters: [Double], strengths count: Int) {
    switch self {
    case .phantom(let weight):
      sum += parameters.prefix(count).reduce(0) { $0 + Self.evenOdds($1) } * weight
    case .rescue(let rescue):
      sum += rescue.gaps(parameters).reduce(0) { $0 + Self.evenOdds($1) } * rescue.weight
    case .ridge(let weight, let places):
      for place in places { sum -= 0.5 * weight * parameters[place] * parameters[place] }
    case .anchor(let place, let target, let deviation):
      let distance = (parameters[place] - target) / deviation
      sum -= 0.5 * distance * distance
    }
  }

  /// Adds its slopes and its information.
  func add(
    to derivatives: inout Derivatives, _ parameters: [Double], strengths count: Int
  ) {
    switch self {
    case .phantom(let weight):
      for model in 0..<count {
        let (p, q) = LogOdds.shares(parameters[model])
        derivatives.gradient[model] += weight * 0.5 * (q - p)
        derivatives.information[model, model] += weight * (p * q)
      }
    case .rescue(let rescue):
      Self.add(rescue, parameters, &derivatives)
    case .ridge(let weight, let places):
      for place in places {
        derivatives.gradient[place] -= weight * parameters[place]
        derivatives.information[place, place] += weight
      }
    case .anchor(let place, let target, let deviation):
      let precision = 1 / (deviation * deviation)
      derivatives.gradient[place] -= precision * (parameters[place] - target)
      derivatives.information[place, place] += precision
    }
  }

  private static func add(
    _ rescue: Rescue, _ parameters: [Double], _ derivatives: inout Derivatives
  ) {
    let share = 1 / Double(rescue.core.count)
    for (model, gap) in zip(rescue.models, rescue.gaps(parameters)) {
      let (p, q) = LogOdds.shares(gap)
      let slope = rescue.weight * 0.5 * (q - p)
      let curvature = rescue.weight * (p * q)
      derivatives.gradient[model] += slope
      derivatives.information[model, model] += curvature
      for i in rescue.core {
        derivatives.gradient[i] -= slope * share
        derivatives.information[model, i] -= curvature * share
        derivatives.information[i, model] -= curvature * share
        for j in rescue.core { derivatives.information[i, j] += curvature * share * share }
      }
    }
  }

  /// How fast it climbs at `parameters` in the direction of `step`.
  func slope(at parameters: [Double], along step: [Double], strengths count: Int) -> Double {
    func even(_ gap: Double, _ change: Double, _ weight: Double) -> Double {
      let (p, q) = LogOdds.shares(gap)
      return weight * 0.5 * (q - p) * change
    }
    switch self {
    case .phantom(let weight):
      return (0..<count).reduce(0) { $0 + even(parameters[$1], step[$1], weight) }
    case .rescue(let rescue):
      return zip(rescue.gaps(parameters), rescue.gaps(step)).reduce(0) {
        $0 + even($1.0, $1.1, rescue.weight)
      }
    case .ridge(let weight, let places):
      return places.reduce(0) { $0 - weight * parameters[$1] * step[$1] }
    case .anchor(let place, let target, let deviation):
      return (target - parameters[place]) / (deviation * deviation) * step[place]
    }
  }

  /// What it gains from `start` to `end`, exact to its own size.
  func gain(from start: [Double], to end: [Double], strengths count: Int) -> Double {
    func even(_ old: Double, _ new: Double) -> Double {
      LogOdds.change(old, new) + LogOdds.change(-old, -new)
    }
    switch self {
    case .phantom(let weight):
      return (0..<count).reduce(0) { $0 + 0.5 * weight * even(start[$1], end[$1]) }
    case .rescue(let rescue):
      return zip(rescue.gaps(start), rescue.gaps(end)).reduce(0) {
        $0 + 0.5 * rescue.weight * even($1.0, $1.1)
      }
    case .ridge(let weight, let places):
      return places.reduce(0) {
        $0 + 0.5 * weight * (start[$1] - end[$1]) * (start[$1] + end[$1])
      }
    case .anchor(let place, let target, let deviation):
      let (before, after) = (start[place] - target, end[place] - target)
      return 0.5 * (before - after) * (before + after) / (deviation * deviation)
    }
  }

  /// The largest change that `step` makes to log-odds of its virtual battles.
  func largestChange(_ step: [Double], strengths count: Int) -> Double {
    switch self {
    case .phantom(let weight):
      weight > 0 ? step.prefix(count).reduce(0) { max($0, $1.magnitude) } : 0
    case .rescue(let rescue): rescue.gaps(step).reduce(0) { max($0, $1.magnitude) }
    // A square has no third derivative.
    case .ridge, .anchor: 0
    }
  }

  /// ½·ln σ(x) + ½·ln σ(−x).
  private static func evenOdds(_ x: Double) -> Double {
    0.5 * (LogOdds.logProbability(x) + LogOdds.logProbability(-x))
  }
}
