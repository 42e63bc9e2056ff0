import Battles
import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

/// Everything that results print is explained, once, in two sentences.
@Suite struct GlossaryTests {
  private let terms =
    Term.ofLeaderboards + Term.ofComparisons + Term.ofAgreements + Term.ofMethods
    + Term.ofPlans + Term.ofSnapshots

  @Test func everyKeyOfEveryRecordIsExplained() throws {
    var board = RankFixture.small
    let views: [RankView] = [
      .ratings, .ranks(try MatrixFixture.board.rankProbabilities()),
      .superiority(try MatrixFixture.board.superiority()),
    ]
    let ofRank = views.map { view in
      board.models = MatrixFixture.models
      board.view = view
      return board.report.records
    }
    let tables =
      ofRank + [
        PairFixture(pairs: [PairFixture.ahead]).report.records, PlanFixture().report.records,
        DiffFixture().report.records, AgreeFixture().report.records,
      ]
    for key in Set(tables.flatMap(\.headings)) {
      #expect(terms.count { $0.headings.contains(key) } == 1, "\(key)")
    }
  }

  @Test func everyHeadingOfEveryTableIsExplained() throws {
    var board = RankFixture.small
    board.isBoard = true
    board.board = BoardSummary(
      level: 0.95, unit: .share, preliminary: Roster([board.models[0].name]))
    var detailed = RankFixture.small
    detailed.view = .details
    var record = RankFixture.small
    record.view = .record
    var against = PairFixture(pairs: Array(repeating: PairFixture.ahead, count: 5), margin: 10)
    against.family = .against
    var ranks = RankFixture.tied(12)
    let twelve = Estimate(
      board: PublishedScores(
        roster: ranks.roster, rating: (0..<14).map(Double.init),
        standardError: Array(repeating: 1, count: 14), lower: Array(repeating: 0, count: 14),
        upper: Array(repeating: 0, count: 14), votes: nil, level: 0.95), scale: .standard)
    ranks.view = .ranks(try twelve.rankProbabilities())
    let many = PairFixture(
      pairs: Array(repeating: PairFixture.ahead, count: 5), margin: 10,
      firstBeaten: Array(repeating: nil, count: 5))
    let documents = [
      RankFixture.small.report.document, board.report.document, many.report.document,
      detailed.report.document, ranks.report.document, record.report.document,
      against.report.document,
      PlanFixture(pairs: 5).report.document, DiffFixture().report.document,
      AgreeFixture().report.document,
    ]
    let headings = documents.flatMap(\.blocks).flatMap { block -> [String] in
      guard case .table(let table, let narrower) = block else { return [] }
      return (table.columns + (narrower?.columns ?? [])).map(\.heading)
    }
    #expect(headings.count > 12)
    for heading in headings where Int(heading) == nil {
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
