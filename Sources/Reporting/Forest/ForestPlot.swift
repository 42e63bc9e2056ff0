/// Intervals to be drawn beside the rows of a table, all on one axis.
struct ForestPlot {
  /// An estimate with its interval.
  struct Span {
    /// The estimate.
    let estimate: Double
    /// The lower end of its interval; may be infinite.
    let lower: Double
    /// The upper end of its interval; may be infinite.
    let upper: Double
    /// Whether the axis makes room for it: what is not ranked has intervals that would squeeze all
    /// others to a point, and is clipped instead.
    let setsScale: Bool
  }

  /// One for each row of cells, from top to bottom.
  let spans: [Span]
  /// A value that the axis always shows and that every row marks, such as a gap of 0.
  var reference: Double?

  /// The values from end to end of the axis; `nil` where there are none or all are the same.
  ///
  /// All estimates that set the scale are on it. Their intervals are too, unless they reach further
  /// beyond the outermost estimate than half the range of the estimates and than three typical
  /// half-lengths: one interval of thousands of points would leave nothing to see of the others.
  var range: ClosedRange<Double>? {
    let scaling = spans.filter(\.setsScale)
    let shown = (scaling.isEmpty ? spans : scaling).filter(\.estimate.isFinite)
    let estimates = shown.map(\.estimate)
    guard let least = estimates.min(), let greatest = estimates.max() else { return nil }
    let halves = shown.map { ($0.upper - $0.lower) / 2 }.filter(\.isFinite).sorted()
    let typical = halves.isEmpty ? 0 : halves[halves.count / 2]
    let margin = max((greatest - least) / 2, 3 * typical)
    let lower = max(shown.map(\.lower).min() ?? least, least - margin)
    let upper = min(shown.map(\.upper).max() ?? greatest, greatest + margin)
    let range = min(lower, reference ?? lower)...max(upper, reference ?? upper)
    return range.lowerBound < range.upperBound ? range : nil
  }
}
