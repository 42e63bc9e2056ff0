/// A file that is written as a whole or not at all.
///
/// Text goes to a temporary file in the same folder, and `commit` renames that over the target: a
/// reader sees the old content or the new, never a part, and an error leaves the old content as it
/// was. The target keeps its permissions. Symbolic links are followed, so that the file behind the
/// link is replaced and not the link. Devices and named pipes cannot be replaced and are written
/// directly; so are `-`, `/dev/stdout` and the like, which mean an open descriptor. An output
/// that is dropped without `commit` removes its temporary file.
public struct OutputFile: ~Copyable {
  /// The path as the user wrote it, for messages.
  private let path: String
  /// The file to replace, or `nil` where it is written directly.
  private let replaced: String?
  /// The file that is being written, until it has been renamed.
  private var temporary: String?
  private var descriptor: Int32?
  private var sink: ByteSink

  /// Opens the output, so that a missing folder or a denied permission is met before the work.
  ///
  /// Opening a named pipe waits for its reader.
  ///
  /// - Throws: `OutputError` with `create`, for status 73.
  public init(_ path: String) throws(OutputError) {
    self.path = path
    let opened: Opened
    do {
      opened = try Self.open(path)
    } catch {
      throw OutputError(.create, path, errno: error.errno)
    }
    let number = opened.descriptor
    replaced = opened.replaced
    temporary = opened.temporary
    descriptor = number
    sink = ByteSink(target: path) { StandardStreams.writeSome($0, to: number) }
  }

  deinit {
    if let descriptor { try? FileCalls.close(descriptor) }
    if let temporary { FileCalls.remove(temporary) }
  }

  /// Appends `text`.
  ///
  /// - Throws: `OutputError` with `write`, for status 74.
  public mutating func write(_ text: String) throws(OutputError) { try sink.append(text) }

  /// Writes what is left and puts the file in its place.
  public consuming func commit() throws(OutputError) {
    try sink.flush()
    if let open = descriptor {
      descriptor = nil
      do {
        // Disks that are full or far away may say so only now.
        try FileCalls.close(open)
      } catch {
        throw OutputError(.write, path, errno: error.errno)
      }
    }
    guard let written = temporary, let replaced else { return }
    do {
      try FileCalls.rename(written, to: replaced)
    } catch {
      throw OutputError(.create, path, errno: error.errno)
    }
    temporary = nil
  }

  /// Writes a whole document to `path`.
  public static func write(_ text: String, to path: String) throws(OutputError) {
    var file = try OutputFile(path)
    try file.write(text)
    try file.commit()
  }
}

extension OutputFile {
  private struct Opened {
    var descriptor: Int32
    var temporary: String?
    var replaced: String?
  }

  private static func open(_ path: String) throws(SystemError) -> Opened {
    let target: String
    switch try OutputTarget(path) {
    case .descriptor(let number): return Opened(descriptor: try FileCalls.duplicate(number))
    case .path(let resolved): target = resolved
    }
    let (folder, name) = OutputTarget.split(target)
    if name.isEmpty { throw path.isEmpty ? .noSuchFile : .isDirectory }
    let status = try FileCalls.status(target)
    switch status?.kind {
    case .directory: throw .isDirectory
    case .other: return Opened(descriptor: try FileCalls.openExisting(target))
    case .regular: try FileCalls.checkWritable(target)
    case nil: break
    }
    while true {
      let suffix = String(UInt64.random(in: 0 ... .max), radix: 36)
      let temporary = "\(folder).output-\(suffix).tmp"
      guard let descriptor = try FileCalls.createNew(temporary) else { continue }
      do {
        if let status { try FileCalls.setPermissions(descriptor, status.permissions) }
      } catch {
        try? FileCalls.close(descriptor)
        FileCalls.remove(temporary)
        throw error
      }
      return Opened(descriptor: descriptor, temporary: temporary, replaced: target)
    }
  }
}
