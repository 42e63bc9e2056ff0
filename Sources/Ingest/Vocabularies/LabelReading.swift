internal import Battles

/// One way to read a winner column: what each label means, for whichever names stand beside it.
struct LabelReading: Sendable {
  /// Why a column is read in this way.
  enum Basis: Sendable, Equatable {
    /// The labels are the headings of the sides.
    case headings
    /// The labels are names of models.
    case names
    /// The labels are those of a vocabulary.
    case vocabulary(String)
    /// Options say what all labels mean, or there are none but ties.
    case options
  }

  /// Why a column is read in this way.
  let basis: Basis
  /// The option's value that asks for this reading, where there is one.
  let coding: LabelCoding?
  /// Whether a label that is the name of one of its row's sides means that side.
  private let usesNames: Bool
  private let specific: [String: LabelMeaning]
  private let claims: [String: LabelMeaning]
  /// Whether numbers have no meaning but by options.
  private let hidesNumbers: Bool

  /// The reading by a vocabulary.
  init(
    _ vocabulary: Vocabulary?, basis: Basis? = nil, coding: LabelCoding? = nil,
    usesNames: Bool = false,
    claims: LabelClaims
  ) {
    self.basis = basis ?? vocabulary.map { .vocabulary($0.name) } ?? .options
    self.coding = coding ?? vocabulary?.coding
    self.usesNames = usesNames
    specific = vocabulary?.meanings ?? [:]
    self.claims = claims.meanings
    hidesNumbers = claims.haveNumbers
  }

  /// The reading by names.
  static func names(_ claims: LabelClaims) -> LabelReading {
    LabelReading(nil, basis: .names, coding: .names, usesNames: true, claims: claims)
  }

  /// What the word means in a row whose names stand to it in this way; `nil` where it means nothing.
  func meaning(of word: LabelEvidence.Word, _ sides: LabelTable.Sides) -> LabelMeaning? {
    if let claimed = claims[FoldedLabel.plain(word.text)] { return claimed }
    if usesNames {
      if sides == .isA || sides == .isBoth { return .outcome(.aWins) }
      if sides == .isB { return .outcome(.bWins) }
    }
    if let common = Vocabulary.common.meanings[word.folded] { return common }
    if hidesNumbers, Numbers.number(word.folded) != nil { return nil }
    return specific[word.folded]
  }

  /// What names that are no words mean.
  var nameMeanings: (a: LabelMeaning, b: LabelMeaning)? {
    usesNames ? (.outcome(.aWins), .outcome(.bWins)) : nil
  }

  /// What everything that stands in the column means, or `nil` where something has no meaning.
  func meanings(_ evidence: LabelEvidence) -> [LabelEvidence.Case: LabelMeaning]? {
    var meanings: [LabelEvidence.Case: LabelMeaning] = [:]
    for (index, word) in evidence.words.enumerated() {
      for sides in LabelTable.Sides.each where word.all.contains(sides) {
        guard let meaning = meaning(of: word, sides) else { return nil }
        meanings[LabelEvidence.Case(word: index, sides: sides.rawValue)] = meaning
      }
    }
    if evidence.names.allA || evidence.names.allB, nameMeanings == nil { return nil }
    return meanings
  }

  /// The words that have no meaning.
  func open(_ evidence: LabelEvidence) -> [LabelEvidence.Word] {
    evidence.words.filter { word in
      LabelTable.Sides.each.contains { sides in
        word.all.contains(sides) && meaning(of: word, sides) == nil
      }
    }
  }
}

/// What options say of labels.
struct LabelClaims: Sendable {
  /// The meanings, by the texts as options compare them.
  let meanings: [String: LabelMeaning]
  /// Whether a number is among the texts: numbers then have no meaning but those given.
  let haveNumbers: Bool

  /// The labels that options give, of which the last one counts.
  init(_ labels: [OutcomeLabel]) {
    var meanings: [String: LabelMeaning] = [:]
    for label in labels { meanings[FoldedLabel.plain(label.text)] = label.meaning }
    self.meanings = meanings
    haveNumbers = meanings.keys.contains { Numbers.number($0) != nil }
  }

  /// Whether the word is one of the texts.
  func hold(_ word: LabelEvidence.Word) -> Bool { meanings[FoldedLabel.plain(word.text)] != nil }
}
