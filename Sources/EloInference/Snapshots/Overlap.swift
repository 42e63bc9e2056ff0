/// How the data of two snapshots hang together.
public enum Overlap: String, Sendable, CaseIterable {
  /// All that stands behind the old snapshot stands behind the new one too, and more.
  case nested
  /// They share nothing.
  case independent
}
