import KernelTypes

/// What draws replicates: the resampling of battles, or that of clusters of them.
///
/// A replicate is determined by the seed and its number, whatever else is drawn beside it.
protocol ReplicateSource: Sendable {
  /// The battles that are resampled.
  var counts: PairCounts { get }
  /// Each pair's battles in the eight replicates drawn last.
  var battles: [CountLanes] { get }
  /// Each model's half wins in them.
  var halfWins: [CountLanes] { get }
  /// The most battles of one model that a replicate may well have.
  var likelyMaximum: Int { get }

  /// Draws the replicates 8·`block` and those after it into `lanes`.
  ///
  /// - Throws: `FitError.tooManyBattlesToResample`, where a replicate has more battles than can be
  ///   counted.
  mutating func draw(block: Int, lanes: Range<Int>) throws(FitError)

  /// The lanes that are shown to be connected at little cost.
  func lanesShownConnected() -> SIMDMask<CountLanes>

  /// Whether another lane is shown to be connected; what this does not show may still be.
  func isShownConnected(lane: Int) -> Bool

  /// Each pair's battles in one replicate and the first model's half wins in them: the scalar twin of
  /// `draw`, for replicates that need a closer look.
  func pairSums(replicate: Int) -> (battles: [Int], halfWins: [Int])
}

extension ReplicateSource {
  /// The components of the models in a replicate.
  func connectivity(replicate: Int) -> Connectivity {
    counts.connectivity(of: pairSums(replicate: replicate))
  }

  /// The terms of a replicate's objective.
  func terms(replicate: Int, prior: Double, rescue: Penalty.Rescue?) -> PairedObjective {
    let sums = pairSums(replicate: replicate)
    return PairedObjective(
      Design(counts), Outcomes(battles: sums.battles, halfWins: sums.halfWins),
      penalties: PairedObjective.penalties(prior: prior) + (rescue.map { [.rescue($0)] } ?? []))
  }
}

extension PairCounts {
  /// The components of the models where the pairs' battles came out as in `sums`.
  func connectivity(of sums: (battles: [Int], halfWins: [Int])) -> Connectivity {
    Connectivity(
      modelCount: modelCount, first: first, second: second,
      firstScored: { sums.halfWins[$0] > 0 },
      secondScored: { 2 * sums.battles[$0] > sums.halfWins[$0] })
  }
}
