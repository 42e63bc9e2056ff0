import KernelTypes
import TestSupport
import Testing

@Suite struct CellDrawsTests {
  /// Tables of 2 and 4 slots whose thresholds lie at the ends, in the middle and at random; the
  /// low bits of a word are the alias.
  private let small = AliasTable(start: 0, bits: 1, base: 3)
  private let large = AliasTable(start: 2, bits: 2, base: 1_000_000)
  private let slots: [UInt64] = [
    1 << 63 | 1, 0,
    ~3, 0x1234_5678_9ABC_DEF0 | 2, 1 << 62 | 3, 3 << 62 | 1,
  ]

  /// The definition: the number's first bits choose the slot, the others stand for a fraction of it.
  private func draw(_ table: AliasTable, _ stream: inout RandomStream) -> Int32 {
    let size = 1 << UInt64(table.bits)
    let (slot, fraction) = stream.next().multipliedFullWidth(by: UInt64(size))
    let word = slots[Int(table.start) + Int(slot)]
    let (threshold, alias) = (word / UInt64(size), word % UInt64(size))
    return table.base + Int32(fraction / UInt64(size) < threshold ? slot : alias)
  }

  private func cells(_ length: Int, _ random: inout SeededGenerator) -> [SampledCell] {
    (0..<length).map { index in
      SampledCell(
        pair: .random(in: 0...2, using: &random), first: .random(in: 0...1, using: &random),
        second: .random(in: 2...3, using: &random), halfWins: Int32(index / 3 % 3))
    }
  }

  @Test(arguments: lengths, tables)
  func frequenciesAgreeWithTheirTwin(length: Int, table: KernelTable) {
    var random = SeededGenerator(seed: length)
    let cells = cells(length, &random)
    // A new run every three cells, and empty ones in between.
    var runs: [SampledRun] = []
    for start in stride(from: 0, to: length, by: 3) {
      let table = Bool.random(using: &random) ? small : large
      runs.append(SampledRun(table: table, halfWins: 0, start: Int32(start), end: Int32(start)))
      runs.append(
        SampledRun(
          table: table, halfWins: cells[start].halfWins, start: Int32(start),
          end: Int32(min(start + 3, length))))
    }
    var streams = RandomLanes(seed: 9, purpose: .testing, first: 100)
    var battles = [CountLanes](repeating: CountLanes(repeating: 1), count: 3)
    var halfWins = [CountLanes](repeating: CountLanes(repeating: 2), count: 4)
    var witnesses = [CountLanes](repeating: CountLanes(repeating: -1), count: length / 2)
    let totals = changing(&battles) { battleSpan in
      changing(&halfWins) { winSpan in
        changing(&witnesses) { witnessSpan in
          table.drawCells(
            runs.span, cells.span, slots.span, &streams, &battleSpan, &winSpan, &witnessSpan)
        }
      }
    }
    for lane in 0..<8 {
      var stream = RandomStream(seed: 9, purpose: .testing, index: 100 + lane)
      var total: Int32 = 0
      var expectedBattles: [Int32] = [1, 1, 1]
      var expectedWins: [Int32] = [2, 2, 2, 2]
      for (index, cell) in cells.enumerated() {
        let run = runs[index / 3 * 2 + 1]
        let drawn = draw(run.table, &stream)
        total &+= drawn
        expectedBattles[cell.pair] &+= drawn
        expectedWins[cell.first] &+= drawn &* cell.halfWins
        expectedWins[cell.second] &+= drawn &* (2 - cell.halfWins)
        if index < witnesses.count { #expect(witnesses[index][lane] == drawn) }
      }
      #expect(totals[lane] == total)
      #expect(battles.map { $0[lane] } == expectedBattles)
      #expect(halfWins.map { $0[lane] } == expectedWins)
      // The streams stand where the scalar stream stands.
      var advanced = streams[lane]
      #expect(advanced.next() == stream.next())
    }
  }

  @Test(arguments: lengths, tables)
  func singleBattlesAgreeWithTheirTwin(most: Int, table: KernelTable) {
    var random = SeededGenerator(seed: most)
    let cells = cells(9, &random)
    let which = AliasTable(start: 2, bits: 2, base: 0)
    // A run for each slot, of one to three cells.
    let runs = [(0, 3), (3, 4), (4, 6), (6, 9)].map {
      SampledRun(
        table: small, halfWins: cells[$0.0].halfWins, start: Int32($0.0), end: Int32($0.1))
    }
    var needed = randomCounts(0...Int32(most), &random)
    needed[most % 8] = Int32(most)
    needed[(most + 1) % 8] = 0
    var streams = RandomLanes(seed: 9, purpose: .testing, first: 100)
    var battles = [CountLanes](repeating: CountLanes(repeating: 1), count: 3)
    var halfWins = [CountLanes](repeating: CountLanes(repeating: 2), count: 4)
    changing(&battles) { battleSpan in
      changing(&halfWins) { winSpan in
        table.addSingleBattles(
          needed, which, slots.span, runs.span, cells.span, &streams, &battleSpan, &winSpan)
      }
    }
    for lane in 0..<8 {
      var stream = RandomStream(seed: 9, purpose: .testing, index: 100 + lane)
      var expectedBattles: [Int32] = [1, 1, 1]
      var expectedWins: [Int32] = [2, 2, 2, 2]
      for _ in 0..<needed[lane] {
        let run = runs[Int(draw(which, &stream))]
        let cell = cells[Int(run.start) + stream.next(below: Int(run.end - run.start))]
        expectedBattles[cell.pair] += 1
        expectedWins[cell.first] += run.halfWins
        expectedWins[cell.second] += 2 - run.halfWins
      }
      #expect(battles.map { $0[lane] } == expectedBattles)
      #expect(halfWins.map { $0[lane] } == expectedWins)
      for _ in 0..<2 * (Int32(most) - needed[lane]) { _ = stream.next() }
      var advanced = streams[lane]
      #expect(advanced.next() == stream.next())
    }
  }
}
