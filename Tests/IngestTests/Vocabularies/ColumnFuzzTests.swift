import Battles
import TestSupport
import Testing

@testable import Ingest

/// Thousands of random columns against an oracle that is written out here, list by list: what each label of
/// a vocabulary means, in the words of the people who use it.
@Suite struct ColumnFuzzTests {
  /// A vocabulary: the labels with what they mean, and which sets of them nobody can read alone.
  private struct List {
    let headings: (a: String, b: String, winner: String)
    let meanings: [(label: String, meaning: Character)]
    /// Whether the labels are about the order of the sides, which is not told where they stand in the file
    /// the other way round than they are usually told.
    var isOfOrder = false
    /// Whether a column with these labels is to be refused.
    var isRefused: @Sendable (Set<String>) -> Bool = { _ in false }
  }

  private static let models = ("model_a", "model_b", "winner")
  /// What every vocabulary has: t is a tie, x both sides bad, n no verdict.
  private static let common: [(String, Character)] = [
    ("tie", "t"), ("Draw", "t"), ("equal", "t"), ("both_bad", "x"), ("tie (bothbad)", "x"),
    ("both bad", "x"), ("", "n"),
  ]

  private static let lists: [List] = [
    List(headings: models, meanings: [("model_a", "a"), ("model_b", "b"), ("Model A", "a")]),
    List(
      headings: models, meanings: [("left", "a"), ("right", "b"), ("LEFT", "a")], isOfOrder: true),
    List(headings: ("white", "black", "winner"), meanings: [("black", "b"), ("white", "a")]),
    List(headings: models, meanings: [("white", "a"), ("black", "b")], isOfOrder: true),
    List(
      headings: models, meanings: [("player_1", "a"), ("player_2", "b"), ("player1", "a")],
      isOfOrder: true),
    List(headings: models, meanings: [("a_better", "a"), ("b_better", "b")]),
    List(
      headings: models,
      meanings: [("A>B", "a"), ("A>>B", "a"), ("B>A", "b"), ("A<<B", "b"), ("A=B", "t")]),
    List(headings: models, meanings: [("[[A]]", "a"), ("[[B]]", "b"), ("[[C]]", "t")]),
    List(
      headings: ("white", "black", "result"),
      meanings: [("1-0", "a"), ("0-1", "b"), ("1/2-1/2", "t"), ("*", "n")]),
    List(headings: models, meanings: [("A", "a"), ("B", "b"), ("a", "a")]),
    // 1 and 0 alone are refused, as are one of them, or half a point that nobody has beside it.
    List(
      headings: models,
      meanings: [("1", "a"), ("0", "b"), ("0.5", "t"), ("1.0", "a"), ("0.0", "b")],
      isOfOrder: true,
      isRefused: { !$0.contains("0.5") && !$0.isDisjoint(with: ["1", "0", "1.0", "0.0"]) }),
    List(
      headings: ("model_a", "model_b", "score"),
      meanings: [("1", "a"), ("0", "b"), ("0.5", "t"), ("0.0", "b")], isOfOrder: true),
    // 1 and 2 are sides where both are there; 0 beside them could be the first of three.
    List(
      headings: models, meanings: [("1", "a"), ("2", "b"), ("2.0", "b"), ("1.0", "a")],
      isOfOrder: true,
      isRefused: { labels in
        let sides = [["1", "1.0"], ["2", "2.0"]].filter { !labels.isDisjoint(with: $0) }
        return sides.count == 1
      }),
    List(
      headings: ("home_team", "away_team", "FTR"), meanings: [("H", "a"), ("A", "b"), ("D", "t")]),
    List(
      headings: models, meanings: [("1", "a"), ("0", "t"), ("-1", "b")],
      isRefused: { !$0.isDisjoint(with: ["1", "0", "-1"]) }),
  ]

  private struct Row: Hashable {
    var a: String
    var b: String
    var label: String
  }

  /// What a list makes of rows: the counts, or `nil` where a label is none of its own.
  private func told(_ list: List, _ rows: [Row]) -> [String: Int]? {
    var counts: [String: Int] = [:]
    for row in rows {
      let known = (list.meanings + Self.common).first {
        $0.0.lowercased() == row.label.lowercased()
      }
      guard let meaning = known?.1 else { return nil }
      guard meaning != "n" else { continue }
      let outcome =
        switch meaning {
        case "a": "model_a"
        case "b": "model_b"
        case "t": "tie"
        default: "both_bad"
        }
      counts["\(row.a)|\(row.b)|\(outcome)", default: 0] += 1
    }
    return counts
  }

  private func counts(_ result: ReadResult) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in cells(result) {
      let cut = line.lastIndex(of: "|") ?? line.endIndex
      counts[String(line[..<cut])] = Int(line[line.index(after: cut)...])
    }
    return counts
  }

  /// The rows as a file, in which side b stands first where `isTurned`.
  private func text(
    _ headings: (a: String, b: String, winner: String), _ rows: [Row], isTurned: Bool
  ) -> String {
    func line(_ a: String, _ b: String, _ label: String) -> String {
      (isTurned ? [b, a, label] : [a, b, label]).joined(separator: ",") + "\n"
    }
    return line(headings.a, headings.b, headings.winner)
      + rows.map { line($0.a, $0.b, $0.label) }.joined()
  }

  private func rows(
    _ labels: [String], models: Int, _ numbers: inout SeededNumbers
  ) -> [Row] {
    let names = Array(["oak", "elm", "fir", "yew"].prefix(models))
    return (0..<Int.random(in: 1...24, using: &numbers)).map { _ in
      let pair = names.shuffled(using: &numbers)
      return Row(
        a: pair[0], b: pair[1], label: labels[Int.random(in: 0..<labels.count, using: &numbers)])
    }
  }

  /// Some of a list's labels, and now and then some that all lists have.
  private func draw(_ list: List, _ numbers: inout SeededNumbers) -> [String] {
    var labels = list.meanings.map(\.label).shuffled(using: &numbers)
    labels = Array(labels.prefix(Int.random(in: 1...labels.count, using: &numbers)))
    if Bool.random(using: &numbers) {
      labels += Self.common.map(\.0).shuffled(using: &numbers).prefix(2)
    }
    return labels
  }

  /// Whether more than half of the rows have no verdict, which is refused whatever the vocabulary.
  private func isMostlyEmpty(_ rows: [Row]) -> Bool {
    2 * rows.count { $0.label.isEmpty || $0.label == "*" } > rows.count
      || rows.allSatisfy { $0.label.isEmpty || $0.label == "*" }
  }

  @Test(.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"))
  func columnsOfOneVocabulary() throws {
    var refused = 0
    let columns = 10_000
    for seed in 0..<columns {
      var numbers = SeededNumbers(seed: UInt64(seed))
      let list = Self.lists[Int.random(in: 0..<Self.lists.count, using: &numbers)]
      let rows = rows(
        draw(list, &numbers), models: Int.random(in: 2...4, using: &numbers), &numbers)
      let present = Set(rows.map(\.label))
      let wanted = try #require(told(list, rows))
      // The list's own labels are in it, and side b stands first.
      let isTurned = seed % 3 == 0
      let own = list.meanings.filter { "ab".contains($0.meaning) }.map { $0.label.lowercased() }
      let isOpen =
        isTurned && list.isOfOrder && present.contains { own.contains($0.lowercased()) }
      do throws(IngestError) {
        let result = try read(
          text(list.headings, rows, isTurned: isTurned),
          try mapping("winner=\(list.headings.winner)"))
        #expect(!list.isRefused(present) && !isOpen, "seed \(seed): \(present) was to be refused")
        #expect(counts(result) == wanted, "seed \(seed): \(present)")
      } catch {
        refused += 1
        #expect(
          list.isRefused(present) || isOpen || isMostlyEmpty(rows),
          "seed \(seed): \(present): \(error)")
        #expect(error.kind == .badData, "seed \(seed): \(error)")
      }
    }
    print("columns of one vocabulary: \(refused) of \(columns) refused")
    #expect(refused < columns / 4)
  }

  @Test(.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"))
  func columnsOfSeveralVocabularies() throws {
    var refused = 0
    let columns = 10_000
    for seed in 0..<columns {
      var numbers = SeededNumbers(seed: UInt64(seed) ^ 0xABCD_EF01)
      let lists = Self.lists.shuffled(using: &numbers).prefix(2)
      let labels = lists.flatMap { draw($0, &numbers) } + (seed % 5 == 0 ? ["oak", "elm"] : [])
      let headings = lists[lists.startIndex].headings
      let rows = rows(labels, models: Int.random(in: 2...4, using: &numbers), &numbers)
      do throws(IngestError) {
        let result = try read(
          text(headings, rows, isTurned: seed % 3 == 0), try mapping("winner=\(headings.winner)"))
        // It can only have been read as one of the lists says that have all its labels, or as names.
        let readings = Self.lists.compactMap { told($0, rows) } + (named(rows).map { [$0] } ?? [])
        let agreeing = Set(readings.filter { $0 == counts(result) })
        #expect(agreeing.count == 1, "seed \(seed): \(Set(rows.map(\.label)))")
      } catch {
        refused += 1
        #expect(error.kind == .badData, "seed \(seed): \(error)")
      }
    }
    print("columns of several vocabularies: \(refused) of \(columns) refused")
    #expect(refused > columns / 4)
  }

  /// What names make of rows, or `nil` where a label is neither a side's name nor a word that all lists have.
  private func named(_ rows: [Row]) -> [String: Int]? {
    var counts: [String: Int] = [:]
    for row in rows {
      let outcome: String
      switch row.label {
      case row.a: outcome = "model_a"
      case row.b: outcome = "model_b"
      default:
        switch Self.common.first(where: { $0.0 == row.label })?.1 {
        case "t": outcome = "tie"
        case "x": outcome = "both_bad"
        case "n": continue
        default: return nil
        }
      }
      counts["\(row.a)|\(row.b)|\(outcome)", default: 0] += 1
    }
    return counts
  }
}
