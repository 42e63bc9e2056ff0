/// The p-quantile of ascending values by linear interpolation between order statistics: type 7 of
/// Hyndman and Fan (The American Statistician 50 (1996) 361), the default of R and numpy.
///
/// - Precondition: `ascending` is sorted and not empty; 0 ≤ p ≤ 1.
public func quantile(ofAscending ascending: [Double], _ p: Double) -> Double {
  precondition(!ascending.isEmpty && p >= 0 && p <= 1, "a quantile of at least one value")
  let position = p * Double(ascending.count - 1)
  let below = Int(position)
  guard below + 1 < ascending.count else { return ascending[ascending.count - 1] }
  let fraction = position - Double(below)
  return ascending[below] + fraction * (ascending[below + 1] - ascending[below])
}
