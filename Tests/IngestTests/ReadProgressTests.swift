import Battles
import Ingest
import Synchronization
import TestSupport
import Testing

@Suite struct ReadProgressTests {
  @Test func sharesAscendOverAllFiles() throws {
    let shares = Mutex<[Double]>([])
    let files = ["Data/simulated-arena.csv", "Data/simulated-arena-counts.csv"]
    let result = try readDataset(
      files.map { RepositoryFile.path($0) },
      progress: { share in shares.withLock { $0.append(share) } })
    #expect(result.report.rows == 50_000 + 3148)
    let seen = shares.withLock { $0 }
    // Three windows of a megabyte, and the second file in one.
    #expect(seen.count >= 4)
    #expect(seen == seen.sorted() && seen.first.map { $0 > 0 && $0 < 0.5 } == true)
    #expect(seen.contains(0.5) && seen.last == 1)
  }
}
