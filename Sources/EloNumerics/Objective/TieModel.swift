/// How ties enter a paired objective.
public enum TieModel: String, Sendable, CaseIterable {
  /// As half a win for each side: an estimating equation, without a parameter for ties.
  case halfWin = "half"
  /// As likely as ν·√(pᵢ·pⱼ) beside pᵢ and pⱼ, with ln ν as parameter (Davidson, Journal of the American
  /// Statistical Association 65 (1970) 317).
  case davidson
  /// Where neither side is ahead by more than a threshold τ ≥ 0 of log-odds, which is the parameter (Rao
  /// and Kupper, Journal of the American Statistical Association 62 (1967) 194; their θ is e^τ).
  case raoKupper = "rao-kupper"

  /// Whether there is a parameter for how likely ties are.
  public var hasParameter: Bool { self != .halfWin }

  /// The tie parameter at which equal models tie `rate` of their battles.
  ///
  /// - Parameter rate: above 0 and below 1.
  func parameter(atRate rate: Double) -> Double {
    switch self {
    case .halfWin: 0
    case .davidson: LibM.log(2 * rate / (1 - rate))
    case .raoKupper: LibM.log1p(rate) - LibM.log1p(-rate)
    }
  }

  /// The share of battles that equal models tie at a tie parameter.
  func rate(atParameter value: Double) -> Double {
    switch self {
    case .halfWin: 0
    case .davidson: LogOdds.probability(value - LibM.log(2))
    // (e^τ − 1)/(e^τ + 1).
    case .raoKupper: 1 - 2 * LogOdds.probability(-value)
    }
  }
}

/// What the outcomes of a row are, given its predictors: a model of ties, and whether "both bad" is a tie or
/// an outcome of its own.
///
/// All logarithms of probabilities are concave in the predictors together: Davidson's are those of a
/// multinomial logit, Rao and Kupper's those of ordered classes of a logistic variable (Pratt, Journal of the
/// American Statistical Association 76 (1981) 103).
struct OutcomeLink: Sendable, Equatable {
  let ties: TieModel
  let isBothBadApart: Bool

  /// Ties, and "both bad", as half wins.
  static let halfWin = OutcomeLink(ties: .halfWin, isBothBadApart: false)

  init(ties: TieModel, isBothBadApart: Bool = false) {
    precondition(!isBothBadApart || ties.hasParameter, "half wins know no further outcome")
    self.ties = ties
    self.isBothBadApart = isBothBadApart
  }

  /// What a row adds whose battles came out as `sums` has it.
  func terms(_ at: Predictors, _ sums: SIMD4<Double>) -> LinkTerms {
    switch ties {
    case .halfWin: halfWin(at, sums)
    case .davidson: davidson(at, sums)
    case .raoKupper: raoKupper(at, sums)
    }
  }

  /// The slopes of the same in the predictors: position, tie, both bad.
  func slope(_ at: Predictors, _ sums: SIMD4<Double>) -> SIMD3<Double> {
    guard ties == .halfWin else { return terms(at, sums).slope }
    let score = sums.x + 0.5 * (sums.z + sums.w)
    let (p, q) = LogOdds.shares(at.position)
    return SIMD3(score * q - (sums.sum() - score) * p, 0, 0)
  }

  private func halfWin(_ at: Predictors, _ sums: SIMD4<Double>) -> LinkTerms {
    let score = sums.x + 0.5 * (sums.z + sums.w)
    let battles = sums.sum()
    let (p, q) = LogOdds.shares(at.position)
    return LinkTerms(
      value: score * LogOdds.logProbability(at.position)
        + (battles - score) * LogOdds.logProbability(-at.position),
      slope: SIMD3(score * q - (battles - score) * p, 0, 0),
      curvature: SIMD3(battles * (p * q), 0, 0))
  }

  /// Weights e^(η/2), e^(−η/2), e^ζ and, apart, e^κ.
  private func davidson(_ at: Predictors, _ sums: SIMD4<Double>) -> LinkTerms {
    let exponents = SIMD4(
      0.5 * at.position, -0.5 * at.position, at.tie, isBothBadApart ? at.bothBad : -.infinity)
    let largest = exponents.max()
    var p = SIMD4<Double>.zero
    for outcome in 0..<4 { p[outcome] = LibM.exp(exponents[outcome] - largest) }
    let total = p.sum()
    p /= total
    let logTotal = largest + LibM.log(total)
    var terms = LinkTerms()
    for outcome in 0..<4 where sums[outcome] != 0 {
      terms.value += sums[outcome] * (exponents[outcome] - logTotal)
    }
    let battles = sums.sum()
    let level = p.z + p.w
    let lead = p.x - p.y
    // Each residual from what speaks against the outcome, which keeps it exact to its own size.
    terms.slope.x =
      0.5 * (sums.x * (2 * p.y + level) - sums.y * (2 * p.x + level) - (sums.z + sums.w) * lead)
    terms.slope.y = sums.z * (1 - p.z) - (battles - sums.z) * p.z
    terms.slope.z = sums.w * (1 - p.w) - (battles - sums.w) * p.w
    terms.curvature =
      battles
      * SIMD3(
        0.25 * ((p.x + p.y) * level + 4 * p.x * p.y), p.z * (1 - p.z), p.w * (1 - p.w))
    terms.cross = -battles * SIMD3(0.5 * lead * p.z, 0.5 * lead * p.w, p.z * p.w)
    return terms
  }

  /// Won where a logistic variable about η exceeds τ, lost where it is below −τ. "Both bad", apart, is
  /// decided first, and by itself.
  private func raoKupper(_ at: Predictors, _ sums: SIMD4<Double>) -> LinkTerms {
    let tau = at.tie
    var terms = LinkTerms()
    if isBothBadApart {
      let (bad, other) = LogOdds.shares(at.bothBad)
      let others = sums.x + sums.y + sums.z
      terms.value +=
        sums.w * LogOdds.logProbability(at.bothBad) + others * LogOdds.logProbability(-at.bothBad)
      terms.slope.z = sums.w * other - others * bad
      terms.curvature.z = sums.sum() * (bad * other)
    }
    let (above, notAbove) = LogOdds.shares(at.position - tau)
    let (notBelow, below) = LogOdds.shares(at.position + tau)
    terms.value += sums.x * LogOdds.logProbability(at.position - tau)
    terms.value += sums.y * LogOdds.logProbability(-at.position - tau)
    terms.slope.x += sums.x * notAbove - sums.y * notBelow
    terms.slope.y -= sums.x * notAbove + sums.y * notBelow
    // σ(η + τ) − σ(η − τ) = σ(η + τ)·σ(τ − η)·(1 − e^(−2τ)).
    if sums.z != 0 {
      terms.value +=
        sums.z
        * (LogOdds.logProbability(at.position + tau) + LogOdds.logProbability(tau - at.position)
          + (tau > 0 ? LibM.log(-LibM.expm1(-2 * tau)) : -.infinity))
      let gap = LibM.expm1(2 * tau)
      terms.slope.x += sums.z * (below - above)
      terms.slope.y += sums.z * (below + above + 2 / gap)
      terms.curvature.y += sums.z * 4 * (gap + 1) / (gap * gap)
    }
    let atWin = (sums.x + sums.z) * (above * notAbove)
    let atLoss = (sums.y + sums.z) * (notBelow * below)
    terms.curvature.x += atWin + atLoss
    terms.curvature.y += atWin + atLoss
    terms.cross.x += atLoss - atWin
    return terms
  }
}
