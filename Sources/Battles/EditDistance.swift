/// The number of insertions, deletions and replacements of bytes that turn `source` into `target`
/// (Levenshtein, Soviet Physics Doklady 10 (1966) 707).
///
/// - Complexity: O(mn) for m and n bytes.
package func editDistance(_ source: [UInt8], _ target: [UInt8]) -> Int {
  var row = Array(0...target.count)
  for (index, byte) in source.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in target.indices {
      let replaced = diagonal + (byte == target[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
    }
  }
  return row[target.count]
}
