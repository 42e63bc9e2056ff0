/// Battles collapsed to cells: how often each (a, b, outcome) occurred.
///
/// Everything after ingest depends on cells and not on battles: a billion battles among 300 models
/// are at most 360,000 of them. The ordered pair is kept, so that an order effect can be seen, and
/// battles of a model against itself are kept too, so that a count file gives back what was read;
/// fits set them aside.
public struct Cells: Sendable, Equatable {
  /// The names behind the ids in `a` and `b`; every name occurs in at least one cell.
  public let roster: Roster
  /// The first-listed side of each cell, an id of `roster`.
  public let a: [Int32]
  /// The second-listed side of each cell, an id of `roster`.
  public let b: [Int32]
  /// What the battles of each cell came to.
  public let outcome: [Outcome]
  /// How many battles each cell stands for, at least 1.
  public let count: [Int]
  /// Which cluster each cell's battles belong to, such as the judge of them: an id of the clusters' names.
  /// `nil` where battles count as independent.
  public let cluster: [Int32]?
  /// The names of the clusters; every one occurs in at least one cell. `nil` where battles count as
  /// independent.
  public let clusters: Roster?

  /// The number of cells.
  public var cellCount: Int { count.count }

  /// The number of battles: the sum of the counts.
  public var battleCount: Int { count.reduce(0, +) }

  /// Merges equal cells, drops those that count nothing, sorts them by (a, b, outcome, cluster) and
  /// renames the ids so that the rosters hold just the names that occur.
  ///
  /// - Parameters:
  ///   - cells: in any order, with ids that index `names` and `clusterNames`.
  ///   - names: distinct, in any order.
  ///   - clusterNames: likewise; `nil` where battles count as independent, whatever the cells say.
  /// - Precondition: ids are in range; counts are not negative and their sum fits an `Int`; there are
  ///   fewer than 2²⁹ names and 2³¹ cells.
  /// - Complexity: O(n + m log m) for n cells and m names.
  public init(
    _ cells: some Sequence<Cell>, names: [String], clusterNames: [String]? = nil
  ) {
    var occurs = [Bool](repeating: false, count: names.count)
    let present = cells.filter { $0.count > 0 }
    for cell in present {
      occurs[Int(cell.a)] = true
      occurs[Int(cell.b)] = true
    }
    let roster = Roster(names.indices.lazy.filter { occurs[$0] }.map { names[$0] })
    let newID = names.map { roster.id(of: $0).map(Int32.init) ?? -1 }
    let models = roster.count
    let first = present.map { newID[Int($0.a)] }
    let later = present.map { newID[Int($0.b)] * 4 + Int32($0.outcome.rawValue) }
    let (cluster, clusters) = Self.renamed(present, clusterNames)
    let byCluster = cluster.map { countingSorted(by: $0, below: clusters?.count ?? 0) }
    let order = countingSorted(
      countingSorted(byCluster, by: later, below: 4 * models), by: first, below: models)

    var (a, b, outcome, count) = ([Int32](), [Int32](), [Outcome](), [Int]())
    var ordered: [Int32] = []
    var previous = -1
    for index in order.lazy.map(Int.init) {
      let cell = present[index]
      if previous >= 0, first[index] == first[previous], later[index] == later[previous],
        cluster.map({ $0[index] == $0[previous] }) ?? true
      {
        count[count.count - 1] += cell.count
      } else {
        a.append(first[index])
        b.append(later[index] / 4)
        outcome.append(cell.outcome)
        count.append(cell.count)
        if let cluster { ordered.append(cluster[index]) }
      }
      previous = index
    }
    self.init(
      roster: roster, a: a, b: b, outcome: outcome, count: count,
      cluster: cluster == nil ? nil : ordered, clusters: clusters)
  }

  /// The clusters of `present` by their place among the names that occur.
  private static func renamed(_ present: [Cell], _ names: [String]?)
    -> (cluster: [Int32]?, clusters: Roster?)
  {
    guard let names else { return (nil, nil) }
    var occurs = [Bool](repeating: false, count: names.count)
    for cell in present { occurs[Int(cell.cluster)] = true }
    let order = names.indices.filter { occurs[$0] }.sorted { Roster.precedes(names[$0], names[$1]) }
    var newID = [Int32](repeating: -1, count: names.count)
    for (place, old) in order.enumerated() { newID[old] = Int32(place) }
    return (present.map { newID[Int($0.cluster)] }, Roster(order.map { names[$0] }))
  }

  /// Takes columns that are sorted and merged already.
  init(
    roster: Roster, a: [Int32], b: [Int32], outcome: [Outcome], count: [Int],
    cluster: [Int32]? = nil, clusters: Roster? = nil
  ) {
    self.cluster = cluster
    self.clusters = clusters
    self.roster = roster
    self.a = a
    self.b = b
    self.outcome = outcome
    self.count = count
  }

  /// Collapses single battles, given as the two sides' names and the outcome.
  ///
  /// - Complexity: O(n log n) for n battles.
  public init(battles: some Collection<(a: String, b: String, outcome: Outcome)>) {
    let roster = Roster(battles.flatMap { [$0.a, $0.b] })
    let cells = battles.map { battle in
      Cell(
        a: Int32(roster.id(of: battle.a) ?? -1), b: Int32(roster.id(of: battle.b) ?? -1),
        outcome: battle.outcome, count: 1)
    }
    self.init(cells, names: roster.names)
  }

  /// The cell at `index` as one value.
  public subscript(index: Int) -> Cell {
    Cell(
      a: a[index], b: b[index], outcome: outcome[index], count: count[index],
      cluster: cluster?[index] ?? 0)
  }
}

/// One cell: two sides, an outcome and how often it occurred.
public struct Cell: Sendable, Equatable {
  /// The first-listed side.
  public var a: Int32
  /// The second-listed side.
  public var b: Int32
  /// What the battles came to.
  public var outcome: Outcome
  /// How many battles.
  public var count: Int
  /// The cluster of the battles; without meaning where battles count as independent.
  public var cluster: Int32

  /// A cell of `count` battles.
  public init(a: Int32, b: Int32, outcome: Outcome, count: Int, cluster: Int32 = 0) {
    self.cluster = cluster
    self.a = a
    self.b = b
    self.outcome = outcome
    self.count = count
  }
}
