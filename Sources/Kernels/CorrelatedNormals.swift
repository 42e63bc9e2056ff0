import KernelTypes

/// See `KernelTable.correlate`.
///
/// Two rows share each load of the normals, and the columns come in panels that stay in the first
/// cache; each lane's sum still runs over its columns in ascending order.
func correlateNormals(
  _ factor: Span<Float>, _ stride: Int, _ normals: Span<DrawLanes>,
  _ results: inout MutableSpan<DrawLanes>
) {
  let order = normals.count
  guard order > 0 else { return }
  precondition(stride >= order && factor.count >= (order - 1) * stride + order)
  precondition(results.count >= order)
  let width = 256
  var start = 0
  while start < order {
    let end = min(start + width, order)
    var row = start
    while row < order {
      let hasNext = row + 1 < order
      // SAFETY: row < order, so the row's entries up to column `row` lie within `factor`, by the
      // precondition on its count, as do the next row's where there is one; columns are ≤ the row,
      // and `normals` and `results` hold `order` entries.
      let at = row * stride
      let next = hasNext ? at + stride : at
      var upper = start == 0 ? DrawLanes.zero : unsafe results[unchecked: row]
      var lower = start == 0 || !hasNext ? DrawLanes.zero : unsafe results[unchecked: row + 1]
      let shared = min(end, row + 1)
      var column = start
      while column < shared {
        let normal = unsafe normals[unchecked: column]
        upper += unsafe normal * factor[unchecked: at &+ column]
        lower += unsafe normal * factor[unchecked: next &+ column]
        column &+= 1
      }
      unsafe results[unchecked: row] = upper
      if hasNext {
        if row + 1 < end {
          lower += unsafe normals[unchecked: row + 1] * factor[unchecked: next &+ row &+ 1]
        }
        unsafe results[unchecked: row + 1] = lower
      }
      row += 2
    }
    start = end
  }
}
