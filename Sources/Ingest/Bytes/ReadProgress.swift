import Synchronization

/// Tells which share of a file was read, by however many threads.
final class ReadProgress: Sendable {
  private let read = Mutex(0)
  private let size: Int
  private let tell: @Sendable (Double) -> Void

  /// Nothing is read yet of `size` bytes; `tell` is called with shares that never fall, from 0 to 1.
  init(of size: Int, _ tell: @escaping @Sendable (Double) -> Void) {
    self.size = size
    self.tell = tell
  }

  /// Tells of `count` bytes more; a piece that is read twice does not count beyond the whole.
  func add(_ count: Int) {
    read.withLock { read in
      read = min(size, read + count)
      tell(Double(read) / Double(size))
    }
  }
}
