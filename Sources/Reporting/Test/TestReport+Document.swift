internal import Battles
internal import EloInference
internal import EloNumerics

/// Comparisons for readers: a few pairs in sentences, many in a table.
extension TestReport {
  /// How many pairs are told in sentences at most.
  private static let mostInSentences = 3

  /// The verdicts and then, in the order of their weight, the notes.
  var document: Document {
    var blocks: [Block]
    if comparison.findings.isEmpty {
      blocks = [.headline("No two models have enough data to be compared.")]
    } else if comparison.findings.count <= Self.mostInSentences {
      let wording = VerdictWording(self)
      blocks = comparison.findings.flatMap {
        [.paragraph(wording.verdict($0)), .figures(wording.figures($0))]
      }
    } else {
      let table = PairTable(self)
      blocks = [.headline(summary), .table(table.wide, narrower: table.stacked)]
      if comparison.findings.contains(where: \.isProvisional) {
        blocks.append(.legend("* too little data to rank both of them"))
      }
    }
    if let read = ReadingWording(report.reading).line { blocks.append(.note(read)) }
    if let setAside = SourceWording.setAside(report, source) { blocks.append(.note(setAside)) }
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

  /// Whether p-values were adjusted, so that there are two to a pair; resamples judge a single one anew, too.
  var isAdjusted: Bool {
    let test = comparison.test
    return test.adjustment == .bootstrapMaxT || test.adjustment != .none && test.pairs > 1
  }

  private static func number(_ count: Int, _ singular: String, _ plural: String) -> String {
    count == 0 ? "none \(singular)" : CountFormat.text(count, singular, plural)
  }

  /// How many pairs are apart and how many are not.
  private var summary: Prose {
    let findings = comparison.findings
    let apart = findings.count { $0.verdict.isDifferent }
    let kind =
      switch comparison.test.family {
      case .asked: "pairs asked for"
      case .all where findings.count < comparison.test.pairs: "neighbouring pairs"
      case .all, .one: "pairs"
      }
    let confidence = MethodWording.confidence(comparison.test)
    if let equivalence = EquivalenceWording(self) {
      return summary(equivalence, of: kind, apart: apart)
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
  private func summary(_ equivalence: EquivalenceWording, of kind: String, apart: Int) -> Prose {
    let findings = comparison.findings
    let isOrAre = { Self.number($0, "is", "are") }
    let close = findings.count { $0.verdict == .differentWithin }
    let alike = findings.count { $0.verdict == .equivalent }
    let open = findings.count - apart - alike
    let closeOnes =
      close == 0 ? "" : " (\(CountFormat.text(close)) by less than \(equivalence.margin))"
    let openOnes =
      open == 0
      ? ""
      : "; of \(CountFormat.text(open)) the data can tell neither"
    return """
      Of \(CountFormat.text(findings.count)) \(kind) \(isOrAre(apart)) really apart\(closeOnes) \
      \(MethodWording.confidence(comparison.test)); \(isOrAre(alike)) shown to be within \
      \(equivalence.margin) of each other\(openOnes).
      """
  }
}
