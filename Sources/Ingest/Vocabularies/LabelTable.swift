/// The texts of one winner column while rows are counted: which are words that a vocabulary or an option
/// knows, and which are neither that nor the name of one of their row's sides.
///
/// What a word means is not asked here: a word, as it is spelled, has a code, and so have "the name of side
/// a" and "the name of side b". A spelling is looked at once and then found by its bytes.
struct LabelTable: Sendable {
  /// What stands for a code.
  enum Label: Sendable, Equatable {
    /// A word, as it is spelled, blanks around it aside.
    case word(String)
    /// A result of which there are many spellings, with the first of them.
    case result(ResultText, first: String)
    /// The name of side a that is no word.
    case nameOfA
    /// The name of side b that is no word.
    case nameOfB
  }

  /// A text that is neither a word nor the name of one of the sides.
  struct Unknown: Sendable, Equatable {
    /// The text, blanks around it aside.
    var text: String
    /// In how many rows that are kept it stands.
    var rows = 0
    /// The first of those rows.
    var first: Place?
    /// In how many rows it stands that a filter leaves out.
    var rowsPassedOver = 0
  }

  /// How a row's two names stand to its label.
  struct Sides: OptionSet, Sendable {
    let rawValue: UInt8
    /// The label is the name of side a alone.
    static let isA = Sides(rawValue: 1)
    /// The label is the name of side b alone.
    static let isB = Sides(rawValue: 2)
    /// The label is neither's name.
    static let isNeither = Sides(rawValue: 4)
    /// The label is the name of both: a model meets itself.
    static let isBoth = Sides(rawValue: 8)
    /// Each of them.
    static let each: [Sides] = [.isA, .isB, .isBoth, .isNeither]
  }

  /// There is no more room for words: a code is kept in six bits.
  static let mostCodes = 64
  /// There are more texts than this that nothing knows in no sensible column.
  static let mostUnknown = 10_000
  /// After so many rows without one label that anything knows the column is no column of outcomes.
  static let mostRowsWithoutKnown = 100_000
  /// The code of a text that is no word.
  static let text: Int32 = -2

  /// Words beside those of all vocabularies: headings and what options name, folded and as options
  /// compare.
  private let moreWords: Set<String>
  private var spellings = NameTable()
  /// The code of each spelling.
  private var codeOfSpelling: [Int32] = []
  /// What stands for each code.
  private(set) var labels: [Label] = []
  /// How the names of rows that are not counted stand to their labels, by code.
  private(set) var passedOver: [Sides] = []
  /// The codes of names, -1 before the first.
  private(set) var codeOfA: Int32 = -1
  private(set) var codeOfB: Int32 = -1
  private var unknownTexts = NameTable()
  /// The texts that are neither words nor names.
  private(set) var unknown: [Unknown] = []
  /// How many rows there were before the first label that anything knows.
  private(set) var leadingUnknownRows = 0
  private var hasKnown = false
  /// Whether results such as `4-1` were met, which may be names.
  private(set) var hasResults = false

  /// A table that knows `moreWords` beside the words of all vocabularies.
  init(moreWords: Set<String>) { self.moreWords = moreWords }

  /// The same words, and no row yet.
  var emptied: LabelTable { LabelTable(moreWords: moreWords) }

  /// The code of `field` as it is spelled, `text` for one that is no word, or -1 for a spelling that is new.
  @inline(__always)
  func code(of field: Field, in window: Span<UInt8>) -> Int32 {
    let id = spellings.id(of: field, in: window)
    return id >= 0 ? codeOfSpelling[Int(id)] : -1
  }

  /// The same where the spelling may be new.
  mutating func learnedCode(of field: Field, slot: Int, in window: Span<UInt8>) throws(RowProblem)
    -> Int32
  {
    let known = code(of: field, in: window)
    if known != -1 { return known }
    let text: String
    switch field.trimmed(in: window).validText(in: window) {
    case .success(let valid): text = valid
    case .failure(let invalid): throw .notUTF8(slot: slot, offset: invalid.offset)
    }
    let code = isWord(text) ? try wordCode(text) : Self.text
    if code >= 0, labels[Int(code)].result != nil { hasResults = true }
    // Texts beyond all measure are not remembered, so that memory stays small on hostile input.
    guard field.count <= 4096, spellings.count < 1 << 20 else { return code }
    if let id = try? spellings.intern(field, in: window), id == codeOfSpelling.count {
      codeOfSpelling.append(code)
    }
    return code
  }

  /// The code of names of side a or of side b.
  mutating func nameCode(isA: Bool) throws(RowProblem) -> Int32 {
    hasKnown = true
    let known = isA ? codeOfA : codeOfB
    if known >= 0 { return known }
    let code = try newCode(isA ? .nameOfA : .nameOfB)
    if isA { codeOfA = code } else { codeOfB = code }
    return code
  }

  /// The code of the word `text`, as it is spelled.
  mutating func wordCode(_ text: String) throws(RowProblem) -> Int32 {
    hasKnown = true
    if let result = ResultText(folded: FoldedLabel.of(text)),
      !moreWords.contains(FoldedLabel.plain(text))
    {
      if let code = labels.firstIndex(where: { $0.result == result }) { return Int32(code) }
      return try newCode(.result(result, first: text))
    }
    if let code = labels.firstIndex(where: { $0.isWord(text) }) { return Int32(code) }
    return try newCode(.word(text))
  }

  private mutating func newCode(_ label: Label) throws(RowProblem) -> Int32 {
    guard labels.count < Self.mostCodes else {
      throw .dataset(
        what: "the outcomes are spelled in more than \(Self.mostCodes - 2) ways",
        remedy: "spell each outcome in one way, or check which column tells the winner: --columns "
          + "winner=COLUMN")
    }
    labels.append(label)
    passedOver.append([])
    return Int32(labels.count - 1)
  }

  /// Notes a label of a row that is not counted, with how its names stand to it.
  mutating func passOver(_ code: Int32, _ sides: Sides) { passedOver[Int(code)].insert(sides) }

  /// Notes a row whose label is neither a word nor a name.
  ///
  /// - Parameter place: `nil` for a row that a filter leaves out.
  mutating func addUnknown(_ field: Field, in window: Span<UInt8>, at place: Place?)
    throws(RowProblem)
  {
    let inner = field.trimmed(in: window)
    let text = inner.text(in: window)
    var added = Unknown(text: text)
    if let place { (added.rows, added.first) = (1, place) } else { added.rowsPassedOver = 1 }
    if place != nil, !hasKnown { leadingUnknownRows += 1 }
    guard hasKnown || leadingUnknownRows <= Self.mostRowsWithoutKnown else {
      throw .dataset(
        what:
          "of the first \(leadingUnknownRows) rows none has a label that is known, or the name of one of "
          + "its sides",
        remedy: Self.columnRemedy)
    }
    guard add(added) else {
      throw .dataset(
        what:
          "more than \(Self.mostUnknown) different texts are neither outcomes nor names of their row's "
          + "sides",
        remedy: Self.columnRemedy)
    }
  }

  private static let columnRemedy =
    "check which column tells the winner: --columns winner=COLUMN"

  /// Adds rows of a text; false where there are too many texts.
  private mutating func add(_ added: Unknown) -> Bool {
    let index = Int(unknownTexts.intern(added.text))
    if index == unknown.count {
      guard index < Self.mostUnknown else { return false }
      unknown.append(added)
      return true
    }
    if unknown[index].first == nil { unknown[index].first = added.first }
    unknown[index].rows += added.rows
    unknown[index].rowsPassedOver += added.rowsPassedOver
    return true
  }

  /// Whether what `other` has met in rows behind these can be added and is not too much.
  func canAdd(_ other: LabelTable) -> Bool {
    if !hasKnown, leadingUnknownRows + other.leadingUnknownRows > Self.mostRowsWithoutKnown {
      return false
    }
    if unknown.count + other.unknown.count > Self.mostUnknown { return false }
    return labels.count + other.labels.count <= Self.mostCodes
      || Set(labels.map(\.key)).union(other.labels.map(\.key)).count <= Self.mostCodes
  }

  /// Adds what `other` has met in rows behind these, whose lines are counted from `lines` on.
  ///
  /// - Returns: the code here of each of the codes of `other`.
  /// - Precondition: it can be added.
  mutating func add(_ other: LabelTable, lines: Int) -> [Int32] {
    if !hasKnown { leadingUnknownRows += other.leadingUnknownRows }
    var codes: [Int32] = []
    for (index, label) in other.labels.enumerated() {
      let code: Int32? =
        switch label {
        case .word(let text), .result(_, let text): try? wordCode(text)
        case .nameOfA: try? nameCode(isA: true)
        case .nameOfB: try? nameCode(isA: false)
        }
      guard let code else { preconditionFailure("it cannot be added") }
      passedOver[Int(code)].formUnion(other.passedOver[index])
      codes.append(code)
    }
    for var unknown in other.unknown {
      if let first = unknown.first {
        unknown.first = Place(file: first.file, line: first.line + lines)
      }
      _ = add(unknown)
    }
    hasKnown = hasKnown || other.hasKnown
    hasResults = hasResults || other.hasResults
    return codes
  }

  private func isWord(_ text: String) -> Bool {
    guard text.utf8.count <= 256 else { return moreWords.contains(FoldedLabel.plain(text)) }
    let folded = FoldedLabel.of(text)
    return Vocabulary.known.contains(folded) || moreWords.contains(folded)
      || moreWords.contains(FoldedLabel.plain(text))
  }
}

extension LabelTable.Label {
  /// Whether this is the word `text`, byte by byte.
  func isWord(_ text: String) -> Bool {
    if case .word(let word) = self { return word.utf8.elementsEqual(text.utf8) }
    return false
  }

  /// Whether it is a verdict that says that one side was much better, such as `A>>B`.
  var isStrong: Bool {
    guard let text else { return false }
    let folded = FoldedLabel.of(text)
    return folded.hasSuffix(">>b") || folded.hasSuffix("<<b") || folded.hasSuffix(">>a")
      || folded.hasSuffix("<<a") || folded.hasSuffix(">>b]]") || folded.hasSuffix(">>a]]")
  }

  /// The result that this is, of which there are many spellings.
  var result: ResultText? {
    if case .result(let result, _) = self { return result }
    return nil
  }

  /// The word, or the first spelling of a result.
  var text: String? {
    switch self {
    case .word(let text), .result(_, let text): text
    case .nameOfA, .nameOfB: nil
    }
  }

  /// What tells labels apart, byte by byte.
  fileprivate var key: [UInt8] {
    switch self {
    case .word(let text): Array(text.utf8)
    case .result(let result, _): [0] + Array(result.rawValue.utf8)
    case .nameOfA: [0, 0]
    case .nameOfB: [0, 1]
    }
  }
}
