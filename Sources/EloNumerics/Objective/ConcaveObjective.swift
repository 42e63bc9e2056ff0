/// What a fit climbs: a concave function of its parameters, with what its maximum, covariance and intervals
/// are made of.
///
/// All of inference reads these: Newton's method the derivatives, the sandwich and the jackknife the scores,
/// profiles the gain along a line.
protocol ConcaveObjective: Sendable {
  /// The number of parameters.
  var parameterCount: Int { get }
  /// A direction in which nothing changes, as where all log-strengths grow alike; `nil` where there is none.
  var flatDirection: [Double]? { get }
  /// Whether a parameter can come to an end of what it can be, where the function falls without bound: there a
  /// step may lose however short curvatures let it seem.
  var hasBoundary: Bool { get }

  /// The value, without constants.
  func value(_ parameters: [Double]) -> Double
  /// The gradient and the information.
  func derivatives(_ parameters: [Double]) -> Derivatives
  /// How fast it climbs in the direction of `step`.
  func slope(at parameters: [Double], along step: [Double]) -> Double
  /// What is gained from `start` to `end`, exact to its own size.
  func gain(from start: [Double], to end: [Double]) -> Double
  /// A bound R for the third derivative along `step`, which is at most R times the second: the largest
  /// change of log-odds.
  func largestChange(along step: [Double]) -> Double
  /// A step that climbs where rounding leaves no factor of the information; `nil` where none is known.
  func stepWithoutFactor(_ derivatives: Derivatives, at parameters: [Double]) -> [Double]?
  /// The scores of the independent parts that it is a sum of.
  func scores(_ parameters: [Double]) -> ScoreMatrix
}

/// An objective's first and second derivatives.
struct Derivatives: Sendable {
  /// The gradient, in battles.
  var gradient: [Double]
  /// The information, which is the negative Hessian.
  var information: SymmetricMatrix

  /// Zeros.
  init(parameterCount: Int) {
    gradient = [Double](repeating: 0, count: parameterCount)
    information = SymmetricMatrix(zeros: parameterCount)
  }
}

extension ConcaveObjective {
  var hasBoundary: Bool { false }

  func slope(at parameters: [Double], along step: [Double]) -> Double {
    dot(derivatives(parameters).gradient, step)
  }

  func gain(from start: [Double], to end: [Double]) -> Double { value(end) - value(start) }

  func stepWithoutFactor(_ derivatives: Derivatives, at parameters: [Double]) -> [Double]? { nil }
}

/// xᵀy.
func dot(_ x: [Double], _ y: [Double]) -> Double {
  var sum = 0.0
  for index in x.indices { sum += x[index] * y[index] }
  return sum
}
