import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files that this process must not leave behind, however it ends.
///
/// A signal's handler may run between any two instructions, so that it can neither wait for a lock nor
/// allocate. So each path stands as a C string at an address that whoever takes it, by one atomic
/// exchange, owns.
enum TemporaryFiles {
  /// One path's address, 0 where there is none.
  private final class Place: Sendable {
    let address = Atomic<UInt>(0)
  }

  /// A file that is listed; it is taken off the list once.
  struct Entry: Sendable { fileprivate let place: Int }

  /// More than a program writes at a time.
  private static let places = (0..<16).map { _ in Place() }

  /// Lists a file that is about to be made.
  ///
  /// - Returns: `nil` where the list is full: a signal would then leave the file behind.
  static func add(_ path: FilePath) -> Entry? {
    // SAFETY: the copy belongs to the list; `remove` frees it.
    guard let copy = unsafe strdup(path.terminated) else { return nil }
    let address = UInt(bitPattern: copy)
    for place in places.indices {
      let exchange = places[place].address.compareExchange(
        expected: 0, desired: address, ordering: .sequentiallyConsistent)
      if exchange.exchanged { return Entry(place: place) }
    }
    // SAFETY: nobody else has seen the copy.
    unsafe free(copy)
    return nil
  }

  /// Takes a file off the list that is no longer there, or no longer temporary.
  static func remove(_ entry: Entry) {
    let address = places[entry.place].address.exchange(0, ordering: .sequentiallyConsistent)
    // SAFETY: the address is of a copy that `add` made, or 0; whoever took it owns it.
    unsafe free(UnsafeMutableRawPointer(bitPattern: address))
  }

  /// Removes all files that are listed; may be called while a signal is handled.
  static func removeAll() {
    var place = 0
    while place < places.count {
      let address = places[place].address.exchange(0, ordering: .sequentiallyConsistent)
      // SAFETY: the address is of a path that `add` made. It is not freed: freeing may wait for a lock,
      // and the process ends.
      if let path = unsafe UnsafePointer<CChar>(bitPattern: address) { _ = unsafe unlink(path) }
      place += 1
    }
  }
}
