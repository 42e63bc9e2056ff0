internal import Battles

/// What the texts in a winner column stand for.
///
/// A spelling is normalised once and then found by its bytes.
struct OutcomeTable: Sendable {
  /// More spellings than this are not remembered, so that memory stays small on hostile input.
  private static let mostSpellings = 4096
  private var spellings = NameTable()
  private var outcomes: [Outcome] = []

  /// The built-in labels, and `labels`, which override them.
  init(_ labels: [OutcomeLabel]) {
    // The last one given wins, as options do.
    for label in labels.reversed() + OutcomeLabel.builtIn {
      let id = spellings.intern(asciiLowercased(trimmed(label.text)))
      if id == outcomes.count { outcomes.append(label.outcome) }
    }
  }

  /// The outcome that `field` names in a spelling that was met before.
  @inline(__always)
  func known(_ field: Field, in window: Span<UInt8>) -> Outcome? {
    let id = spellings.id(of: field, in: window)
    return id >= 0 ? outcomes[Int(id)] : nil
  }

  /// The outcome that `field` names, or `nil` where it is neither a label nor a's score.
  mutating func outcome(_ field: Field, in window: Span<UInt8>) -> Outcome? {
    let id = spellings.id(of: field, in: window)
    return id >= 0 ? outcomes[Int(id)] : newSpelling(field, in: window)
  }

  @inline(never)
  private mutating func newSpelling(_ field: Field, in window: Span<UInt8>) -> Outcome? {
    let inner = field.trimmed(in: window)
    guard inner.count <= 256 else { return nil }
    let folded = inner.bytes(in: window).map(ASCII.lowercased)
    let id = spellings.id(of: Field(start: 0, end: folded.count), in: folded.span)
    guard let outcome = id >= 0 ? outcomes[Int(id)] : Self.score(inner, in: window) else {
      return nil
    }
    if spellings.count < Self.mostSpellings,
      let added = try? spellings.intern(field, in: window), added == outcomes.count
    {
      outcomes.append(outcome)
    }
    return outcome
  }

  /// The outcome of a's score 1, 0 or ½.
  private static func score(_ field: Field, in window: Span<UInt8>) -> Outcome? {
    switch Numbers.number(field, in: window) {
    case 1: .aWins
    case 0: .bWins
    case 0.5: .tie
    default: nil
    }
  }
}
