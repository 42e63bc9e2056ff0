import KernelTypes

/// See `KernelTable.drawCells`. One 64-bit number a cell and replicate: its high bits choose the
/// slot of the alias table, the rest decide between the slot's own value and its alias.
func drawCellFrequencies(
  _ runs: Span<SampledRun>, _ cells: Span<SampledCell>, _ slots: Span<UInt64>,
  _ streams: inout RandomLanes, _ battles: inout MutableSpan<CountLanes>,
  _ halfWins: inout MutableSpan<CountLanes>, _ witnesses: inout MutableSpan<CountLanes>
) -> CountLanes {
  var state = StreamState(streams)
  var totals = CountLanes.zero
  var index = 0
  for position in runs.indices {
    let run = runs[position]
    let table = run.table
    let start = Int(table.start)
    let end = Int(run.end)
    let base = CountLanes(repeating: table.base)
    // The slots of the run's table are read without a check for each.
    precondition(start >= 0 && table.bits > 0 && table.bits < 32)
    precondition(start + 1 &<< Int(table.bits) <= slots.count)
    while index < end {
      let choice = SlotChoice(state.next(), table)
      // Through memory: inserting into a vector lane by lane is several times slower.
      var drawn = InlineArray<8, Int32>(repeating: 0)
      for lane in 0..<8 { drawn[lane] = choice.value(lane, slots, start) }
      // SAFETY: both types are eight Int32 in order, 32 bytes.
      let frequency = base &+ (unsafe unsafeBitCast(drawn, to: CountLanes.self))

      totals &+= frequency
      let cell = CellPlaces(cells[index])
      battles[cell.pair] &+= frequency
      if run.halfWins == 2 {
        halfWins[cell.first] &+= frequency &+ frequency
      } else if run.halfWins == 0 {
        halfWins[cell.second] &+= frequency &+ frequency
      } else {
        halfWins[cell.first] &+= frequency
        halfWins[cell.second] &+= frequency
      }
      if index < witnesses.count { witnesses[index] = frequency }
      index += 1
    }
  }
  state.store(in: &streams)
  return totals
}

/// See `KernelTable.addSingleBattles`.
func addBattlesOneByOne(
  _ needed: CountLanes, _ table: AliasTable, _ slots: Span<UInt64>, _ runs: Span<SampledRun>,
  _ cells: Span<SampledCell>, _ streams: inout RandomLanes,
  _ battles: inout MutableSpan<CountLanes>, _ halfWins: inout MutableSpan<CountLanes>
) {
  // The slots of the table are read without a check for each.
  precondition(table.start >= 0 && table.bits > 0 && table.bits < 32)
  precondition(Int(table.start) + 1 &<< Int(table.bits) <= slots.count)
  var state = StreamState(streams)
  var step: Int32 = 0
  var most: Int32 = 0
  for lane in 0..<8 where needed[lane] > most { most = needed[lane] }
  while step < most {
    let picks = BattlePicks(
      run: SlotChoice(state.next(), table), place: state.next(), start: Int(table.start))
    // Each lane by itself, so that its number is a constant and so is the vector of one battle.
    if step < needed[0] { picks.add(0, slots, runs, cells, &battles, &halfWins) }
    if step < needed[1] { picks.add(1, slots, runs, cells, &battles, &halfWins) }
    if step < needed[2] { picks.add(2, slots, runs, cells, &battles, &halfWins) }
    if step < needed[3] { picks.add(3, slots, runs, cells, &battles, &halfWins) }
    if step < needed[4] { picks.add(4, slots, runs, cells, &battles, &halfWins) }
    if step < needed[5] { picks.add(5, slots, runs, cells, &battles, &halfWins) }
    if step < needed[6] { picks.add(6, slots, runs, cells, &battles, &halfWins) }
    if step < needed[7] { picks.add(7, slots, runs, cells, &battles, &halfWins) }
    step &+= 1
  }
  state.store(in: &streams)
}

/// Random numbers for a battle in each of eight lanes.
private struct BattlePicks {
  let run: SlotChoice
  let place: SIMD8<UInt64>
  let start: Int

  /// Adds one battle of the chosen cell in one lane.
  @inline(__always)
  func add(
    _ lane: Int, _ slots: Span<UInt64>, _ runs: Span<SampledRun>, _ cells: Span<SampledCell>,
    _ battles: inout MutableSpan<CountLanes>, _ halfWins: inout MutableSpan<CountLanes>
  ) {
    let chosen = runs[Int(run.value(lane, slots, start))]
    let length = UInt64(truncatingIfNeeded: chosen.end &- chosen.start)
    let offset = place[lane].multipliedFullWidth(by: length).high
    let cell = CellPlaces(cells[Int(chosen.start) &+ Int(truncatingIfNeeded: offset)])
    var one = CountLanes.zero
    one[lane] = 1
    var all = CountLanes.zero
    all[lane] = -1
    battles[cell.pair] &+= one
    halfWins[cell.first] &+= CountLanes(repeating: chosen.halfWins) & all
    halfWins[cell.second] &+= CountLanes(repeating: 2 &- chosen.halfWins) & all
  }
}

/// The generator's state in registers; see `RandomStream.next`.
private struct StreamState {
  private var low: SIMD8<UInt64>
  private var high: SIMD8<UInt64>

  @inline(__always)
  init(_ streams: RandomLanes) {
    low = streams.low
    high = streams.high
  }

  @inline(__always)
  mutating func next() -> SIMD8<UInt64> {
    var x = low
    let y = high
    low = y
    x ^= x &<< 23
    high = x ^ y ^ (x &>> 18) ^ (y &>> 5)
    return high &+ y
  }

  @inline(__always)
  func store(in streams: inout RandomLanes) {
    streams.low = low
    streams.high = high
  }
}

/// Eight random numbers, taken apart for one alias table.
private struct SlotChoice {
  private let slot: SIMD8<UInt64>
  /// The fraction of the slot, its low bits all set: it is below a slot's word where it is below the
  /// word's threshold, whatever the alias in the word's low bits.
  private let fraction: SIMD8<UInt64>
  private let aliasMask: UInt64

  @inline(__always)
  init(_ random: SIMD8<UInt64>, _ table: AliasTable) {
    let bits = UInt64(truncatingIfNeeded: table.bits)
    aliasMask = (1 &<< bits) &- 1
    slot = random &>> SIMD8(repeating: 64 &- bits)
    fraction = (random &<< SIMD8(repeating: bits)) | SIMD8(repeating: aliasMask)
  }

  /// What is drawn in one lane, less the table's base.
  @inline(__always)
  func value(_ lane: Int, _ slots: Span<UInt64>, _ start: Int) -> Int32 {
    let own = slot[lane]
    // SAFETY: `own` has the table's number of bits, and the caller has made sure that as many slots
    // follow `start`.
    let word = unsafe slots[unchecked: start &+ Int(truncatingIfNeeded: own)]
    let drawn = fraction[lane] < word ? own : word & aliasMask
    return Int32(truncatingIfNeeded: drawn)
  }
}

/// Where the battles of a cell go; see `SampledCell.word`.
private struct CellPlaces {
  let pair, first, second: Int

  @inline(__always)
  init(_ cell: SampledCell) {
    let word = cell.word
    pair = Int(truncatingIfNeeded: word &>> 30)
    first = Int(truncatingIfNeeded: word &>> 16 & 0x3FFF)
    second = Int(truncatingIfNeeded: word &>> 2 & 0x3FFF)
  }
}
