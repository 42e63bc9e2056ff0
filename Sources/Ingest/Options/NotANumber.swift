/// What JSON's readers make of `NaN`, `Infinity` and `-Infinity`, which are no JSON and which Python writes.
///
/// The raw values are what `--nan` takes.
public enum NotANumber: String, Sendable, Equatable, CaseIterable {
  /// They are refused.
  case refuse
  /// They are read as null.
  case null
}
