/// The candidates that `word` was probably meant to be, at most three, in the candidates' order.
///
/// A single candidate that differs only by letter case wins, then a single one that `word` begins;
/// otherwise the candidates at the least edit distance, where that is small enough to be a slip:
/// a third of the letters at most. Letter case never counts.
///
/// - Complexity: O(`word.count` · total length of the candidates).
public func nearest(to word: String, among candidates: [String]) -> [String] {
  guard !word.isEmpty else { return [] }
  let typed = word.lowercased()
  let lowered = candidates.map { $0.lowercased() }
  if let only = single(candidates, where: { lowered[$0] == typed }) { return [only] }
  if let only = single(candidates, where: { lowered[$0].hasPrefix(typed) }) { return [only] }

  let count = typed.count
  guard count <= longestWord else { return [] }
  let slips = count < 2 ? 0 : max(1, count / 3)
  // A slip changes the length by one at most: the others are too far, however long they are.
  let distances = lowered.map { candidate in
    let length = candidate.utf8.count <= 8 * longestWord ? candidate.count : .max
    return length <= count + slips && length + slips >= count
      ? editDistance(typed, candidate) : .max
  }
  guard let least = distances.min(), least <= slips else { return [] }
  let closest = candidates.indices.filter { distances[$0] == least }
  return closest.prefix(3).map { candidates[$0] }
}

/// The longest word that is looked at for slips, in letters: nobody types a longer one.
private let longestWord = 256

/// The one candidate whose index satisfies `condition`, or `nil` where none or several do.
private func single(_ candidates: [String], where condition: (Int) -> Bool) -> String? {
  let matches = candidates.indices.filter(condition)
  return matches.count == 1 ? matches.first.map { candidates[$0] } : nil
}

/// The optimal string alignment distance: insertions, deletions, substitutions and swaps of two
/// neighbours that turn `source` into `target`, no letter being edited twice.
///
/// A swap is the commonest slip of the fingers, so it counts once, where Levenshtein's distance
/// counts two substitutions.
///
/// - Complexity: O(`source.count` · `target.count`) time, O(`target.count`) space.
func editDistance(_ source: String, _ target: String) -> Int {
  let rows = Array(source)
  let columns = Array(target)
  var beforeLast = [Int](repeating: 0, count: columns.count + 1)
  var last = Array(0...columns.count)
  var current = last
  for i in rows.indices {
    current[0] = i + 1
    for j in columns.indices {
      let substituted = last[j] + (rows[i] == columns[j] ? 0 : 1)
      current[j + 1] = min(substituted, last[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, rows[i] == columns[j - 1], rows[i - 1] == columns[j] {
        current[j + 1] = min(current[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[columns.count]
}
