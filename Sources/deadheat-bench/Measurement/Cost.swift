/// What a piece of work took.
struct Cost: Sendable {
  /// Seconds on the wall's clock.
  let wall: Double
  /// Seconds of all processors, of the user's and the system's account.
  let cpu: Double

  /// What `work` takes in this process.
  static func of(_ work: () throws -> Void) rethrows -> Cost {
    let clock = ContinuousClock()
    let cpu = ProcessorTime.ofThisProcess
    let start = clock.now
    try work()
    let wall = start.duration(to: clock.now)
    return Cost(wall: wall / .seconds(1), cpu: ProcessorTime.ofThisProcess - cpu)
  }
}

/// The middle one of several costs, processor and wall time by themselves.
struct MedianCost: Sendable {
  let wall: Double
  let cpu: Double

  /// - Precondition: there is one at least.
  init(_ costs: [Cost]) {
    wall = Self.median(costs.map(\.wall))
    cpu = Self.median(costs.map(\.cpu))
  }

  private static func median(_ values: [Double]) -> Double {
    let ascending = values.sorted()
    let upper = ascending.count / 2
    let lower = (ascending.count - 1) / 2
    return (ascending[lower] + ascending[upper]) / 2
  }
}
