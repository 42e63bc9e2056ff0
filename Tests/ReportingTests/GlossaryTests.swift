import Testing

@testable import Reporting

/// Everything that results print is explained, once, in two sentences.
@Suite struct GlossaryTests {
  private let terms =
    Term.ofLeaderboards + Term.ofComparisons + Term.ofAgreements
    + Term.ofMethods

  @Test func everyKeyOfEveryRecordIsExplained() {
    let keys = RankReport.modelKeys + TestReport.pairKeys + AgreeReport.placeKeys
    for key in keys {
      #expect(terms.count { $0.headings.contains(key) } == 1, "\(key)")
    }
  }

  @Test func everyHeadingOfEveryTableIsExplained() {
    var board = RankFixture.small
    board.isBoard = true
    let many = PairFixture(pairs: Array(repeating: PairFixture.ahead, count: 5))
    let documents = [
      RankFixture.small.report.document, board.report.document, many.report.document,
      AgreeFixture().report.document,
    ]
    let headings = documents.flatMap(\.blocks).flatMap { block -> [String] in
      guard case .table(let table, let narrower) = block else { return [] }
      return (table.columns + (narrower?.columns ?? [])).map(\.heading)
    }
    #expect(headings.count > 12)
    for heading in headings {
      let plain = heading.hasSuffix(" interval") ? "Interval" : heading
      #expect(terms.contains { $0.headings.contains(plain) }, "\(heading)")
    }
  }

  @Test func termsAreExplainedInTwoSentencesAtMost() {
    for term in terms {
      let sentences = term.explanation.split(separator: ".").count {
        !$0.allSatisfy { $0 == " " } && $0.first == " "
      }
      #expect(term.explanation.hasSuffix("."), "\(term.name)")
      #expect(sentences <= 1, "\(term.name)")
    }
  }

  @Test func noTermStandsTwice() {
    #expect(Set(terms.map(\.name)).count == terms.count)
    for term in terms { #expect(Term.glossary.contains(term.explanation), "\(term.name)") }
  }
}
