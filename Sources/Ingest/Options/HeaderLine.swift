/// Where the header of delimited text stands.
public enum HeaderLine: Sendable, Equatable {
  /// On the first line that is neither empty nor a comment.
  case first
  /// On a line, counted from 1; what is above it is passed over.
  case line(Int)
  /// Nowhere: the first line is a row, and columns are called by their numbers.
  case absent

  /// What the command line says: `none`, or the number of a line.
  public init?(_ text: String) {
    if text.utf8.elementsEqual("none".utf8) {
      self = .absent
    } else if let line = Int(text), line >= 1, line <= 1_000_000_000 {
      self = .line(line)
    } else {
      return nil
    }
  }

  /// The text that the command line says it with; none for the usual one.
  public var text: String {
    switch self {
    case .first: ""
    case .line(let line): String(line)
    case .absent: "none"
    }
  }
}
