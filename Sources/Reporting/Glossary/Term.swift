/// A term that results use, explained to a reader who knows no statistics.
package struct Term: Sendable {
  /// The term as running text has it.
  package let name: String
  /// The headings and keys of tables, CSV and JSON that mean it.
  package let headings: [String]
  /// Two sentences: what it is, and what to do with it.
  package let explanation: String

  init(_ name: String, _ headings: [String], _ explanation: String) {
    self.name = name
    self.headings = headings
    self.explanation = explanation
  }

  /// All terms as a page of plain text: a paragraph each, under the headings of sections.
  package static var glossary: String {
    let sections = [
      ("ON A LEADERBOARD", ofLeaderboards), ("IN A COMPARISON", ofComparisons),
      ("IN A PLAN", ofPlans), ("BETWEEN TWO SNAPSHOTS", ofSnapshots),
      ("IN AN AGREEMENT", ofAgreements), ("METHODS", ofMethods),
    ]
    return sections.map { heading, terms in
      ([heading] + terms.map { "\($0.title): \($0.explanation)" }).joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }

  /// The term with the keys that it goes by.
  private var title: String {
    let others = headings.filter { $0.lowercased() != name.lowercased() }
    return name + (others.isEmpty ? "" : " (\(others.joined(separator: ", ")))")
  }
}
