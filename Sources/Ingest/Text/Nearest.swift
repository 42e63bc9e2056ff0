internal import Battles

/// The edits that turn one text into the other, by bytes, ASCII case aside.
///
/// - Complexity: O(mn) for texts of m and n bytes.
func editDistance(_ first: String, _ second: String) -> Int {
  editDistance(Array(asciiLowercased(first).utf8), Array(asciiLowercased(second).utf8))
}

/// The candidate most like `text`, the first of several, or `nil` where none is much like it.
///
/// A candidate is like it within a third of the text's length in edits, or where one contains the
/// other (`home` and `home_team`).
func nearest(to text: String, among candidates: [String]) -> String? {
  var best: (name: String, distance: (Int, Int))?
  for candidate in candidates where !candidate.isEmpty && candidate.utf8.count <= 256 {
    let isPart = contains(candidate, text) || contains(text, candidate)
    let edits = editDistance(text, candidate)
    let distance = isPart ? 1 : edits
    guard distance <= max(1, text.utf8.count / 3) else { continue }
    // Of two that are parts the one with less around it is meant.
    if best.map({ (distance, edits) < $0.distance }) ?? true {
      best = (candidate, (distance, edits))
    }
  }
  return best?.name
}

/// Whether `part`, of three bytes or more, occurs in `text`, ASCII case aside.
private func contains(_ text: String, _ part: String) -> Bool {
  let text = Array(asciiLowercased(text).utf8)
  let part = Array(asciiLowercased(part).utf8)
  guard part.count >= 3, part.count <= text.count else { return false }
  return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
}
