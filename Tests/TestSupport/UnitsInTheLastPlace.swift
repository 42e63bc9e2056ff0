/// How many doubles lie between two finite ones, at most `Int.max`; ±0 are one.
public func unitsInTheLastPlace(_ x: Double, _ y: Double) -> Int {
  func rank(_ value: Double) -> Int {
    let magnitude = Int(value.magnitude.bitPattern)
    return value < 0 ? -magnitude : magnitude
  }
  guard x.isFinite, y.isFinite else { return x == y ? 0 : .max }
  let (difference, overflow) = rank(x).subtractingReportingOverflow(rank(y))
  return overflow ? .max : Int(difference.magnitude)
}
