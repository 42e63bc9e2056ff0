import Battles
import EloInference
import EloNumerics
import Ingest
import Synchronization
import TestSupport
import Testing

/// Programs that use the library as its users do: public names alone, from battles to what they print.
@Suite struct FitExamples {
  /// Battles in memory, to a leaderboard.
  @Test func fitFromAnArray() throws {
    var battles: [(a: String, b: String, outcome: Outcome)] = []
    for round in 1...40 {
      battles += [("alder", "birch", .aWins), ("birch", "alder", .aWins), ("birch", "alder", .tie)]
      battles += [("alder", "cedar", .aWins), ("birch", "cedar", .aWins)]
      battles += [("cedar", round % 2 == 0 ? "alder" : "birch", .aWins)]
    }
    let estimate = try Estimate(battles: Cells(battles: battles))

    var lines: [String] = []
    for finding in try estimate.leaderboard().findings {
      lines.append(
        "\(estimate.roster.names[finding.model]) \(Int(finding.rating.rounded())) "
          + "ranks \(finding.rankRange.lowerBound)-\(finding.rankRange.upperBound)")
    }

    // alder and birch met evenly and beat cedar 2 to 1: ln 2 log-odds above it, 120.4 points.
    #expect(
      lines == ["alder 1040 ranks 1-2", "birch 1040 ranks 1-2", "cedar 920 ranks 3-3"], "\(lines)")
  }

  /// A file of battles, to the models that may be the best.
  @Test func fitFromAFile() throws {
    let folder = try TestFolder()
    let path = try folder.write(
      "verdicts.csv",
      "model_a,model_b,winner\n"
        + String(
          repeating: "x,y,model_a\ny,x,model_a\nx,z,model_a\nx,z,tie\nz,y,model_b\n", count: 20))

    let (cells, report) = try readBattles([InputPath(path)])
    let estimate = try Estimate(battles: cells)
    let board = try estimate.leaderboard()
    let best = Set(board.tiedForFirst.map { board.roster.names[$0] })

    #expect(report.rows == 100 && cells.battleCount == 100)
    // x and y met evenly; x beat z 30 to 10, y 20 to 0.
    #expect(best.contains("y") && !best.contains("z"), "\(best)")
  }

  /// A bootstrap that tells how far it is and can be stopped.
  @Test func bootstrapWithProgressAndCancel() throws {
    let battles: [(a: String, b: String, outcome: Outcome)] = (0..<200).map {
      ($0 % 2 == 0 ? "x" : "y", $0 % 3 == 0 ? "x" : "z", .aWins)
    }
    let cells = Cells(
      battles: battles.filter { $0.a != $0.b } + [("z", "x", .aWins), ("z", "y", .aWins)]
        + [("x", "y", .aWins)])
    var options = EstimateOptions()
    options.bootstrap = BootstrapOptions(resamples: 800, seed: 7, threads: 2)

    let last = Mutex(0.0)
    let estimate = try Estimate(
      battles: cells, options: options,
      progress: { share in last.withLock { $0 = max($0, share) } })
    #expect(last.withLock { $0 } == 1)
    #expect(estimate.replicates?.count == 800)

    let wish = Cancellation()
    wish.cancel()
    #expect(throws: EstimateError.fit(.cancelled, estimate.roster)) {
      try Estimate(battles: cells, options: options, cancellation: wish)
    }
  }
}
