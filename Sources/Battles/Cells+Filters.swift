extension Cells {
  /// The cells for which `isKept` holds, with the roster reduced to the names that still occur.
  ///
  /// - Complexity: O(n + m) for n cells and m names.
  public func filtered(_ isKept: (Cell) -> Bool) -> Cells {
    let kept = (0..<cellCount).filter { isKept(self[$0]) }
    if kept.count == cellCount { return self }
    var occurs = [Bool](repeating: false, count: roster.count)
    for index in kept {
      occurs[Int(a[index])] = true
      occurs[Int(b[index])] = true
    }
    let newID = Self.closedUp(occurs)
    var (newCluster, newClusters) = (cluster, clusters)
    if let cluster, let clusters {
      var occurs = [Bool](repeating: false, count: clusters.count)
      for index in kept { occurs[Int(cluster[index])] = true }
      let newID = Self.closedUp(occurs)
      newCluster = kept.map { newID[Int(cluster[$0])] }
      newClusters = clusters.keeping(occurs)
    }
    return Cells(
      roster: roster.keeping(occurs), a: kept.map { newID[Int(a[$0])] },
      b: kept.map { newID[Int(b[$0])] }, outcome: kept.map { outcome[$0] },
      count: kept.map { count[$0] }, cluster: newCluster, clusters: newClusters)
  }

  /// The cells without their clusters: battles that count as independent.
  public var withoutClusters: Cells {
    cluster == nil ? self : Cells((0..<cellCount).lazy.map { self[$0] }, names: roster.names)
  }

  /// New ids from 0 for those that stay, which keep their order, and so do cells.
  private static func closedUp(_ stays: [Bool]) -> [Int32] {
    var next: Int32 = 0
    return stays.map { stays in
      defer { if stays { next += 1 } }
      return next
    }
  }

  /// The cells between models for which `isKept` (indexed by id) holds.
  public func keepingModels(_ isKept: [Bool]) -> Cells {
    filtered { isKept[Int($0.a)] && isKept[Int($0.b)] }
  }

  /// The cells in which a model meets another.
  public var withoutSelfBattles: Cells { filtered { $0.a != $0.b } }

  /// How many battles were a model against itself.
  public var selfBattleCount: Int {
    (0..<cellCount).reduce(0) { $0 + (a[$1] == b[$1] ? count[$1] : 0) }
  }

  /// The battles of each model, by id; a battle of a model against itself counts once.
  public var battlesByModel: [Int] {
    var battles = [Int](repeating: 0, count: roster.count)
    for index in 0..<cellCount {
      battles[Int(a[index])] += count[index]
      if a[index] != b[index] { battles[Int(b[index])] += count[index] }
    }
    return battles
  }

  /// For each model its battles that one side won, by id; those against itself do not count.
  public var decidedBattles: [Int] {
    var decided = [Int](repeating: 0, count: roster.count)
    for index in 0..<cellCount where a[index] != b[index] {
      guard outcome[index] == .aWins || outcome[index] == .bWins else { continue }
      decided[Int(a[index])] += count[index]
      decided[Int(b[index])] += count[index]
    }
    return decided
  }

  /// Drops the models with fewer than `minimum` battles, again and again until every model that is
  /// left has that many among those that are left.
  public func keepingModels(withAtLeast minimum: Int) -> Cells {
    var cells = self
    while true {
      let isKept = cells.battlesByModel.map { $0 >= minimum }
      if isKept.allSatisfy({ $0 }) { return cells }
      cells = cells.keepingModels(isKept)
    }
  }
}
