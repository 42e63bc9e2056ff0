/// How the work of reading is done; nothing of it changes what is read.
package struct ReadTuning: Sendable {
  /// By which paths records are read.
  package enum Paths: Sendable {
    /// What is plain by a fast path, everything else by the one that knows all forms.
    case fast
    /// Every record by the path that knows all forms: the twin that tests compare with.
    case careful
  }

  /// The size of the window over the input at first.
  package var windowSize = InputBuffer.usualSize
  /// The least size of a piece of a file that is worth a thread of its own.
  package var chunkSize = 4 << 20
  /// How many such pieces a thread gets at most: more than one, as one thread may be slower; not
  /// many, as they are to be added up.
  package var chunksPerThread = 2
  /// By which paths records are read.
  package var paths = Paths.fast

  /// What is best on most machines.
  package init() {}
}
