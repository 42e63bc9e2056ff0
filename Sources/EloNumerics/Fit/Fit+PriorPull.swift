extension Fit {
  /// How far the prior pulls each log-strength, to first order and up to a constant: H⁻¹·g, with H the
  /// information and g the prior's part of the gradient, both at the fit.
  package var firstOrderPriorPull: [Double] {
    let slope = uncentred.map { 0.5 * options.prior * (1 - 2 * LogOdds.shares($0).first) }
    return slope.indices.map { row in
      slope.indices.reduce(0) { $0 + inverseInformation[row, $1] * slope[$1] }
    }
  }
}
