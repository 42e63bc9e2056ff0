import KernelTypes

/// Refits eight replicates from the full fit θ̂ by θ ← θ + S·A·S·g: g the replicate's gradient, A the
/// full fit's inverse information, S diagonal.
///
/// S² is each model's curvature in the data over that in the replicate, both at θ̂, so that a model
/// with few battles that got many more or fewer of them is met with the right step. The error
/// shrinks some fifty times a step. What proves convergence is the gradient alone, whatever the way
/// there.
struct ChordIteration {
  private let fit: Fit
  private let tolerance: Double
  /// The first model's share of each pair's battles that the fit expects.
  private let share: [Double]
  /// The curvature of each model at the fit.
  private let fullCurvature: [Double]
  /// What the prior adds to each model's gradient and curvature there.
  private let priorSlope, priorCurvature: [Double]
  private var strength: [Lanes]
  private var gradient: [Lanes]
  private var scale: [Lanes]
  /// The replicates' log-strengths.
  private(set) var logStrength: [Lanes]

  init(_ fit: Fit, tolerance: Double) {
    self.fit = fit
    self.tolerance = tolerance
    let counts = fit.counts
    let theta = fit.uncentred
    let prior = fit.options.prior
    func logistic(_ x: Double) -> Double { 1 / (1 + LibM.exp(-x)) }
    let share = (0..<counts.pairCount).map {
      logistic(theta[Int(counts.first[$0])] - theta[Int(counts.second[$0])])
    }
    priorSlope = theta.map { prior * (0.5 - logistic($0)) }
    priorCurvature = theta.map { prior * logistic($0) * logistic(-$0) }
    var curvature = priorCurvature
    for pair in 0..<counts.pairCount {
      let term = Double(counts.battles(pair)) * share[pair] * (1 - share[pair])
      curvature[Int(counts.first[pair])] += term
      curvature[Int(counts.second[pair])] += term
    }
    self.share = share
    fullCurvature = curvature
    let models = [Lanes](repeating: .zero, count: counts.modelCount)
    (strength, gradient, scale, logStrength) = (models, models, models, models)
  }

  /// Iterates until each of `lanes` has converged or is given up, and tells of each that has, while
  /// `logStrength` holds its values; answers those given up.
  mutating func climb(
    _ battles: [CountLanes], _ halfWins: [CountLanes], _ lanes: Range<Int>,
    _ hasConverged: (_ lane: Int, _ logStrength: [Lanes]) -> Void
  ) -> Set<Int> {
    open(battles, halfWins)
    var active = Set(lanes)
    var abandoned: Set<Int> = []
    var before = Lanes(repeating: .infinity)
    for _ in 0..<60 {
      Self.step(fit, scale, &gradient, &logStrength)
      let largest = evaluateGradient(battles, halfWins)
      for lane in lanes where active.contains(lane) {
        if largest[lane] < tolerance {
          hasConverged(lane, logStrength)
          active.remove(lane)
        } else if !(largest[lane] < 0.7 * before[lane]) {
          active.remove(lane)
          abandoned.insert(lane)
        }
      }
      if active.isEmpty { return abandoned }
      before = largest
    }
    return abandoned.union(active)
  }

  /// Starts at the full fit: its gradient in each replicate, and the scales.
  private mutating func open(_ battles: [CountLanes], _ halfWins: [CountLanes]) {
    Self.findOpeningGradient(fit, share, battles, halfWins, &gradient, &scale)
    for model in gradient.indices {
      logStrength[model] = Lanes(repeating: fit.uncentred[model])
      gradient[model] += priorSlope[model]
      let full = fullCurvature[model]
      let curvature = scale[model] + priorCurvature[model]
      // A model that has lost its battles is no longer held by them, whatever the scale.
      let least = full / 16
      scale[model] =
        (full / curvature.replacing(with: least, where: curvature .< least)).squareRoot()
    }
  }

  /// Sets the gradient at the present log-strengths and answers each lane's largest magnitude.
  private mutating func evaluateGradient(_ battles: [CountLanes], _ halfWins: [CountLanes])
    -> Lanes
  {
    for model in gradient.indices { gradient[model] = .zero }
    LaneProblem.exponentiate(fit.kernels, logStrength, &strength)
    return LaneProblem.addGradient(fit, strength, battles, halfWins, &gradient)
  }

  // The calls of kernels are static, so that the compiler sees the arrays apart.

  private static func findOpeningGradient(
    _ fit: Fit, _ share: [Double], _ battles: [CountLanes], _ halfWins: [CountLanes],
    _ gradient: inout [Lanes], _ curvature: inout [Lanes]
  ) {
    var gradientSpan = gradient.mutableSpan
    var curvatureSpan = curvature.mutableSpan
    fit.kernels.openingGradient(
      fit.counts.start.span, fit.counts.second.span, share.span, battles.span, halfWins.span,
      &gradientSpan, &curvatureSpan)
  }

  private static func step(
    _ fit: Fit, _ scale: [Lanes], _ gradient: inout [Lanes], _ logStrength: inout [Lanes]
  ) {
    var gradientSpan = gradient.mutableSpan
    var valueSpan = logStrength.mutableSpan
    fit.kernels.chordStep(
      fit.inverseInformation.storage.span, scale.span, &gradientSpan, &valueSpan)
  }
}
