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
}
