/// Finds the tag pairs in chess games and passes over everything else: moves, variations, comments.
///
/// A comment begins with `{` and ends with the next `}`, or begins with `;` and ends with its line; a
/// line that begins with `%` is one, too. What stands in a comment is nothing else, a line of
/// `[Event "?"]` neither. The scanner can stop anywhere, so that no game need fit a window.
struct PGNScanner: Sendable {
  /// What the scanner came to.
  enum Step: Sendable, Equatable {
    /// A tag pair that begins at a place.
    case tag(PGNTag, at: Int, Behind)
    /// What begins at a place like a tag pair and is none; its name where it has one.
    case brokenTag(name: Field?, at: Int, Behind)
    /// The window is used up; or the input has ended.
    case usedUp
    /// A comment that began on a line goes on over tags and the beginning of another one, so that its
    /// end is missing.
    case overrunComment(line: Int)
    /// The input has ended in a comment that began on a line.
    case unclosedComment(line: Int)
  }

  /// What stands between a tag pair and the one before it.
  struct Behind: Sendable, Equatable {
    /// Whether there are moves, or anything else than blanks and comments.
    var moves = false
    /// Whether there is an empty line.
    var emptyLine = false
  }

  private enum Mode {
    case moves
    case comment
    case lineComment
  }

  /// The next byte.
  var position: Int
  /// The line that it is on.
  private(set) var line: Int
  private var behind = Behind()
  private var mode = Mode.moves
  private var isLineStart = true
  private var commentLine = 0
  private var isCommentWithTags = false

  /// A scanner whose next byte is at `position`, at the beginning of `line`.
  init(at position: Int, line: Int) {
    self.position = position
    self.line = line
  }

  /// Goes on to the next tag pair, behind which the position is then.
  ///
  /// - Parameters:
  ///   - bytes: the window, readable for `Block.count` bytes behind `end`.
  ///   - end: where the window's input ends.
  ///   - isComplete: whether the input has no bytes beyond it.
  mutating func next(_ bytes: Span<UInt8>, to end: Int, isComplete: Bool) -> Step {
    precondition(end + Block.count <= bytes.count, "a block can be read behind the input")
    while position < end {
      let step =
        switch mode {
        case .moves: move(bytes, end, isComplete)
        case .comment: comment(bytes, end, isComplete)
        case .lineComment: lineComment(bytes, end)
        }
      if let step { return step }
    }
    if isComplete, mode == .comment { return .unclosedComment(line: commentLine) }
    return .usedUp
  }

  // MARK: Moves

  /// Passes over the next byte outside of comments, or over many.
  @inline(__always)
  private mutating func move(_ bytes: Span<UInt8>, _ end: Int, _ isComplete: Bool) -> Step? {
    if behind.moves, !isLineStart {
      let stops = HalfBlock(bytes, at: position).movetextStops
      position = min(end, position &+ (stops.isEmpty ? 32 : stops.first))
      guard !stops.isEmpty, position < end else { return nil }
    }
    let byte = bytes[position]
    switch byte {
    case ASCII.lineFeed, ASCII.carriageReturn:
      return passLineEnd(bytes, end, isComplete) ? nil : .usedUp
    case ASCII.openBracket:
      return bracket(bytes, end, isComplete)
    case ASCII.openBrace:
      mode = .comment
      commentLine = line
      isCommentWithTags = false
    case ASCII.semicolon:
      mode = .lineComment
    case ASCII.percent where isLineStart:
      mode = .lineComment
    case ASCII.space, ASCII.tab:
      position &+= 1
      return nil
    default:
      behind.moves = true
    }
    isLineStart = false
    position &+= 1
    return nil
  }

  /// Passes over a line end.
  ///
  /// - Returns: whether it could be: where the window ends behind a CR, an LF may belong to it.
  @inline(__always)
  private mutating func passLineEnd(
    _ bytes: Span<UInt8>, _ end: Int, _ isComplete: Bool
  ) -> Bool {
    if bytes[position] == ASCII.carriageReturn {
      guard position &+ 1 < end || isComplete else { return false }
      if position &+ 1 < end, bytes[position &+ 1] == ASCII.lineFeed { position &+= 1 }
    }
    position &+= 1
    line &+= 1
    if isLineStart { behind.emptyLine = true }
    isLineStart = true
    return true
  }

  /// Looks whether a tag pair begins at the position, and passes over it.
  private mutating func bracket(
    _ bytes: Span<UInt8>, _ end: Int, _ isComplete: Bool
  ) -> Step? {
    let place = position
    let found = PGNTag.found(bytes, at: place, to: end, isComplete: isComplete)
    // Among moves something else than a tag may stand in brackets.
    let isAmongMoves = behind.moves && !isLineStart
    var broken: Field?
    switch found {
    case .incomplete: return .usedUp
    case .tag(let tag):
      let step = Step.tag(tag, at: place, behind)
      behind = Behind()
      position = tag.end
      isLineStart = false
      return step
    case .broken(let name, let lineEnd) where !isAmongMoves:
      broken = name
      position = lineEnd
    case .other where !behind.moves:
      // The rest of the line is passed over; what a message shows of it has to be there.
      guard isComplete || isShown(bytes, end) else { return .usedUp }
      position = place + 1
      mode = .lineComment
    case .broken, .other:
      position = place + 1
      isLineStart = false
      return nil
    }
    let step = Step.brokenTag(name: broken, at: place, behind)
    behind = Behind()
    isLineStart = false
    return step
  }

  /// Whether the window has as much of the line as messages show.
  private func isShown(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var place = position
    while place < end, place < position + Self.mostShown, !ASCII.isLineEnd(bytes[place]) {
      place += 1
    }
    return place < end
  }

  /// Messages show no more of a broken tag than so many bytes.
  static let mostShown = 200

  // MARK: Comments

  @inline(__always)
  private mutating func comment(_ bytes: Span<UInt8>, _ end: Int, _ isComplete: Bool) -> Step? {
    if isLineStart {
      // A tag pair begins with a capital letter.
      if bytes[position] == ASCII.openBracket {
        guard position + 1 < end || isComplete else { return .usedUp }
        if position + 1 < end, 0x41...0x5A ~= bytes[position + 1] { isCommentWithTags = true }
      }
      isLineStart = false
    }
    let stops = HalfBlock(bytes, at: position).commentStops
    position = min(end, position &+ (stops.isEmpty ? 32 : stops.first))
    guard !stops.isEmpty, position < end else { return nil }
    switch bytes[position] {
    case ASCII.closeBrace: mode = .moves
    case ASCII.openBrace:
      if isCommentWithTags { return .overrunComment(line: commentLine) }
    default:
      return passLineEnd(bytes, end, isComplete) ? nil : .usedUp
    }
    position &+= 1
    return nil
  }

  /// Passes over the next byte of a comment that ends with its line; the line end is left.
  private mutating func lineComment(_ bytes: Span<UInt8>, _ end: Int) -> Step? {
    while position < end {
      if ASCII.isLineEnd(bytes[position]) {
        mode = .moves
        return nil
      }
      position += 1
    }
    return nil
  }
}
