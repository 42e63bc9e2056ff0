/// What a studentised estimate is compared with.
public enum ReferenceDistribution: Sendable, Equatable {
  /// The standard normal: the standard error rests on many independent battles.
  case normal
  /// Student's t: the standard error rests on clusters, one more than the degrees of freedom.
  case student(degreesOfFreedom: Double)

  /// The value that the statistic stays below with probability `p`.
  public func quantile(_ p: Double) -> Double {
    switch self {
    case .normal: NormalDistribution.quantile(p)
    case .student(let degrees): StudentDistribution(degreesOfFreedom: degrees).quantile(p)
    }
  }

  /// The probability of a statistic beyond ±`statistic`.
  public func twoSidedP(_ statistic: Double) -> Double {
    switch self {
    case .normal: NormalDistribution.twoSidedP(statistic)
    case .student(let degrees):
      StudentDistribution(degreesOfFreedom: degrees).twoSidedP(statistic)
    }
  }

  /// The standard normal value with the tail of `statistic`: what joint tests, whose draws are normal,
  /// compare. A pair is then never easier to tell apart with others than by itself.
  public func normalEquivalent(_ statistic: Double) -> Double {
    guard case .student = self, statistic != 0 else { return statistic }
    // Beyond 37 there is no normal tail in double precision.
    let tail = max(0.5 * twoSidedP(statistic), .leastNormalMagnitude)
    let magnitude = -NormalDistribution.quantile(tail)
    return statistic < 0 ? -magnitude : magnitude
  }

  /// The statistic with the tail of a standard normal `value`: how far intervals reach.
  public func value(ofNormal value: Double) -> Double {
    guard case .student(let degrees) = self, value != 0, value.isFinite else { return value }
    let tail = NormalDistribution.upperTail(value.magnitude)
    let magnitude = -StudentDistribution(degreesOfFreedom: degrees).quantile(tail)
    return value < 0 ? -magnitude : magnitude
  }

  /// The degrees of freedom; `nil` for the normal distribution.
  public var degreesOfFreedom: Double? {
    if case .student(let degrees) = self { degrees } else { nil }
  }
}
