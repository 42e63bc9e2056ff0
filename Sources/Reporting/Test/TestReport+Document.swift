internal import Battles
internal import EloInference
internal import EloNumerics

/// Comparisons for readers: a few pairs in sentences, many in a table.
extension TestReport {
  /// How many pairs are told in sentences at most.
  private static let mostInSentences = 3

  /// The verdicts and then, in the order of their weight, the notes.
  package var document: Document {
    var blocks: [Block]
    if comparison.findings.isEmpty {
      blocks = [.headline("No two models have enough data to be compared.")]
    } else if comparison.findings.count <= Self.mostInSentences {
      let wording = VerdictWording(self)
      blocks = comparison.findings.flatMap { finding -> [Block] in
        [
          .paragraph(wording.verdict(finding) + firstBeaten(finding)),
          .figures(wording.figures(finding)),
        ]
      }
    } else {
      blocks = [.headline(summary), table]
      if comparison.findings.contains(where: \.isProvisional) {
        blocks.append(.legend("* too little data to rank both of them"))
      }
    }
    blocks += provenance.notesOnReading()
    if let scores = BoardWording.scores(source) { blocks.append(.note(scores)) }
    blocks += BoardWording.notes(source, among: namesCompared).map { .note($0) }
    blocks.append(.note(Prose(MethodWording.comparison(comparison.test, source))))
    if let equivalence = EquivalenceWording(self) {
      blocks.append(.note(Prose(equivalence.method)))
    }
    return Document(blocks: blocks)
  }

  /// The models that take part, some perhaps several times.
  private var namesCompared: [String] {
    comparison.findings.flatMap { [roster.names[$0.a], roster.names[$0.b]] }
  }

  /// The pairs as a table, those of one model by the other's name.
  private var table: Block {
    if comparison.test.family == .against {
      let table = AgainstTable(self)
      return .table(table.wide, narrower: table.narrow)
    }
    let table = PairTable(self)
    return .table(table.wide, narrower: table.stacked)
  }

  /// Of neighbours, which model the upper one beats first, where that is not its neighbour.
  private func firstBeaten(_ finding: PairFinding) -> Prose {
    guard comparison.isDownTheBoard, !finding.verdict.isDifferent else { return "" }
    let name = roster.names[finding.a]
    guard let beaten = finding.firstBeaten else {
      return " \(name: name) is shown to be better than none of the models below it."
    }
    return
      " The first model below \(name: name) that it really beats is \(name: roster.names[beaten])."
  }

  private static func number(_ count: Int, _ singular: String, _ plural: String) -> String {
    count == 0 ? "none \(singular)" : CountFormat.text(count, singular, plural)
  }

  /// How many pairs are apart and how many are not.
  private var summary: Prose {
    let findings = comparison.findings
    if comparison.test.family == .against { return AgainstTable(self).summary }
    let apart = comparison.counts.different
    let kind =
      switch comparison.test.family {
      case .asked, .against: "pairs asked for"
      case .all where findings.count < comparison.test.pairs: "neighbouring pairs"
      case .all, .one: "pairs"
      }
    let confidence = MethodWording.confidence(comparison.test)
    if let equivalence = EquivalenceWording(self) {
      return summary(equivalence, of: kind)
    }
    let others =
      apart == findings.count
      ? "" : "; " + Self.number(findings.count - apart, "is not separated", "are not separated")
    return """
      Of \(CountFormat.text(findings.count)) \(kind) \(Self.number(apart, "is", "are")) really \
      apart \(confidence)\(others).
      """
  }

  /// The same where equivalence was asked about, too.
  private func summary(_ equivalence: EquivalenceWording, of kind: String) -> Prose {
    let counts = comparison.counts
    let isOrAre = { Self.number($0, "is", "are") }
    let closeOnes =
      counts.differentWithin == 0
      ? "" : " (\(CountFormat.text(counts.differentWithin)) by less than \(equivalence.margin))"
    let openOnes =
      counts.notSeparated == 0
      ? ""
      : "; of \(CountFormat.text(counts.notSeparated)) the data can tell neither"
    return """
      Of \(CountFormat.text(comparison.findings.count)) \(kind) \(isOrAre(counts.different)) really apart\(closeOnes) \
      \(MethodWording.confidence(comparison.test)); \(isOrAre(counts.equivalent)) shown to be within \
      \(equivalence.margin) of each other\(openOnes).
      """
  }
}
