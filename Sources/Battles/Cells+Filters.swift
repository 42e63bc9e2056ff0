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
    // Names keep their order, and so do ids and cells.
    var newID: [Int32] = []
    var next: Int32 = 0
    for stays in occurs {
      newID.append(next)
      if stays { next += 1 }
    }
    return Cells(
      roster: Roster(roster.names.indices.filter { occurs[$0] }.map { roster.names[$0] }),
      a: kept.map { newID[Int(a[$0])] }, b: kept.map { newID[Int(b[$0])] },
      outcome: kept.map { outcome[$0] }, count: kept.map { count[$0] })
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
