import KernelDispatch
import KernelTypes
import TestSupport
import Testing

/// No element, then up to four times the lanes and one more: every remainder of every unrolling.
let lengths = 0...33

/// Every table that this processor can run.
let tables = KernelTable.available

extension KernelTable: CustomTestStringConvertible {
  /// The name of the table.
  public var testDescription: String { name }
}

/// Calls `body` with a mutable span of `values`; a span cannot stand inside an expectation.
func changing<Element, Result>(
  _ values: inout [Element], _ body: (inout MutableSpan<Element>) -> Result
) -> Result {
  var span = values.mutableSpan
  return body(&span)
}

/// Eight numbers from `range`.
func randomLanes(_ range: ClosedRange<Double>, _ random: inout SeededGenerator) -> Lanes {
  var lanes = Lanes.zero
  for lane in 0..<8 { lanes[lane] = .random(in: range, using: &random) }
  return lanes
}

/// Eight counts from `range`.
func randomCounts(_ range: ClosedRange<Int32>, _ random: inout SeededGenerator) -> CountLanes {
  var lanes = CountLanes.zero
  for lane in 0..<8 { lanes[lane] = .random(in: range, using: &random) }
  return lanes
}

/// Sixteen draws from `range`.
func randomDraws(_ range: ClosedRange<Float>, _ random: inout SeededGenerator) -> DrawLanes {
  var lanes = DrawLanes.zero
  for lane in 0..<16 { lanes[lane] = .random(in: range, using: &random) }
  return lanes
}
