import KernelTypes

/// Writes the draws in the order of `places`, the last one repeated to fill its group of eight, and
/// behind them each group's highest and lowest draw.
func gatherGroups(
  _ places: Span<Int32>, _ draws: Span<DrawLanes>, _ models: inout MutableSpan<DrawLanes>
) {
  let groups = (places.count + 7) / 8
  for group in 0..<groups {
    var highest = DrawLanes(repeating: -.infinity)
    var lowest = DrawLanes(repeating: .infinity)
    for slot in group * 8..<group * 8 + 8 {
      let draw = draws[Int(places[min(slot, places.count - 1)])]
      highest = highest.larger(draw)
      lowest = lowest.smaller(draw)
      models[slot] = draw
    }
    models[8 * groups + 2 * group] = highest
    models[8 * groups + 2 * group + 1] = lowest
  }
}
