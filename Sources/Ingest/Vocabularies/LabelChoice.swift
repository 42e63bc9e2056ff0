internal import Battles
internal import SafeText

/// Chooses how a winner column is read, by what all of its rows tell, or says between which readings
/// nothing decides.
struct LabelChoice {
  private let evidence: LabelEvidence
  private let headings: ColumnHeadings
  private let claims: LabelClaims
  private let coding: LabelCoding?
  private let files: [String]

  /// A choice for the column of `evidence`.
  init(_ evidence: LabelEvidence, labels: [OutcomeLabel], coding: LabelCoding?, files: [String]) {
    self.evidence = evidence
    headings = ColumnHeadings(
      winner: evidence.heading, sideA: evidence.sideA, sideB: evidence.sideB)
    claims = LabelClaims(labels)
    self.coding = coding
    self.files = files
  }

  /// The reading of the column.
  ///
  /// - Throws: `IngestError.labels` where none fits, or several do that differ.
  func reading() throws(IngestError) -> LabelReading {
    let open = openWords
    if let coding {
      guard !open.isEmpty || hasNames else {
        throw .usage(
          what:
            "--coding \(coding.rawValue) has nothing to read: --label or words that are always the same "
            + "settle all labels of \(Mention.name(evidence.heading))",
          remedy: "leave it out")
      }
      return try asked(coding)
    }
    if open.isEmpty, !hasNames { return LabelReading(nil, claims: claims) }
    if let sides = headings.sides {
      let reading = LabelReading(sides, basis: .headings, claims: claims)
      if fits(reading) { return reading }
    }
    let names = LabelReading.names(claims)
    let areNames = fits(names)
    if areNames, let tie = nameThatIsATie {
      // Only names fit, or something else fits that has no names in it.
      guard let other = try? byWordsOrCodes() else { throw problem(.tieIsAName(tie)) }
      return other
    }
    if areNames, evidence.models.all.count > 2 {
      // Numbers and letters that are names may be meant as codes all the same, where all of them fit.
      let codes = open.allSatisfy { $0.folded.utf8.count <= 2 } ? allCodes.filter(bothSidesWin) : []
      let distinct = codes.isEmpty || hasNames ? [] : Self.distinct([names] + codes, evidence)
      guard distinct.count < 2 else { throw problem(.several(distinct.map(told))) }
      return names
    }
    guard areNames else {
      guard let reading = try byWordsOrCodes() else { throw nothingFits }
      return reading
    }
    // Of two models a label may be the name of one and a code for the other.
    let rivals = [names] + allWords + allCodes
    let distinct = Self.distinct(rivals, evidence)
    guard distinct.count == 1 else { throw problem(.several(distinct.map(told))) }
    return names
  }

  /// A warning where the headings of the sides, as labels, are names of models too.
  func warning(_ reading: LabelReading) -> Warning? {
    guard reading.basis == .headings else { return nil }
    let clash = evidence.words.first { word in
      word.all.contains(.isB) && reading.meaning(of: word, .isB) == .outcome(.aWins)
        || word.all.contains(.isA) && reading.meaning(of: word, .isA) == .outcome(.bWins)
    }
    guard let clash else { return nil }
    return Warning(
      .ambiguousWinner,
      "\(quoted(clash.text)) is the heading of a side and the name of a model: as a winner it was read as the "
        + "side. Where the model was meant, say so with --coding names.")
  }

  // MARK: Evidence

  private var openWords: [LabelEvidence.Word] {
    evidence.words.filter {
      !claims.hold($0) && Vocabulary.common.meanings[$0.folded] == nil && !$0.all.isEmpty
    }
  }

  private var hasNames: Bool { evidence.names.allA || evidence.names.allB }

  /// A word for ties, or for no verdict, that is the name of one of its row's sides.
  private var nameThatIsATie: String? {
    evidence.words.first {
      !claims.hold($0) && Vocabulary.common.meanings[$0.folded] != nil
        && ($0.all.contains(.isA) || $0.all.contains(.isB))
    }?.text
  }

  private func fits(_ reading: LabelReading) -> Bool { reading.meanings(evidence) != nil }

  private func read(_ vocabulary: Vocabulary) -> LabelReading {
    LabelReading(vocabulary, claims: claims)
  }

  /// The first of each kind of readings that give everything the same meaning.
  private static func distinct(_ readings: [LabelReading], _ evidence: LabelEvidence)
    -> [LabelReading]
  {
    var found: [(reading: LabelReading, meanings: [LabelEvidence.Case: LabelMeaning])] = []
    for reading in readings {
      guard let meanings = reading.meanings(evidence) else { continue }
      if !found.contains(where: { $0.meanings == meanings }) { found.append((reading, meanings)) }
    }
    return found.map(\.reading)
  }

  private func byWordsOrCodes() throws(IngestError) -> LabelReading? {
    if let words = try words() { return words }
    return try codes()
  }

  // MARK: Words

  private var allWords: [LabelReading] {
    // Without a result of Go a 0 is none either.
    let isOfGo = evidence.words.contains { word in
      let result = ResultText(folded: word.folded)
      return result == .blackWon || result == .whiteWon
    }
    let more =
      (headings.areXY ? [Vocabulary.xy] : [])
      + (headings.areColoured && isOfGo ? [Vocabulary.ofGo] : [])
    let words = (Vocabulary.placed + Vocabulary.coloured + more).flatMap(orientations)
    let bySide = headings.isOfWinners ? [] : ofSide(.winLossWords)
    let fitting = (words + bySide).map(read).filter(fits)
    // 1-0 and 0-1 alone are results of games as well as scores, which may be of another order.
    let hasScores = evidence.words.contains { ResultText(folded: $0.folded) != nil }
    let isOtherOrder = evidence.order.behind && !headings.areColoured
    return fitting
      + (hasScores || isOtherOrder || fitting.isEmpty ? scores.map(read).filter(fits) : [])
  }

  /// Scores such as 4-1, whose numbers stand in the order of the sides in the file.
  private var scores: [Vocabulary] {
    switch evidence.order {
    case (_, false): [.scores]
    case (false, true): [Vocabulary.scores.mirrored]
    case (true, true): [.scores, Vocabulary.scores.mirrored]
    }
  }

  /// A vocabulary about one side: the one that the heading names, else the first; both where the sides stand
  /// in the file the other way round than they are usually told.
  private func ofSide(_ vocabulary: Vocabulary) -> [Vocabulary] {
    if let isOfA = headings.namedSide { return [isOfA ? vocabulary : vocabulary.mirrored] }
    return evidence.isTurnedInFile ? [vocabulary, vocabulary.mirrored] : [vocabulary]
  }

  /// The vocabulary as the headings of the sides turn it; both ways round where it is about the order of
  /// sides that stand in the file the other way round than they are usually told, so that nothing tells
  /// which order is meant.
  private func orientations(_ vocabulary: Vocabulary) -> [Vocabulary] {
    for pair in vocabulary.pairs {
      if let isTurned = headings.isTurned(pair) {
        return [isTurned ? vocabulary.mirrored : vocabulary]
      }
    }
    guard evidence.isTurnedInFile, vocabulary.isOfOrder else { return [vocabulary] }
    return [vocabulary, vocabulary.mirrored]
  }

  /// The same where an option has chosen it: side a is the first one.
  private func oriented(_ vocabulary: Vocabulary) -> Vocabulary { orientations(vocabulary)[0] }

  private func words() throws(IngestError) -> LabelReading? {
    let distinct = Self.distinct(allWords, evidence)
    guard distinct.count <= 1 else { throw problem(.several(distinct.map(told))) }
    return distinct.first
  }

  // MARK: Codes

  private func codes() throws(IngestError) -> LabelReading? {
    let distinct = Self.distinct(allCodes, evidence)
    guard distinct.count <= 1 else { throw problem(.several(distinct.map(told))) }
    return distinct.first
  }

  /// The readings of bare numbers and letters between which nothing decides.
  private var allCodes: [LabelReading] {
    let texts = Set(evidence.words.filter { !$0.all.isEmpty }.map(\.folded))
    let score = ofSide(.score).map(read)
    if ["0.5", "½", "1/2"].contains(where: texts.contains) {
      let fitting = score.filter(fits)
      if !fitting.isEmpty { return fitting }
    }
    if let initials = headings.initials {
      let letters = Vocabulary(
        "\(initials.a), \(initials.b)".uppercased(), .codes, a: [initials.a], b: [initials.b],
        tie: ["d", "t"].filter { $0 != initials.a && $0 != initials.b })
      let reading = read(letters)
      if !texts.isDisjoint(with: [initials.a, initials.b]), fits(reading) { return [reading] }
    }
    if let told = codesByHeading { return [told] }
    var candidates: [Vocabulary] = [
      .index0, .index1, .signed, .signedAgainst, .letters, .truth,
      Vocabulary.truth.mirrored,
    ]
    if texts.contains("h") { candidates.append(.ground) }
    if texts.contains("w") || texts.contains("l"), !headings.isOfWinners {
      candidates += ofSide(.winLoss)
    }
    if texts.contains("x"), texts.contains("1") || texts.contains("2") { candidates.append(.pools) }
    candidates = candidates.flatMap(orientations) + ofSide(.score)
    let fitting = candidates.map(read).filter(fits)
    let complete = fitting.filter(bothSidesWin)
    return complete.isEmpty ? fitting : complete
  }

  /// The reading that the headings ask for.
  private var codesByHeading: LabelReading? {
    var wanted: [Vocabulary] = []
    if let isOfA = headings.namedSide {
      wanted += isOfA ? [.score, .truth] : [Vocabulary.score.mirrored, Vocabulary.truth.mirrored]
    } else if headings.pointsOfA != nil, !evidence.isTurnedInFile {
      wanted.append(.score)
    }
    if headings.isPreferenceOfFirst { wanted.append(oriented(.preference)) }
    if headings.isOfGround { wanted.append(oriented(.ground)) }
    return wanted.map(read).first(where: fits)
  }

  /// Whether each side wins somewhere.
  private func bothSidesWin(_ reading: LabelReading) -> Bool {
    let meanings = Set((reading.meanings(evidence) ?? [:]).values)
    return meanings.contains(.outcome(.aWins)) && meanings.contains(.outcome(.bWins))
  }

  // MARK: Asked for

  private func asked(_ coding: LabelCoding) throws(IngestError) -> LabelReading {
    let reading: LabelReading
    switch coding {
    case .names: reading = .names(claims)
    case .sides: reading = read(allSides)
    case .score: reading = read(headings.namedSide == false ? Vocabulary.score.mirrored : .score)
    case .index0: reading = read(.index0)
    case .index1: reading = read(oriented(.index1))
    case .signed: reading = read(.signed)
    case .homeAway: reading = read(oriented(.ground))
    case .rowWins, .columnWins:
      throw .usage(
        what: "--coding \(coding.rawValue) is about square tables of wins, and "
          + "\(Mention.name(evidence.heading)) has labels", remedy: "leave it out")
    }
    guard fits(reading) else {
      throw problem(.openUnder(coding, reading.open(evidence).map(\.text), hasNames: hasNames))
    }
    return reading
  }

  /// Every word and letter for the sides.
  private var allSides: Vocabulary {
    let lists =
      (Vocabulary.placed + Vocabulary.coloured + [.lettersWithC] + (headings.areXY ? [.xy] : []))
      .map(oriented) + (headings.sides.map { [$0] } ?? [])
    return Vocabulary("sides", joining: lists, coding: .sides)
  }

  // MARK: Refusals

  private func told(_ reading: LabelReading) -> LabelProblem.Way {
    let meanings = evidence.words.compactMap { word -> (String, LabelMeaning)? in
      guard let sides = LabelTable.Sides.each.reversed().first(where: word.all.contains),
        !claims.hold(word), Vocabulary.common.meanings[word.folded] == nil,
        let meaning = reading.meaning(of: word, sides)
      else { return nil }
      return (word.text, meaning)
    }
    return LabelProblem.Way(
      coding: reading.coding,
      meanings: meanings.map { LabelProblem.Meaning(text: $0.0, meaning: $0.1) },
      isOfNames: reading.basis == .names)
  }

  private var nothingFits: IngestError {
    let open = openWords
    if claims.haveNumbers {
      let numbers = open.filter { Numbers.number($0.folded) != nil }.map(\.text)
      if !numbers.isEmpty { return problem(.openNumbers(numbers)) }
    }
    // What would be read if an option said so.
    let ways = Self.distinct(
      LabelCoding.allCases.compactMap { try? asked($0) }, evidence)
    if !ways.isEmpty { return problem(.several(ways.map(told))) }
    return problem(.mixed(open.map(\.text), hasNames: hasNames))
  }

  private func problem(_ kind: LabelProblem.Kind) -> IngestError {
    .labels(LabelProblem(files: files, column: evidence.heading, kind: kind))
  }
}
