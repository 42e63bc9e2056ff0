/// By which paths records are read.
package enum ReadPaths: Sendable {
  /// What is plain by a fast path, everything else by the one that knows all forms.
  case fast
  /// Every record by the path that knows all forms: the twin that tests compare with.
  case careful
}
