internal import Battles
internal import EloInference
internal import EloNumerics

/// Plans for readers: a few pairs in sentences, many in a table.
extension PlanReport {
  /// How many pairs are told in sentences at most.
  private static let mostInSentences = 3

  /// The plan and then, in the order of their weight, the notes.
  package var document: Document {
    let wording = PlanWording(self)
    var blocks: [Block]
    if plan.findings.isEmpty {
      blocks = [.headline("No two models have enough data to plan from.")]
    } else if plan.findings.count <= Self.mostInSentences {
      blocks = plan.findings.flatMap { finding -> [Block] in
        [.paragraph(wording.sentences(finding)), .figures(wording.figures(finding))]
      }
    } else {
      let table = PlanTable(self)
      blocks = [
        .headline(wording.headline), .table(table.wide, narrower: table.stacked),
        .legend(Prose(table.legend)),
      ]
    }
    if let provenance {
      let names = plan.findings.compactMap(\.models).flatMap { [name($0.a), name($0.b)] }
      blocks += provenance.notesOnReading()
      blocks += BoardWording.notes(provenance.source, among: names).map { .note($0) }
    }
    if let caution = wording.caution { blocks.append(.note(Prose(caution))) }
    blocks.append(.note(Prose(wording.method)))
    return Document(blocks: blocks)
  }
}
