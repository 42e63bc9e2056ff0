import KernelTypes

/// Draws and refits replicates eight at a time.
///
/// A replicate's arithmetic depends on its own lane alone: a lane leaves the iteration when it has
/// converged by itself, and a lane that the fast iteration cannot serve goes to Newton's method.
struct BootstrapWorker<Source: ReplicateSource> {
  /// The replicates' log-strengths so far, replicate by replicate.
  private(set) var values: [Double] = []
  private(set) var degenerateCount = 0
  private(set) var separations: [Int]
  private(set) var refitCount = 0
  /// Set where a replicate could not be counted, or not be fitted, which is a fault of this program.
  private(set) var failure: FitError?

  private let fit: Fit
  private let tolerance: Double
  private var source: Source
  private var chord: ChordIteration
  /// Replicates that wait for Newton's method, and where their values go.
  private var setAside: LaneProblem
  private var setAsidePlaces: [Int] = []
  /// The replicate whose values come first.
  private var firstReplicate = 0

  init(_ fit: Fit, _ source: Source) {
    self.fit = fit
    self.source = source
    tolerance = fit.options.reachableTolerance(largestBattles: source.likelyMaximum)
    separations = [Int](repeating: 0, count: fit.counts.modelCount)
    chord = ChordIteration(fit, tolerance: tolerance)
    setAside = LaneProblem(fit)
  }

  /// Appends the replicates of `blocks` of eight, up to replicate `end`, and asks after each whether to go on.
  mutating func run(_ blocks: Range<Int>, _ end: Int, _ goesOn: () -> Bool) {
    let models = fit.counts.modelCount
    firstReplicate = blocks.lowerBound * 8
    values = [Double](
      repeating: 0, count: max(0, min(end, blocks.upperBound * 8) - firstReplicate) * models)
    for block in blocks {
      let lanes = 0..<min(8, end - block * 8)
      do throws(FitError) {
        try source.draw(block: block, lanes: lanes)
      } catch {
        failure = failure ?? error
        return
      }
      let isConnected =
        fit.options.prior > 0
        ? SIMDMask(repeating: true) : source.lanesShownConnected()
      let remaining =
        fit.isWide ? Set(lanes) : climb(lanes, writingAt: (block * 8 - firstReplicate) * models)
      for lane in lanes {
        let rescue =
          isConnected[lane] || source.isShownConnected(lane: lane)
          ? nil : rescue(replicate: block * 8 + lane)
        if rescue != nil || remaining.contains(lane) {
          set(aside: lane, at: (block * 8 + lane - firstReplicate) * models, rescue)
        }
      }
      guard goesOn() else { return }
    }
    refitThoseSetAside()
  }

  /// Writes the lanes that the fast iteration serves; answers the others.
  private mutating func climb(_ lanes: Range<Int>, writingAt at: Int) -> Set<Int> {
    let models = fit.counts.modelCount
    var values = values
    self.values = []
    defer { self.values = values }
    return chord.climb(source.battles, source.halfWins, lanes) { lane, logStrength in
      for model in 0..<models { values[at + lane * models + model] = logStrength[model][lane] }
    }
  }

  /// The prior for those outside the largest group of a replicate in which the models do not hang
  /// together; `nil` for a replicate in which they do.
  private mutating func rescue(replicate: Int) -> Penalty.Rescue? {
    let connectivity = source.connectivity(replicate: replicate)
    guard !connectivity.isStronglyConnected else { return nil }
    let groups = connectivity.members
    let outside = groups.dropFirst().joined().sorted()
    degenerateCount += 1
    for model in outside { separations[model] += 1 }
    return Penalty.Rescue(models: outside, core: groups[0], weight: 0.5)
  }

  /// Keeps one lane's battles for Newton's method, which starts when eight have come together.
  private mutating func set(
    aside lane: Int, at place: Int, _ rescue: Penalty.Rescue?
  ) {
    setAside.load(
      setAsidePlaces.count, from: (source.battles, source.halfWins), lane: lane, rescue: rescue)
    setAsidePlaces.append(place)
    if setAsidePlaces.count == 8 { refitThoseSetAside() }
  }

  private mutating func refitThoseSetAside() {
    guard !setAsidePlaces.isEmpty else { return }
    let (solution, failed) = LaneNewton.climb(
      &setAside, start: fit.uncentred, lanes: setAsidePlaces.count, tolerance: tolerance)
    for (lane, place) in setAsidePlaces.enumerated() {
      for (model, value) in solution.enumerated() { values[place + model] = value[lane] }
      if failed[lane] { refitAlone(setAside.rescues[lane], at: place) }
    }
    refitCount += setAsidePlaces.count
    setAsidePlaces.removeAll()
  }

  /// The last resort: dense, damped Newton steps.
  private mutating func refitAlone(_ rescue: Penalty.Rescue?, at place: Int) {
    let replicate = firstReplicate + place / fit.counts.modelCount
    do throws(FitError) {
      let maximum = try Maximum(
        source.terms(replicate: replicate, prior: fit.options.prior, rescue: rescue),
        start: fit.uncentred, tolerance: tolerance,
        iterationLimit: fit.options.iterationLimit, wantsInverse: false, kernels: fit.kernels)
      for (model, value) in maximum.parameters.enumerated() { values[place + model] = value }
    } catch {
      failure = failure ?? error
    }
  }
}
