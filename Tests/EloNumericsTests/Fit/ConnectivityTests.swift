import EloNumerics
import TestSupport
import Testing

@Suite struct ConnectivityTests {
  /// Reachability by Warshall's closure: two nodes share a component if each reaches the other.
  private func bruteForce(_ arcs: [[Bool]]) -> [[Bool]] {
    var reach = arcs
    for k in arcs.indices { reach[k][k] = true }
    for k in arcs.indices {
      for i in arcs.indices where reach[i][k] {
        for j in arcs.indices where reach[k][j] { reach[i][j] = true }
      }
    }
    return arcs.indices.map { i in arcs.indices.map { reach[i][$0] && reach[$0][i] } }
  }

  @Test(arguments: 0...8) func agreesWithReachability(nodes: Int) {
    for seed in 0..<150 {
      var random = SeededGenerator(seed: seed * 9 + nodes)
      let density = Double.random(in: 0...0.6, using: &random)
      var arcs = [[Bool]](repeating: [Bool](repeating: false, count: nodes), count: nodes)
      var (first, second): ([Int32], [Int32]) = ([], [])
      for i in 0..<nodes {
        for j in i + 1..<max(nodes, i + 1) {
          first.append(Int32(i))
          second.append(Int32(j))
          arcs[i][j] = Double.random(in: 0..<1, using: &random) < density
          arcs[j][i] = Double.random(in: 0..<1, using: &random) < density
        }
      }
      let connectivity = Connectivity(
        modelCount: nodes, first: first, second: second,
        firstScored: { arcs[Int(first[$0])][Int(second[$0])] },
        secondScored: { arcs[Int(second[$0])][Int(first[$0])] })
      let together = bruteForce(arcs)
      for i in 0..<nodes {
        for j in 0..<nodes {
          #expect(
            (connectivity.component[i] == connectivity.component[j]) == together[i][j],
            "seed \(seed)")
        }
      }
      #expect(Set(connectivity.component).count == connectivity.componentCount)
      #expect(connectivity.isStronglyConnected == together.allSatisfy { $0.allSatisfy { $0 } })
      let members = connectivity.members
      #expect(members.joined().sorted() == Array(0..<nodes))
      for (before, after) in zip(members, members.dropFirst()) {
        #expect(
          before.count > after.count || (before.count == after.count && before[0] < after[0]))
      }
    }
  }

  @Test(arguments: [5000, 50_000]) func longChainsNeedNoDeepStack(length: Int) {
    let first = (0..<length - 1).map(Int32.init)
    let second = (1..<length).map(Int32.init)
    let oneWay = Connectivity(
      modelCount: length, first: first, second: second, firstScored: { _ in true },
      secondScored: { _ in false })
    #expect(oneWay.componentCount == length)
    let ring = Connectivity(
      modelCount: length, first: first + [0], second: second + [Int32(length - 1)],
      firstScored: { $0 < length - 1 }, secondScored: { $0 == length - 1 })
    #expect(ring.isStronglyConnected)
  }
}
