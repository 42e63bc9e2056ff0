/// Sets of the numbers 0 ..< n that are joined step by step (Galler and Fischer, Communications of the
/// ACM 7 (1964) 301), with path halving.
struct DisjointSets {
  private var parent: [Int]

  init(_ count: Int) { parent = Array(0..<count) }

  /// The number that stands for the set of `element`.
  mutating func root(_ element: Int) -> Int {
    var element = element
    while parent[element] != element {
      parent[element] = parent[parent[element]]
      element = parent[element]
    }
    return element
  }

  /// Joins the sets of two numbers; answers whether they were apart.
  mutating func join(_ i: Int, _ j: Int) -> Bool {
    let (i, j) = (root(i), root(j))
    parent[i] = j
    return i != j
  }
}
