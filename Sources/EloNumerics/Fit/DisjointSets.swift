/// Sets of the numbers 0 ..< n that are joined step by step (Galler and Fischer, Communications of the
/// ACM 7 (1964) 301), with path halving.
struct DisjointSets {
  private var parent: [Int]
  private var sizes: [Int]

  init(_ count: Int) {
    parent = Array(0..<count)
    sizes = [Int](repeating: 1, count: count)
  }

  /// The number that stands for the set of `element`.
  mutating func root(_ element: Int) -> Int {
    var element = element
    while parent[element] != element {
      parent[element] = parent[parent[element]]
      element = parent[element]
    }
    return element
  }

  /// How many numbers are in the set of `element`.
  mutating func size(_ element: Int) -> Int { sizes[root(element)] }

  /// Joins the sets of two numbers, for which that of `first` stands from now on; answers whether
  /// they were apart.
  mutating func join(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (root(first), root(second))
    guard a != b else { return false }
    parent[b] = a
    sizes[a] += sizes[b]
    return true
  }
}
