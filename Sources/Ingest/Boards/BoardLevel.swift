/// The coverage that a board's intervals claim, with half their width in standard errors.
struct BoardLevel: Sendable, Equatable {
  /// The coverage, such as 0.95.
  let level: Double
  /// The standard normal quantile at (1 + `level`) / 2.
  let quantile: Double

  /// What the headings claim, else what options say, else 0.95.
  ///
  /// - Parameters:
  ///   - claimed: the level in the headings.
  ///   - given: the level that options say.
  ///   - quantile: the quantile for the level that options say, or for 0.95.
  ///   - place: where the headings stand.
  /// - Throws: where the headings contradict the options, or claim a level that is not usual.
  static func of(
    claimed: Double?, given: Double?, quantile: Double, at place: Place
  ) throws(IngestError) -> BoardLevel {
    if let claimed, let given, abs(claimed - given) > 1e-9 {
      throw .usage(
        what: "--board-level \(given) contradicts the headings at \(place), which say "
          + text(claimed),
        remedy: "leave it out")
    }
    let level = claimed ?? given ?? 0.95
    if let given { return BoardLevel(level: given, quantile: quantile) }
    if level == 0.95 { return BoardLevel(level: level, quantile: quantile) }
    guard let usual = usual.first(where: { abs($0.level - level) < 1e-9 }) else {
      throw .header(
        place, what: "the intervals are said to cover \(text(level)), which is not usual",
        remedy: "say so with --board-level \(level)")
    }
    return BoardLevel(level: level, quantile: usual.quantile)
  }

  /// `95%`.
  static func text(_ level: Double) -> String {
    let percent = (level * 1e6).rounded() / 1e4
    return percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"
  }

  /// The level of the most usual ones whose quantile is within 5% of one that was measured, as those of
  /// bootstrap intervals are.
  static func nearest(to quantile: Double) -> Double? {
    let near = usual.filter { [0.5, 0.8, 0.9, 0.95, 0.99, 0.999].contains($0.level) }.min {
      abs($0.quantile - quantile) < abs($1.quantile - quantile)
    }
    return near.flatMap { abs($0.quantile - quantile) <= 0.05 * quantile ? $0.level : nil }
  }

  /// Standard normal quantiles at (1 + level) / 2, by Python's `statistics.NormalDist`.
  private static let usual: [(level: Double, quantile: Double)] = [
    (0.5, 0.6744897501960817), (0.6, 0.8416212335729144), (0.68, 0.9944578832097535),
    (0.6827, 1.0000217133229994), (0.7, 1.0364333894937894), (0.75, 1.1503493803760079),
    (0.8, 1.2815515655446008), (0.85, 1.439531470938456), (0.9, 1.6448536269514715),
    (0.95, 1.959963984540054), (0.9545, 2.0000024438996027), (0.96, 2.053748910631822),
    (0.97, 2.17009037758456), (0.975, 2.2414027276049464), (0.98, 2.3263478740408408),
    (0.99, 2.5758293035489), (0.995, 2.8070337683438114), (0.997, 2.9677379253417704),
    (0.9973, 2.999976992703401), (0.999, 3.2905267314919255),
  ]
}
