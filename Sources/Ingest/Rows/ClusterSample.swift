/// A choice of whole clusters, by a hash of their names: the same in every file and on any number of threads.
struct ClusterSample: Sendable {
  /// The column of the clusters.
  let column: String
  /// Where it stands in a row.
  var slot = -1
  private let shift: UInt64

  /// One in 2ⁿ of the clusters in `column`; `nil` for all of them.
  init?(_ column: String, halvings: Int) {
    guard halvings > 0 else { return nil }
    self.column = column
    shift = UInt64(64 - min(halvings, 63))
  }

  /// Whether the cluster of a row is among them.
  func holds(_ window: Span<UInt8>, _ fields: Span<Field>) -> Bool {
    // The upper bits of the product depend on all of the hash.
    let hash = LongTextTable.hash(fields[slot].content(in: window), in: window)
    let mixed = (hash ^ (hash &>> 32)) &* 0x9E37_79B9_7F4A_7C15
    return mixed &>> shift == 0
  }
}
