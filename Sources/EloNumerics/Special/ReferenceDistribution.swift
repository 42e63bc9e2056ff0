/// What a studentised estimate is compared with.
public enum ReferenceDistribution: Sendable, Equatable {
  /// The standard normal: the standard error rests on many independent battles.
  case normal
  /// Student's t with one degree of freedom less than `effective` clusters, times √(n/(n − 1)) for those n:
  /// the standard error rests on clusters that are worth so many equal ones.
  ///
  /// Squares about an estimate are too small, by 1 − 1/n for n equal clusters, and the factor G/(G − 1) of
  /// a variance by G clusters makes up for that only where they are equal: the heavier a cluster is, the
  /// more the estimate follows it. Below `leastEffective` that number itself is taken.
  case clustered(effective: Double)

  /// Fewer effective clusters than this count as so many: intervals of hundreds of standard errors are as
  /// good as none.
  public static let leastEffective = 1.5

  /// The value that the statistic stays below with probability `p`.
  public func quantile(_ p: Double) -> Double {
    guard let student else { return NormalDistribution.quantile(p) }
    return student.distribution.quantile(p) * student.scale
  }

  /// The probability of a statistic beyond ±`statistic`.
  public func twoSidedP(_ statistic: Double) -> Double {
    guard let student else { return NormalDistribution.twoSidedP(statistic) }
    return student.distribution.twoSidedP(statistic / student.scale)
  }

  /// The standard normal value with the tail of `statistic`: what joint tests, whose draws are normal,
  /// compare. A pair is then never easier to tell apart with others than by itself.
  public func normalEquivalent(_ statistic: Double) -> Double {
    guard self != .normal, statistic != 0 else { return statistic }
    // Beyond 37 there is no normal tail in double precision.
    let tail = max(0.5 * twoSidedP(statistic), .leastNormalMagnitude)
    let magnitude = -NormalDistribution.quantile(tail)
    return statistic < 0 ? -magnitude : magnitude
  }

  /// The statistic with the tail of a standard normal `value`: how far intervals reach.
  public func value(ofNormal value: Double) -> Double {
    guard self != .normal, value != 0, value.isFinite else { return value }
    let tail = NormalDistribution.upperTail(value.magnitude)
    let magnitude = -quantile(tail)
    return value < 0 ? -magnitude : magnitude
  }

  /// The degrees of freedom; `nil` for the normal distribution.
  public var degreesOfFreedom: Double? { student?.distribution.degreesOfFreedom }

  /// Student's t and what it is stretched by; `nil` for the normal distribution.
  private var student: (distribution: StudentDistribution, scale: Double)? {
    guard case .clustered(let effective) = self else { return nil }
    let number = max(effective, Self.leastEffective)
    return (
      StudentDistribution(degreesOfFreedom: number - 1), (number / (number - 1)).squareRoot()
    )
  }
}
