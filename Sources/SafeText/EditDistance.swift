/// What a swap of two neighbours counts as.
enum SwapCount {
  /// One edit: it is the commonest slip of the fingers.
  case one
  /// Two, as in Levenshtein's distance.
  case two
}

/// The number of insertions, deletions and replacements of bytes that turn `source` into `target`
/// (Levenshtein, Soviet Physics Doklady 10 (1966) 707).
///
/// - Complexity: O(mn) for m and n bytes.
package func editDistance(_ source: [UInt8], _ target: [UInt8]) -> Int {
  editDistance(source, target, swaps: .two)
}

/// The number of insertions, deletions, replacements and, where they count once, swaps of two neighbours
/// that turn `source` into `target`, no element being edited twice (optimal string alignment).
///
/// - Complexity: O(mn) time and O(n) space for m and n elements.
func editDistance<Element: Equatable>(
  _ source: [Element], _ target: [Element], swaps: SwapCount
) -> Int {
  var beforeLast = [Int](repeating: 0, count: target.count + 1)
  var last = Array(0...target.count)
  var current = last
  for i in source.indices {
    current[0] = i + 1
    for j in target.indices {
      let replaced = last[j] + (source[i] == target[j] ? 0 : 1)
      current[j + 1] = min(replaced, last[j + 1] + 1, current[j] + 1)
      if swaps == .one, i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
        current[j + 1] = min(current[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[target.count]
}
