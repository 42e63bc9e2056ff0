/// What the reader of a comparison of two snapshots must know: values, without words.
public enum SnapshotWarning: Sendable, Equatable {
  /// So many models moved that nothing tells which of them did.
  case noStableReference
  /// The scores of the two boards were measured against these models, which are not the same.
  case differentReferences(old: String, new: String)
  /// The two are the same.
  case sameSnapshot
  /// The new battles can all be among the old ones: perhaps the two were named in the wrong order.
  case wrongOrder
}
