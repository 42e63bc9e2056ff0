import KernelTypes

/// Draws and refits replicates eight at a time.
///
/// A replicate's arithmetic depends on its own lane alone: a lane leaves the iteration when it has
/// converged by itself, and a lane that the fast iteration cannot serve goes to Newton's method.
struct BootstrapWorker {
  /// The replicates' log-strengths so far, replicate by replicate.
  private(set) var values: [Double] = []
  private(set) var degenerateCount = 0
  private(set) var separations: [Int]
  private(set) var refitCount = 0
  /// Set where a replicate could not be fitted: a fault of this program.
  private(set) var failure: FitError?

  private let fit: Fit
  private let plan: ResamplingPlan
  private let seed: UInt64
  private let tolerance: Double
  private var battles: [CountLanes]
  private var halfWins: [CountLanes]
  private var witnesses: [CountLanes]
  private var logStrength: [Lanes]
  private var strength: [Lanes]
  private var gradient: [Lanes]
  /// Replicates that wait for Newton's method, and where their values go.
  private var setAside: LaneProblem
  private var setAsidePlaces: [Int] = []
  /// The replicate whose values come first.
  private var firstReplicate = 0

  init(_ fit: Fit, _ plan: ResamplingPlan, seed: UInt64) {
    self.fit = fit
    self.plan = plan
    self.seed = seed
    let models = plan.counts.modelCount
    // A replicate can hold somewhat more battles of a model than the data.
    let largest = 2 * (plan.counts.battlesByModel.max() ?? 0)
    tolerance = fit.options.reachableTolerance(largestBattles: largest)
    separations = [Int](repeating: 0, count: models)
    battles = [CountLanes](repeating: .zero, count: plan.counts.pairCount)
    halfWins = [CountLanes](repeating: .zero, count: models)
    witnesses = [CountLanes](repeating: .zero, count: plan.witnessCellCount)
    logStrength = [Lanes](repeating: .zero, count: models)
    strength = logStrength
    gradient = logStrength
    setAside = LaneProblem(fit)
  }

  /// Appends the replicates of `blocks` of eight, up to replicate `end`, and tells when each
  /// is done.
  mutating func run(_ blocks: Range<Int>, _ end: Int, _ blockIsDone: () -> Void) {
    let models = plan.counts.modelCount
    firstReplicate = blocks.lowerBound * 8
    values = [Double](
      repeating: 0, count: max(0, min(end, blocks.upperBound * 8) - firstReplicate) * models)
    for block in blocks {
      let lanes = 0..<min(8, end - block * 8)
      draw(block, lanes)
      let remaining = climb(lanes, writingAt: (block * 8 - firstReplicate) * models)
      for lane in lanes {
        let rescue = hasWitnesses(lane) ? nil : rescue(replicate: block * 8 + lane)
        if rescue != nil || remaining.contains(lane) {
          set(aside: lane, at: (block * 8 + lane - firstReplicate) * models, rescue)
        }
      }
      blockIsDone()
    }
    refitThoseSetAside()
  }

  private mutating func draw(_ block: Int, _ lanes: Range<Int>) {
    for pair in battles.indices { battles[pair] = .zero }
    for model in halfWins.indices { halfWins[model] = .zero }
    for cell in witnesses.indices { witnesses[cell] = .zero }
    var streams = RandomLanes(seed: seed, purpose: .resampling, first: block * 8)
    let totals = Self.drawCells(plan, fit.kernels, &streams, &battles, &halfWins, &witnesses)
    for lane in lanes {
      if Int(totals[lane]) > plan.battleCount {
        redraw(lane, replicate: block * 8 + lane)
      } else {
        var stream = streams[lane]
        for _ in Int(totals[lane])..<plan.battleCount {
          add(1, cell: Int(plan.singleBattle.draw(0, &stream)), lane)
        }
      }
    }
  }

  /// Calls the kernel; static, so that the compiler sees the arrays apart.
  private static func drawCells(
    _ plan: ResamplingPlan, _ kernels: KernelTable, _ streams: inout RandomLanes,
    _ battles: inout [CountLanes], _ halfWins: inout [CountLanes], _ witnesses: inout [CountLanes]
  ) -> CountLanes {
    var battleSpan = battles.mutableSpan
    var winSpan = halfWins.mutableSpan
    var witnessSpan = witnesses.mutableSpan
    return kernels.drawCells(
      plan.cells.span, plan.frequencies.tables.span, plan.frequencies.slots.span, &streams,
      &battleSpan, &winSpan, &witnessSpan)
  }

  /// Draws one lane again, with the streams of later attempts.
  private mutating func redraw(_ lane: Int, replicate: Int) {
    for pair in battles.indices { battles[pair][lane] = 0 }
    for model in halfWins.indices { halfWins[model][lane] = 0 }
    for cell in witnesses.indices { witnesses[cell][lane] = 0 }
    for (cell, frequency) in plan.frequencies(seed: seed, replicate: replicate).enumerated() {
      add(frequency, cell: cell, lane)
    }
  }

  private mutating func add(_ frequency: Int32, cell index: Int, _ lane: Int) {
    let cell = plan.cells[index]
    battles[Int(cell.pair)][lane] += frequency
    halfWins[Int(cell.first)][lane] += frequency * cell.halfWins
    halfWins[Int(cell.second)][lane] += frequency * (2 - cell.halfWins)
    if index < witnesses.count { witnesses[index][lane] += frequency }
  }

  /// Whether each witness pair still has both sides scoring, which proves the replicate connected.
  private func hasWitnesses(_ lane: Int) -> Bool {
    func occurs(_ cell: Int?) -> Bool { cell.map { witnesses[$0][lane] > 0 } ?? false }
    return fit.options.prior > 0
      || plan.hasSpanningWitnesses
        && plan.witnesses.allSatisfy {
          occurs($0.tie) || (occurs($0.firstWins) && occurs($0.secondWins))
        }
  }

  /// Iterates θ ← θ + A·g with the full fit's inverse information A and writes the lanes that
  /// converge; answers those that do not.
  ///
  /// The error shrinks about sixteenfold a step where a replicate's information is near the full
  /// data's, and does not where a model has few battles and got many more in the replicate.
  private mutating func climb(_ lanes: Range<Int>, writingAt at: Int) -> Set<Int> {
    let models = plan.counts.modelCount
    for model in 0..<models { logStrength[model] = Lanes(repeating: fit.uncentred[model]) }
    var active = Set(lanes)
    var abandoned: Set<Int> = []
    var before = Lanes(repeating: .infinity)
    for iteration in 0..<60 {
      let largest = evaluateGradient()
      for lane in lanes where active.contains(lane) {
        if largest[lane] < tolerance {
          for model in 0..<models {
            values[at + lane * models + model] = logStrength[model][lane]
          }
          active.remove(lane)
        } else if iteration > 1, !(largest[lane] < 0.7 * before[lane]) {
          active.remove(lane)
          abandoned.insert(lane)
        }
      }
      if active.isEmpty { return abandoned }
      before = largest
      LaneProblem.addInverseProduct(fit, gradient, &logStrength)
    }
    return abandoned.union(active)
  }

  /// Sets the gradient at the present log-strengths and answers each lane's largest magnitude.
  private mutating func evaluateGradient() -> Lanes {
    for model in gradient.indices { gradient[model] = .zero }
    LaneProblem.exponentiate(fit.kernels, logStrength, &strength)
    return LaneProblem.addGradient(fit, strength, battles, halfWins, &gradient)
  }

  /// The prior for those outside the largest group of a replicate in which the models do not hang
  /// together; `nil` for a replicate in which they do.
  private mutating func rescue(replicate: Int) -> LikelihoodTerms.Rescue? {
    let frequencies = plan.frequencies(seed: seed, replicate: replicate)
    let connectivity = plan.connectivity(of: frequencies)
    guard !connectivity.isStronglyConnected else { return nil }
    let groups = connectivity.members
    let outside = groups.dropFirst().joined().sorted()
    degenerateCount += 1
    for model in outside { separations[model] += 1 }
    return LikelihoodTerms.Rescue(models: outside, core: groups[0], weight: 0.5)
  }

  /// Keeps one lane's battles for Newton's method, which starts when eight have come together.
  private mutating func set(
    aside lane: Int, at place: Int, _ rescue: LikelihoodTerms.Rescue?
  ) {
    setAside.load(
      setAsidePlaces.count, from: (battles, halfWins), lane: lane, rescue: rescue)
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

  /// The last resort: dense Newton steps with a line search.
  private mutating func refitAlone(_ rescue: LikelihoodTerms.Rescue?, at place: Int) {
    let replicate = firstReplicate + place / plan.counts.modelCount
    let frequencies = plan.frequencies(seed: seed, replicate: replicate)
    do throws(FitError) {
      let maximum = try NewtonMaximum(
        plan.terms(frequencies, prior: fit.options.prior, rescue: rescue), start: fit.uncentred,
        tolerance: tolerance, iterationLimit: fit.options.iterationLimit, wantsInverse: false,
        kernels: fit.kernels)
      for (model, value) in maximum.logStrength.enumerated() { values[place + model] = value }
    } catch {
      failure = failure ?? error
    }
  }
}
