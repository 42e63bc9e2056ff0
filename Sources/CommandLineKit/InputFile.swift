/// Files that a command is asked to read.
public enum InputFile {
  /// Whether something stands at `path`, be it readable or not; `-`, standard input, always does.
  public static func isThere(_ path: FilePath) -> Bool {
    guard path != .standardStream else { return true }
    do {
      return try FileCalls.status(path) != nil
    } catch {
      // Something is in the way: who opens it can say what.
      return true
    }
  }

  /// Whether something that can be read stands at `path`, as far as can be told: no folder; `-`, standard
  /// input, always is.
  public static func isFile(_ path: FilePath) -> Bool {
    guard path != .standardStream else { return true }
    guard let status = try? FileCalls.status(path) else { return false }
    return status.kind != .directory
  }

  /// Whether the same bytes can be read from `path` a second time, as those of a file on a disk, and not of a
  /// pipe.
  public static func canBeReadAgain(_ path: FilePath) -> Bool {
    guard path != .standardStream, let status = try? FileCalls.status(path) else { return false }
    return status.kind == .regular
  }

  /// Whether writing to `output` would replace the file that is read from `input`: both are one file, by
  /// whatever names and links. Streams, devices and pipes are never replaced.
  public static func isReplaced(_ input: FilePath, by output: FilePath) -> Bool {
    guard input != .standardStream, output != .standardStream,
      let read = try? FileCalls.status(input), let written = try? FileCalls.status(output)
    else { return false }
    return read.kind == .regular && read.identity == written.identity
  }
}
