import KernelTypes

/// See `KernelTable.drawCells`. One 64-bit number a cell and replicate: its high bits choose the
/// slot of the alias table, the rest decide between the slot's value and its alias.
func drawCellFrequencies(
  _ cells: Span<SampledCell>, _ tables: Span<AliasTable>, _ slots: Span<AliasSlot>,
  _ streams: inout RandomLanes, _ battles: inout MutableSpan<CountLanes>,
  _ halfWins: inout MutableSpan<CountLanes>, _ witnesses: inout MutableSpan<CountLanes>
) -> CountLanes {
  var low = streams.low
  var high = streams.high
  var totals = CountLanes.zero
  for index in cells.indices {
    var x = low
    let y = high
    low = y
    x ^= x &<< 23
    high = x ^ y ^ (x &>> 18) ^ (y &>> 5)
    let random = high &+ y

    let cell = cells[index]
    let table = tables[Int(cell.table)]
    let start = Int(table.start)
    let bits = UInt64(truncatingIfNeeded: table.bits)
    // Through memory: inserting into a vector lane by lane is several times slower.
    var drawn = InlineArray<8, Int32>(repeating: 0)
    for lane in 0..<8 {
      let word = random[lane]
      let slot = slots[start &+ Int(truncatingIfNeeded: word &>> (64 &- bits))]
      drawn[lane] = slot.value(at: word &<< bits)
    }
    // SAFETY: both types are eight Int32 in order, 32 bytes.
    let frequency = unsafe unsafeBitCast(drawn, to: CountLanes.self)

    totals &+= frequency
    battles[Int(cell.pair)] &+= frequency
    switch cell.halfWins {
    case 2: halfWins[Int(cell.first)] &+= frequency &+ frequency
    case 0: halfWins[Int(cell.second)] &+= frequency &+ frequency
    default:
      halfWins[Int(cell.first)] &+= frequency
      halfWins[Int(cell.second)] &+= frequency
    }
    if index < witnesses.count { witnesses[index] = frequency }
  }
  streams.low = low
  streams.high = high
  return totals
}
