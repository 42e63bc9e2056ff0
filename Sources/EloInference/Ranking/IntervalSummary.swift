/// How the intervals were made.
public struct IntervalSummary: Sendable, Equatable {
  /// The method.
  public let method: IntervalMethod
  /// The coverage, such as 0.95.
  public let level: Double
  /// Bootstrap replicates; 0 where there were none.
  public let resamples: Int
  /// The seed of all that is drawn.
  public let seed: UInt64
  /// Replicates in which some models had no finite estimate and were given a prior.
  public let degenerateResamples: Int
  /// Which ratings' intervals hold together.
  public let family: IntervalFamily
  /// How many standard errors intervals that hold together extend at the most, or would if they were
  /// normal; `nil` for single ones.
  public let criticalValue: Double?
  /// The fewest degrees of freedom of a ranked model's Student's t; `nil` for the normal distribution.
  public let degreesOfFreedom: Double?

  /// A summary.
  init(
    method: IntervalMethod, level: Double, resamples: Int, seed: UInt64, degenerateResamples: Int,
    family: IntervalFamily = .single, criticalValue: Double? = nil, degreesOfFreedom: Double? = nil
  ) {
    self.degreesOfFreedom = degreesOfFreedom
    self.method = method
    self.level = level
    self.resamples = resamples
    self.seed = seed
    self.degenerateResamples = degenerateResamples
    self.family = family
    self.criticalValue = criticalValue
  }
}
