import KernelTypes

/// All that resampling needs and no replicate changes: the cells in the order of drawing and the
/// tables to draw from.
///
/// A multinomial sample of N battles is drawn as Poisson frequencies with means a little below the
/// observed ones, redrawn where their total exceeds N, and topped up to N with single battles. Given
/// its total a Poisson vector is multinomial, and so is the sum: the law is exact, for small N too.
struct ResamplingPlan {
  let counts: PairCounts
  /// The cells in drawing order: those of the witness pairs first, then by ascending count. A cell
  /// of many battles can stand here in parts.
  let cells: [SampledCell]
  /// The battles of each in the data.
  let cellCounts: [Int]
  /// The cells that follow each other and are drawn alike.
  let runs: [SampledRun]
  /// The pairs that show a replicate to be connected.
  let witnesses: [WitnessPair]
  /// Whom each model met.
  let opponents: Opponents
  /// The number of cells at the front that belong to witness pairs.
  let witnessCellCount: Int
  /// The tables of the runs, of as many battles as each cell has.
  let frequencies: AliasTableSet
  /// The table of each cell.
  let tableOfCell: [Int32]
  /// One table over all runs: that of a single battle, which is any cell's in the run.
  let singleBattle: AliasTableSet
  /// N.
  let battleCount: Int

  /// Plans the resampling of `counts`, whose battles number at most `battleLimit`.
  init(_ counts: PairCounts) {
    self.counts = counts
    battleCount = counts.battleCount
    let tree = WitnessPair.tree(counts)
    let cells = PlannedCell.inDrawingOrder(counts, isWitness: tree)

    // Two and a half standard deviations below: one total in 160 exceeds N, and the cost of topping
    // up grows with √N only.
    let shrink = max(0, 1 - 2.5 / Double(battleCount).squareRoot())
    var frequencies = AliasTableSet()
    var tableOfCount: [Int: Int32] = [:]
    var tableOfCell: [Int32] = []
    var runs: [SampledRun] = []
    tableOfCell.reserveCapacity(cells.count)
    for (index, cell) in cells.enumerated() {
      let table: Int32
      if let last = tableOfCell.last, cells[index - 1].count == cell.count {
        table = last
      } else {
        table =
          tableOfCount[cell.count] ?? frequencies.append(poissonMean: Double(cell.count) * shrink)
        tableOfCount[cell.count] = table
      }
      let follows = tableOfCell.last == table && cells[index - 1].halfWins == cell.halfWins
      let start = follows ? runs.removeLast().start : Int32(index)
      tableOfCell.append(table)
      runs.append(
        SampledRun(
          table: frequencies.tables[Int(table)], halfWins: Int32(cell.halfWins), start: start,
          end: Int32(index + 1)))
    }
    self.frequencies = frequencies
    self.tableOfCell = tableOfCell
    self.runs = runs
    self.cells = cells.map {
      SampledCell(
        pair: Int32($0.pair), first: counts.first[$0.pair], second: counts.second[$0.pair],
        halfWins: Int32($0.halfWins))
    }
    cellCounts = cells.map(\.count)
    witnessCellCount = cells.prefix { $0.isWitness }.count
    witnesses = WitnessPair.pairs(of: cells.prefix { $0.isWitness }, counts)
    opponents = Opponents(counts)
    var singleBattle = AliasTableSet()
    _ = singleBattle.append(
      weights: runs.map { Double($0.end - $0.start) * Double(cells[Int($0.start)].count) }, base: 0)
    self.singleBattle = singleBattle
  }

  /// The most battles that 32-bit sums of half wins can hold: one model can win them all.
  static let battleLimit = Int(Int32.max) / 2

  /// Whether the witness pairs prove that the full data, and a replicate in which each side of each
  /// of them scores, are strongly connected.
  var hasSpanningWitnesses: Bool { witnesses.count == counts.modelCount - 1 }
}
