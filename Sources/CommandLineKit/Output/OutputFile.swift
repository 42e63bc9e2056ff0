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
  private let path: FilePath
  /// The file to replace, or `nil` where it is written directly.
  private let replaced: FilePath?
  /// The file that is being written, until it has been renamed.
  private var temporary: Temporary?
  private var descriptor: Int32?
  private var sink: ByteSink

  /// Opens the output, so that a missing folder or a denied permission is met before the work.
  ///
  /// Opening a named pipe waits for its reader.
  ///
  /// - Throws: `OutputError` with `create`, for status 73.
  public init(_ path: FilePath) throws(OutputError) {
    self.path = path
    let opened: Opened
    do {
      opened = try Self.open(path)
    } catch {
      throw OutputError(.create, path.description, errno: error.errno)
    }
    let number = opened.descriptor
    replaced = opened.replaced
    temporary = opened.temporary
    descriptor = number
    sink = ByteSink(target: path.description) { StandardStreams.writeSome($0, to: number) }
  }

  deinit {
    if let descriptor { try? FileCalls.close(descriptor) }
    temporary?.remove()
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
        throw OutputError(.write, path.description, errno: error.errno)
      }
    }
    guard let written = temporary, let replaced else { return }
    do {
      try FileCalls.rename(written.path, to: replaced)
    } catch {
      throw OutputError(.create, path.description, errno: error.errno)
    }
    temporary = nil
    written.isKept()
  }

  /// Writes a whole document to `path`.
  public static func write(_ text: String, to path: FilePath) throws(OutputError) {
    var file = try OutputFile(path)
    try file.write(text)
    try file.commit()
  }

  /// Writes a whole document to the path that is spelled `path`.
  public static func write(_ text: String, to path: String) throws(OutputError) {
    try write(text, to: FilePath(path))
  }

  /// Finds out, before the work, whether `path` could be written, and leaves everything as it was.
  ///
  /// For a file that would be replaced or made, a temporary one is made in its folder and removed at
  /// once. What is written directly is not opened: a named pipe's reader may wait for something else.
  ///
  /// - Throws: `OutputError` with `create`, for status 73.
  public static func check(_ path: FilePath) throws(OutputError) {
    do {
      switch try Destination(path) {
      case .descriptor(let number): try FileCalls.checkWritable(descriptor: number)
      case .direct(let path): try FileCalls.checkWritable(path)
      case .replaced(let target, _):
        let (descriptor, temporary) = try Temporary.make(beside: target)
        defer { temporary.remove() }
        try FileCalls.close(descriptor)
      }
    } catch {
      throw OutputError(.create, path.description, errno: error.errno)
    }
  }
}

extension OutputFile {
  private struct Opened {
    var descriptor: Int32
    var temporary: Temporary?
    var replaced: FilePath?
  }

  /// How a path is written.
  private enum Destination {
    case descriptor(Int32)
    /// A device or a named pipe.
    case direct(FilePath)
    /// A file, with the permissions that it has where it is there.
    case replaced(FilePath, permissions: UInt32?)

    init(_ path: FilePath) throws(SystemError) {
      let target: FilePath
      switch try OutputTarget(path) {
      case .descriptor(let number):
        self = .descriptor(number)
        return
      case .path(let resolved): target = resolved
      }
      if OutputTarget.split(target).name.isEmpty {
        throw path.bytes.isEmpty ? .noSuchFile : .isDirectory
      }
      let status = try FileCalls.status(target)
      switch status?.kind {
      case .directory: throw .isDirectory
      case .other: self = .direct(target)
      case .regular:
        try FileCalls.checkWritable(target)
        self = .replaced(target, permissions: status?.permissions)
      case nil: self = .replaced(target, permissions: nil)
      }
    }
  }

  /// A file that stands in for another one until it is written.
  private struct Temporary {
    let path: FilePath
    private let entry: TemporaryFiles.Entry?

    /// Makes an empty file in the folder of `target`; a signal that ends the process removes it.
    static func make(
      beside target: FilePath
    ) throws(SystemError) -> (descriptor: Int32, file: Temporary) {
      while true {
        let suffix = String(UInt64.random(in: 0 ... .max), radix: 36)
        let name = Array(".output-\(suffix).tmp".utf8)
        let path = FilePath(bytes: OutputTarget.split(target).folder + name)
        // Listed first: between the two a signal finds nothing to remove, and no file stays.
        let file = Temporary(path: path, entry: TemporaryFiles.add(path))
        do {
          if let descriptor = try FileCalls.createNew(path) { return (descriptor, file) }
        } catch {
          file.isKept()
          throw error
        }
        // The file of that name is another's.
        file.isKept()
      }
    }

    /// Removes the file.
    func remove() {
      FileCalls.remove(path)
      isKept()
    }

    /// Leaves the file, if there is one, to whoever has it now.
    func isKept() { if let entry { TemporaryFiles.remove(entry) } }
  }

  private static func open(_ path: FilePath) throws(SystemError) -> Opened {
    switch try Destination(path) {
    case .descriptor(let number): return Opened(descriptor: try FileCalls.duplicate(number))
    case .direct(let path): return Opened(descriptor: try FileCalls.openExisting(path))
    case .replaced(let target, let permissions):
      let (descriptor, temporary) = try Temporary.make(beside: target)
      do {
        if let permissions { try FileCalls.setPermissions(descriptor, permissions) }
      } catch {
        try? FileCalls.close(descriptor)
        temporary.remove()
        throw error
      }
      return Opened(descriptor: descriptor, temporary: temporary, replaced: target)
    }
  }
}
