/// Names for simulated models: trees, then the trees again with a number.
package enum SimulatedNames {
  private static let trees = [
    "alder", "aspen", "beech", "birch", "cedar", "cherry", "cypress", "elder", "elm", "fir",
    "hazel", "hickory", "holly", "juniper", "larch", "laurel", "lime", "linden", "maple", "oak",
    "olive", "pine", "plane", "poplar", "rowan", "spruce", "sycamore", "walnut", "willow", "yew",
  ]

  /// `count` distinct names.
  package static func names(_ count: Int) -> [String] {
    (0..<count).map { index in
      let tree = trees[index % trees.count]
      let round = index / trees.count + 1
      return round == 1 ? tree : "\(tree)-\(round)"
    }
  }
}
