internal import Battles
internal import EloInference

/// Rankings for readers.
extension RankReport {
  /// The headline, the table and, in the order of their weight, the notes.
  package var document: Document {
    var blocks: [Block] = [.headline(headline)]
    if let best = BestModelsWording(self).sentence { blocks.append(.paragraph(best)) }
    switch view {
    case .ratings, .details, .record: blocks += ratings
    // Matrices are of ranked models, and without any there is nothing to explain.
    case .ranks where leaderboard.ranked.isEmpty, .superiority where leaderboard.ranked.isEmpty:
      break
    case .ranks(let probabilities):
      let matrix = RankProbabilityTable(self, probabilities)
      blocks.append(.table(matrix.table, narrower: nil))
      if let remainder = matrix.remainder { blocks.append(.legend(remainder)) }
      blocks.append(.note(matrix.note))
    case .superiority(let superiority):
      let matrix = SuperiorityTable(self, superiority)
      blocks.append(.table(matrix.table, narrower: nil))
      if let remainder = matrix.remainder { blocks.append(.legend(remainder)) }
      blocks.append(.note(matrix.note))
    }
    blocks += provenance.notesOnReading()
    blocks.append(.note(SourceWording.average(leaderboard)))
    let names = leaderboard.findings.map { name($0.model) }
    blocks += BoardWording.notes(leaderboard.source, among: names).map { .note($0) }
    blocks.append(
      .note(Prose(MethodWording.ranking(leaderboard, models: leaderboard.ranked.count))))
    return Document(blocks: blocks)
  }

  /// The table of ratings with its legends.
  private var ratings: [Block] {
    var blocks: [Block] = [.table(table, narrower: nil)]
    if explainsMark { blocks.append(.markLegend("tied for first")) }
    if let rangeLegend { blocks.append(.legend(rangeLegend)) }
    if let remainder { blocks.append(.legend(remainder)) }
    if hasTooManyLetters { blocks.append(.legend(lettersLegend)) }
    if isDetailed, !leaderboard.ranked.isEmpty { blocks.append(.legend(gapLegend)) }
    return blocks
  }

  /// Why more models may have a range from 1 than are tied for first; `nil` where none has.
  private var rangeLegend: Prose? {
    let first = leaderboard.ranked.count { $0.rankRange.lowerBound == 1 }
    guard first > leaderboard.ranked.count(where: \.isTiedForFirst) else { return nil }
    let question =
      switch (leaderboard.test.adjustment, leaderboard.test.family) {
      case (.none, _), (.benjaminiHochberg, _): "another question, pair by pair"
      case (_, .one): "another question, about each model and all others at once"
      default: "a harder question, about all pairs at once"
      }
    return """
      Range answers \(question), so it can leave first place open to models that are not tied for \
      first.
      """
  }

  /// Where the letters are that the table has no room for.
  private var lettersLegend: Prose {
    let most = CountFormat.text(LetterRanges.mostLetters)
    let rest =
      leaderboard.ranked.contains(where: \.letters.isEmpty) ? "" : "; CSV and JSON have them"
    return "Letters are left out: more than \(most) are needed\(rest)."
  }

  /// What a detectable gap is.
  private var gapLegend: Prose {
    let power = DecimalFormat(decimals: 0).text(100 * TestOptions.detectionPower)
    let level = PercentFormat.level(leaderboard.test.level)
    return """
      Detectable gap: to a neighbour on the board, found in \(power) of 100 cases at \(level) \
      confidence, one pair by itself.
      """
  }

  private var isDetailed: Bool { if case .details = view { true } else { false } }

  private var showsRecord: Bool { if case .record = view { true } else { false } }

  private var hasTooManyLetters: Bool {
    guard isDetailed else { return false }
    // Models without letters, though ranked, would have needed more than anyone counts.
    return leaderboard.ranked.contains {
      $0.letters.isEmpty || ($0.letters.last ?? 0) >= LetterRanges.mostLetters
    }
  }

  private var table: Table {
    let format = format
    // A record tells how many there are.
    let hasBattles = !showsRecord && leaderboard.findings.contains { $0.battles != nil }
    let level = PercentFormat.level(leaderboard.interval.level)
    var columns = [
      Table.Column(heading: "Rank", alignment: .right),
      Table.Column(heading: "Range", alignment: .left),
      Table.Column(heading: "Model", alignment: .left),
      Table.Column(heading: format.heading, alignment: .right),
      Table.Column(
        heading: isSimultaneous ? "Joint \(level) interval" : "\(level) interval",
        alignment: .right),
    ]
    if hasBattles {
      columns.append(Table.Column(heading: isBoard ? "Votes" : "Battles", alignment: .right))
    }
    if showsRecord {
      columns += ["W–D–L", "Score"].map { Table.Column(heading: $0, alignment: .right) }
    }
    let hasLetters = isDetailed && !hasTooManyLetters
    if hasLetters { columns.append(Table.Column(heading: "Letters", alignment: .left)) }
    if isDetailed { columns.append(Table.Column(heading: "Detectable gap", alignment: .right)) }
    let hasPreliminary = (shown.ranked + shown.provisional).contains(where: isPreliminary)
    if hasPreliminary { columns.append(Table.Column(heading: "Preliminary", alignment: .left)) }

    func row(_ finding: RankFinding) -> Table.Row {
      let rank = finding.rank.map { "\($0)" } ?? ""
      var cells: [Table.Cell] = [
        finding.isTiedForFirst ? .marked(rank) : .text(rank),
        .text(finding.isProvisional ? "" : Self.text(finding.rankRange)),
        .name(name(finding.model)),
        .text(format.rating(finding.rating)),
        .text(
          leaderboard.hasNothingToCompare(finding)
            ? "—" : format.ratingInterval(finding.lower, finding.upper)),
      ]
      if hasBattles { cells.append(.text(finding.battles.map { CountFormat.text($0) } ?? "")) }
      if showsRecord { cells += record(finding).map { .text($0) } }
      if hasLetters { cells.append(.text(LetterRanges.text(finding.letters))) }
      if isDetailed {
        cells.append(.text(finding.detectableGap.map { format.text($0) } ?? ""))
      }
      if hasPreliminary { cells.append(.text(isPreliminary(finding) ? "yes" : "")) }
      let emphasis: Table.Emphasis = finding.isTiedForFirst ? .winner : .plain
      return .cells(cells, finding.isProvisional ? .faint : emphasis)
    }

    var rows = shown.ranked.map(row)
    if !shown.provisional.isEmpty {
      rows.append(.section(Prose(reasonNotRanked)))
      rows += shown.provisional.map(row)
    }
    let spans = (shown.ranked + shown.provisional).map {
      // An end that is no number has nothing drawn.
      let lower = leaderboard.hasNothingToCompare($0) ? .nan : $0.lower
      return ForestPlot.Span(
        estimate: $0.rating, lower: lower, upper: $0.upper, setsScale: !$0.isProvisional)
    }
    return Table(columns: columns, rows: rows, plot: ForestPlot(spans: spans))
  }

  /// What a model's battles came to, and the share of points that it took of them.
  private func record(_ finding: RankFinding) -> [String] {
    guard let wins = finding.wins, let losses = finding.losses, let ties = finding.ties,
      let score = finding.score
    else { return ["", ""] }
    return [
      [wins, ties, losses].map { CountFormat.text($0) }.joined(separator: "–"),
      PercentFormat.share(score, decimals: 1),
    ]
  }

  /// The findings that the table has room for: those with a rank come first.
  private var shown: (ranked: ArraySlice<RankFinding>, provisional: ArraySlice<RankFinding>) {
    let limit = top ?? leaderboard.findings.count
    let ranked = leaderboard.ranked.prefix(limit)
    return (ranked, leaderboard.provisional.prefix(limit - ranked.count))
  }

  /// Whether there is more than one interval that the others hold together with.
  private var isSimultaneous: Bool { leaderboard.interval.criticalValue != nil }

  private var isBoard: Bool { leaderboard.source.board != nil }

  /// Whether the board calls the score preliminary.
  func isPreliminary(_ finding: RankFinding) -> Bool {
    leaderboard.source.board?.isPreliminary(name(finding.model)) ?? false
  }

  /// Why the models below the table have no rank, as far as their battles tell.
  private var reasonNotRanked: String {
    if isBoard { return "Not ranked: \(words(.unrankedOnBoard))" }
    let known = Set(leaderboard.provisional.compactMap(\.provisionalReason))
    let reasons = ProvisionalReason.allCases.filter(known.contains).map(words)
    let reason =
      reasons.isEmpty ? "too little is known of them" : reasons.joined(separator: ", or ")
    return "Not ranked: \(reason)"
      + (leaderboard.provisional.allSatisfy { $0.provisionalReason == .fewEffectiveClusters }
        ? "" : " (intervals from the model, not the resamples)")
  }

  private func words(_ reason: ProvisionalReason) -> String {
    switch reason {
    case .fewBattles: "fewer than \(CountFormat.text(provisionalBelow)) battles"
    case .weakLinks: "too few battles that link them to the others both ways"
    case .hardlyDecided: "too few battles that are no ties"
    case .fewClusters: "battles in too few clusters"
    case .equalClusters: "verdicts that cancel in every cluster"
    case .fewEffectiveClusters: "fewer than three effective clusters"
    case .unrankedOnBoard: "too few votes on the board"
    }
  }

  /// Whether the mark before a rank is explained: where more than one model has it.
  private var explainsMark: Bool {
    (shown.ranked + shown.provisional).contains(where: \.isTiedForFirst)
      && leaderboard.namesTiedForFirst.count > 1
  }

  /// How many models the table leaves out.
  private var remainder: Prose? {
    let ranked = leaderboard.ranked.count - shown.ranked.count
    let others = leaderboard.provisional.count - shown.provisional.count
    let number = CountFormat.text(ranked + others, "more model is", "more models are")
    switch (ranked, others) {
    case (0, 0): return nil
    case (_, 0): return "\(number) not shown."
    case (0, _): return "\(number) not shown, without a rank."
    default: return "\(number) not shown, \(CountFormat.text(others)) of them without a rank."
    }
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }
}
