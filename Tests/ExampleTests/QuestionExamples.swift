import Battles
import EloInference
import EloNumerics
import TestSupport
import Testing

/// Questions that are asked of an estimate, as users of the library ask them.
@Suite struct QuestionExamples {
  /// 1,000 battles of four models a letter apart in strength.
  private static let cells: Cells = {
    let names = ["ash", "beech", "cedar", "dogwood"]
    var battles: [(a: String, b: String, outcome: Outcome)] = []
    for i in 0..<4 {
      for j in 0..<i {
        // The earlier model wins 60 of 100, and 10 are ties.
        for battle in 0..<160 {
          battles.append(
            (names[j], names[i], battle % 16 < 9 ? .aWins : battle % 16 < 15 ? .bWins : .tie))
        }
      }
    }
    return Cells(battles: battles)
  }()

  private func id(_ name: String, _ estimate: Estimate) throws -> Int {
    try #require(estimate.roster.id(of: name))
  }

  /// Is this one gap real?
  @Test func testAPair() throws {
    let estimate = try Estimate(battles: Self.cells)
    let (ash, cedar) = (try id("ash", estimate), try id("cedar", estimate))

    let gap = estimate.difference(ash, cedar)
    let interval = gap.interval(level: 0.95)
    let isReal = gap.pValue < 0.05

    #expect(isReal == !interval.contains(0))
    #expect(interval.contains(gap.value) && gap.value > 0)
    // Wider at 99%, and a p-value of exactly one minus the level at which the interval ends at 0.
    #expect(gap.interval(level: 0.99).lowerBound < interval.lowerBound)
    let level = try #require(Level(1 - gap.pValue))
    #expect(gap.interval(level: level).lowerBound.magnitude < 1e-6)
  }

  /// Who is tied for first?
  @Test func tieSet() throws {
    let board = try Estimate(battles: Self.cells).leaderboard()
    let names = board.tiedForFirst.map { board.roster.names[$0] }
    #expect(names.first == "ash")
  }

  /// A table of intervals, at two levels and by two methods, of one fit.
  @Test func intervalTableToCSV() throws {
    let estimate = try Estimate(battles: Self.cells)

    var table = "model,rating,lower,upper,lower90,upper90,lowerSandwich,upperSandwich\n"
    for model in estimate.establishedByRating {
      let usual = try estimate.interval(of: model)
      let narrow = try estimate.interval(of: model, level: 0.9)
      let normal = try estimate.interval(of: model, method: .sandwich)
      let numbers = [
        estimate.rating(model), usual.lower, usual.upper, narrow.lower, narrow.upper, normal.lower,
        normal.upper,
      ]
      table += ([estimate.roster.names[model]] + numbers.map { "\($0)" }).joined(separator: ",")
      table += "\n"
      #expect(usual.lower < narrow.lower && narrow.upper < usual.upper)
      // Two ways to the same: with 1,000 resamples ends differ by some 4% of the width.
      #expect((normal.lower - usual.lower).magnitude < 0.2 * (usual.upper - usual.lower))
    }

    #expect(table.split(separator: "\n").count == 5)
  }

  /// How many battles would settle it?
  @Test func plan() throws {
    let estimate = try Estimate(battles: Self.cells)
    var options = PlanOptions()
    options.gap = 20
    let plan = try estimate.plan(.named(["ash", "beech"]), options)
    let finding = try #require(plan.findings.first)
    #expect(try #require(finding.alone.battlesHeadToHead) > 160)
  }

  /// One's own words for what was found.
  @Test func ownRendering() throws {
    let estimate = try Estimate(battles: Self.cells)
    let comparison = try estimate.comparison(.allPairs, TestOptions())

    let sentences = comparison.findings.map { finding -> String in
      let (a, b) = comparison.names(finding)
      return switch finding.verdict {
      case .aBetter: "\(a) beats \(b)"
      case .bBetter: "\(b) beats \(a)"
      case .differentWithin: "\(a) and \(b) differ by little"
      case .equivalent: "\(a) and \(b) are as good as equal"
      case .notSeparated: finding.isDeadHeat ? "\(a) and \(b) are in a dead heat" : "\(a) or \(b)"
      }
    }

    #expect(sentences.count == 6)
    #expect(sentences.contains { $0 == "ash beats dogwood" || $0 == "ash or dogwood" })
  }
}
