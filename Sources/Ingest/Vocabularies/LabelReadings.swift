internal import Battles

/// How the winner columns of a data set are read, one after the other.
struct LabelReadings {
  private let options: ReadOptions
  private let files: [String]
  private let columns: [LabelEvidence]
  private let whole: [LabelEvidence]
  private let isMatrix: Bool

  /// The winner columns of a data set; those of `others` with the same headings are read in the same way.
  ///
  /// - Parameter isMatrix: whether the battles are those of a square table, which has none.
  init(
    _ options: ReadOptions, files: [String], _ columns: [LabelEvidence],
    beside others: [LabelEvidence], isMatrix: Bool = false
  ) {
    self.options = options
    self.isMatrix = isMatrix
    self.files = files
    self.columns = columns
    whole = columns.map { column in
      others.reduce(into: column) { whole, other in
        if whole.hasSameHeadings(as: other) { whole.add(other) }
      }
    }
  }

  /// A reading for each of the columns; texts that nothing knows are set aside where that was asked for.
  ///
  /// - Throws: `IngestError` where a column cannot be read.
  func chosen(_ tally: inout RowTally) throws(IngestError) -> [LabelReading] {
    try requireUse()
    var readings: [LabelReading] = []
    for (own, all) in zip(columns, whole) {
      try setAsideUnknown(own, &tally)
      readings.append(try reading(all))
    }
    return readings
  }

  /// What the reader should know of how labels were read.
  var warnings: [Warning] {
    whole.compactMap { evidence in
      guard let reading = try? reading(evidence) else { return nil }
      return choice(evidence).warning(reading)
    }
  }

  /// How many battles have no verdict of which no option says what that means.
  var withoutVerdict: Int { wordsWithoutVerdict.reduce(0) { $0 + $1.battles } }

  /// The labels of such battles.
  var textsWithoutVerdict: [String] { wordsWithoutVerdict.filter { $0.battles > 0 }.map(\.text) }

  private var wordsWithoutVerdict: [LabelEvidence.Word] {
    let claims = LabelClaims(options.labels)
    return zip(columns, whole).flatMap { own, whole -> [LabelEvidence.Word] in
      guard let reading = try? reading(whole) else { return [] }
      return own.words.filter { word in
        !claims.hold(word) && Vocabulary.common.meanings[word.folded] == .noVerdict
          && !(reading.basis == .names && !word.kept.contains(.isNeither))
      }
    }
  }

  private func choice(_ evidence: LabelEvidence) -> LabelChoice {
    LabelChoice(evidence, labels: options.labels, coding: options.coding, files: files)
  }

  /// The reading by all rows; where nothing fits those, by the rows that are kept alone.
  private func reading(_ evidence: LabelEvidence) throws(IngestError) -> LabelReading {
    do throws(IngestError) {
      return try choice(evidence).reading()
    } catch {
      guard case .labels(let problem) = error, problem.kind.isOfNoFit, evidence.hasRowsPassedOver
      else { throw error }
      return try choice(evidence.ofKeptRows).reading()
    }
  }

  private func setAsideUnknown(
    _ evidence: LabelEvidence, _ tally: inout RowTally
  ) throws(IngestError) {
    let unknown = evidence.unknown.filter { $0.rows > 0 }
    guard !unknown.isEmpty else { return }
    // Where one number needs a meaning from an option, so do the others.
    let hasNumbers = unknown.contains { Numbers.number($0.text) != nil }
    let numbers =
      hasNumbers ? evidence.words.filter { Numbers.number($0.folded) != nil }.map(\.text) : []
    func problem(_ texts: [LabelTable.Unknown]) -> IngestError {
      .labels(
        LabelProblem(
          files: files, column: evidence.heading,
          kind: .unknown(
            texts.map { LabelProblem.Unknown(text: $0.text, rows: $0.rows, first: $0.first) },
            beside: numbers)))
    }
    guard options.badRows == .skip else {
      let graded = unknown.map(\.text).filter { text in
        Numbers.number(text).map { $0 != $0.rounded() } ?? false
      }
      // A few numbers may be mistakes, or codes that an option can name.
      guard graded.count < 3 else {
        throw .labels(
          LabelProblem(files: files, column: evidence.heading, kind: .graded(graded)))
      }
      throw problem(unknown)
    }
    tally.setAside(
      unknown.map { problem([$0]) }, count: unknown.reduce(0) { $0 + $1.rows })
  }

  /// Sees that every text that options name is there.
  private func requireUse() throws(IngestError) {
    guard !options.labels.isEmpty || options.coding != nil else { return }
    guard let first = columns.first else {
      if options.labels.isEmpty, options.coding?.isOfMatrix == true, isMatrix { return }
      throw .usage(
        what: "--label and --coding are about a column of winners, and these battles have none",
        remedy: "leave them out")
    }
    for (index, label) in options.labels.enumerated() {
      let text = FoldedLabel.plain(label.text)
      guard
        let other = options.labels[..<index].first(where: {
          FoldedLabel.plain($0.text).utf8.elementsEqual(text.utf8) && $0.meaning != label.meaning
        })
      else { continue }
      throw .usage(
        what: "--label gives \(quoted(label.text)) two meanings, \(other.meaning.text) and "
          + label.meaning.text,
        remedy: "leave one of them out")
    }
    let words = whole.flatMap(\.words)
    let present = Set(words.map { FoldedLabel.plain($0.text) })
    let absent = options.labels.map(\.text).filter { !present.contains(FoldedLabel.plain($0)) }
    guard absent.isEmpty else {
      let known = words.map(\.text) + whole.flatMap { $0.unknown.map(\.text) }
      throw .labels(
        LabelProblem(
          files: files, column: first.heading, kind: .absent(absent, known: known)))
    }
  }
}

extension LabelEvidence {
  /// Whether both are of columns that are read in one way.
  func hasSameHeadings(as other: LabelEvidence) -> Bool {
    let pairs = [(heading, other.heading), (sideA, other.sideA), (sideB, other.sideB)]
    return pairs.allSatisfy {
      asciiLowercased($0).utf8.elementsEqual(asciiLowercased($1).utf8)
    }
  }
}
