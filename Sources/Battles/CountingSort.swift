/// The indices of `keys`, in the order given by `order` or ascending, sorted stably by key: one pass of
/// a radix sort.
///
/// - Precondition: keys are in 0 ..< `bound`; there are no more than `Int32.max` of them.
/// - Complexity: O(keys + bound).
package func countingSorted(_ order: [Int32]? = nil, by keys: [Int32], below bound: Int) -> [Int32]
{
  var next = [Int32](repeating: 0, count: bound + 1)
  for key in keys { next[Int(key) + 1] += 1 }
  for key in 0..<bound { next[key + 1] += next[key] }
  var sorted = [Int32](repeating: 0, count: keys.count)
  func place(_ index: Int32) {
    let key = Int(keys[Int(index)])
    sorted[Int(next[key])] = index
    next[key] += 1
  }
  if let order {
    for index in order { place(index) }
  } else {
    for index in 0..<Int32(keys.count) { place(index) }
  }
  return sorted
}
