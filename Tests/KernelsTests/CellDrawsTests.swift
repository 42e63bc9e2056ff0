import KernelTypes
import Kernels
import TestSupport
import Testing

@Suite struct CellDrawsTests {
  /// Tables of 2 and 4 slots whose thresholds lie at the ends, in the middle and at random.
  private let tables = [AliasTable(start: 0, bits: 1), AliasTable(start: 2, bits: 2)]
  private let slots = [
    AliasSlot(threshold: 1 << 63, value: 3, alias: 4), AliasSlot(threshold: 0, value: 5, alias: 6),
    AliasSlot(threshold: .max, value: 10, alias: 11),
    AliasSlot(threshold: 0x1234_5678_9ABC_DEF0, value: 12, alias: 13),
    AliasSlot(threshold: 1 << 62, value: 14, alias: 15),
    AliasSlot(threshold: 3 << 62, value: 1_000_000_000, alias: 0),
  ]

  @Test(arguments: lengths) func agreeWithTheirTwin(length: Int) {
    var random = SeededGenerator(seed: length)
    let cells = (0..<length).map { index in
      SampledCell(
        table: .random(in: 0...1, using: &random), pair: .random(in: 0...2, using: &random),
        first: .random(in: 0...1, using: &random), second: .random(in: 2...3, using: &random),
        halfWins: Int32(index % 3))
    }
    var streams = RandomLanes(seed: 9, purpose: .testing, first: 100)
    var battles = [CountLanes](repeating: CountLanes(repeating: 1), count: 3)
    var halfWins = [CountLanes](repeating: CountLanes(repeating: 2), count: 4)
    var witnesses = [CountLanes](repeating: CountLanes(repeating: -1), count: length / 2)
    let totals = changing(&battles) { battleSpan in
      changing(&halfWins) { winSpan in
        changing(&witnesses) { witnessSpan in
          KernelTable.baseline.drawCells(
            cells.span, tables.span, slots.span, &streams, &battleSpan, &winSpan, &witnessSpan)
        }
      }
    }
    for lane in 0..<8 {
      var stream = RandomStream(seed: 9, purpose: .testing, index: 100 + lane)
      var total: Int32 = 0
      var expectedBattles: [Int32] = [1, 1, 1]
      var expectedWins: [Int32] = [2, 2, 2, 2]
      for (index, cell) in cells.enumerated() {
        let drawn = draw(Int(cell.table), &stream)
        total &+= drawn
        expectedBattles[Int(cell.pair)] &+= drawn
        expectedWins[Int(cell.first)] &+= drawn &* cell.halfWins
        expectedWins[Int(cell.second)] &+= drawn &* (2 - cell.halfWins)
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

  /// The definition: the number's first bits choose the slot, the others stand for a fraction.
  private func draw(_ table: Int, _ stream: inout RandomStream) -> Int32 {
    let word = stream.next()
    let size = UInt64(table == 0 ? 2 : 4)
    let (slot, fraction) = word.multipliedFullWidth(by: size)
    let chosen = slots[Int(tables[table].start) + Int(slot)]
    let isOwn = fraction < chosen.threshold
    return Int32(truncatingIfNeeded: chosen.values >> (isOwn ? 0 : 32))
  }

  @Test func aSlotAnswersItsValueBelowTheThresholdOnly() {
    let slot = AliasSlot(threshold: 5, value: -7, alias: 8)
    #expect([0, 4, 5, .max].map { slot.value(at: $0) } == [-7, -7, 8, 8])
    #expect(AliasSlot(threshold: 0, value: 1, alias: 2).value(at: 0) == 2)
  }
}
