/// Which models the battles connect: the strongly connected components of the graph with an arc
/// from i to j where i scored something against j.
///
/// Plain Bradley–Terry has a finite and unique maximum exactly if there is one component (Ford,
/// American Mathematical Monthly 64 (1957) 28; a tie is an arc both ways).
package struct Connectivity: Sendable {
  /// The component of each model, numbered from 0.
  package let component: [Int]
  /// The number of components.
  package let componentCount: Int

  /// Whether every model can be reached from every other.
  package var isStronglyConnected: Bool { componentCount <= 1 }

  /// Tarjan's algorithm, with its own stack because a chain of models may be long.
  ///
  /// - Parameters:
  ///   - first, second: the pairs (i, j).
  ///   - firstScored: whether i scored something against j in this pair.
  ///   - secondScored: whether j scored something against i.
  /// - Complexity: O(models + pairs).
  package init(
    modelCount: Int, first: [Int32], second: [Int32],
    firstScored: (Int) -> Bool, secondScored: (Int) -> Bool
  ) {
    var start = [Int](repeating: 0, count: modelCount + 1)
    for pair in first.indices {
      if firstScored(pair) { start[Int(first[pair]) + 1] += 1 }
      if secondScored(pair) { start[Int(second[pair]) + 1] += 1 }
    }
    for model in 0..<modelCount { start[model + 1] += start[model] }
    var target = [Int32](repeating: 0, count: start[modelCount])
    var fill = start
    for pair in first.indices {
      let (i, j) = (Int(first[pair]), Int(second[pair]))
      if firstScored(pair) {
        target[fill[i]] = Int32(j)
        fill[i] += 1
      }
      if secondScored(pair) {
        target[fill[j]] = Int32(i)
        fill[j] += 1
      }
    }
    (component, componentCount) = Self.components(start: start, target: target)
  }

  /// The components of the battles in `counts`.
  package init(_ counts: PairCounts) {
    self.init(
      modelCount: counts.modelCount, first: counts.first, second: counts.second,
      firstScored: { counts.firstWins[$0] + counts.ties[$0] > 0 },
      secondScored: { counts.secondWins[$0] + counts.ties[$0] > 0 })
  }

  /// The models of each component, the largest component first; equal sizes by their lowest id.
  package var members: [[Int]] {
    var members = [[Int]](repeating: [], count: componentCount)
    for (model, component) in component.enumerated() { members[component].append(model) }
    return members.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  private static func components(start: [Int], target: [Int32]) -> ([Int], Int) {
    let modelCount = start.count - 1
    var component = [Int](repeating: -1, count: modelCount)
    var componentCount = 0
    var order = [Int](repeating: -1, count: modelCount)
    var lowest = order
    var next = start
    var visited = 0
    var open: [Int] = []
    var path: [Int] = []
    for root in 0..<modelCount where order[root] < 0 {
      path.append(root)
      while let model = path.last {
        if order[model] < 0 {
          order[model] = visited
          lowest[model] = visited
          visited += 1
          open.append(model)
        }
        if next[model] < start[model + 1] {
          let neighbour = Int(target[next[model]])
          next[model] += 1
          if order[neighbour] < 0 {
            path.append(neighbour)
          } else if component[neighbour] < 0 {
            lowest[model] = min(lowest[model], order[neighbour])
          }
        } else {
          path.removeLast()
          if let parent = path.last { lowest[parent] = min(lowest[parent], lowest[model]) }
          guard lowest[model] == order[model] else { continue }
          while let member = open.popLast() {
            component[member] = componentCount
            if member == model { break }
          }
          componentCount += 1
        }
      }
    }
    return (component, componentCount)
  }
}
