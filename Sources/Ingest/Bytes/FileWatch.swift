internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The size of a regular file, which is to stay what it was when the file was opened.
///
/// A file that another program is writing gives a part of what it will be, and one that is written anew
/// gives a mixture, which may look sound. Files of systems that make them up when they are read, such
/// as `/proc`, say 0 all the time.
final class FileWatch: Sendable {
  /// The size at first, in bytes.
  let size: Int
  /// The first other size that was seen, −1 before: a file that changed stays one that did.
  private let changed = Atomic(-1)

  /// A watch over what `descriptor` reads, or `nil` where that is no regular file.
  init?(_ descriptor: Int32) {
    guard let size = Self.size(of: descriptor) else { return nil }
    self.size = size
  }

  /// The other size that the file has now or had before, or `nil` where there was none.
  func changedSize(_ descriptor: Int32) -> Int? {
    if let size = Self.size(of: descriptor), size != self.size {
      _ = changed.compareExchange(expected: -1, desired: size, ordering: .relaxed)
    }
    let seen = changed.load(ordering: .relaxed)
    return seen < 0 ? nil : seen
  }

  private static func size(of descriptor: Int32) -> Int? {
    var information = stat()
    // SAFETY: the structure is written within the call only.
    guard unsafe fstat(descriptor, &information) == 0 else { return nil }
    return information.st_mode & S_IFMT == S_IFREG ? Int(information.st_size) : nil
  }
}
