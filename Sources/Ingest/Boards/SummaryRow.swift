/// Rows of a board that sum up the others, and are no models.
enum SummaryRow {
  /// Whether what stands in place of a name says so.
  static func isOne(_ name: String) -> Bool {
    let folded = asciiLowercased(trimmed(name)).split(separator: " ").joined(separator: " ")
    let plain = folded.utf8.last == ASCII.colon ? String(folded.dropLast()) : folded
    return names.contains(plain)
  }

  private static let names: Set<String> = [
    "average", "avg", "avg.", "mean", "median", "total", "totals", "grand total", "sum",
    "average score",
    "mean score", "overall average", "overall mean", "column average", "std dev",
    "standard deviation",
  ]
}
