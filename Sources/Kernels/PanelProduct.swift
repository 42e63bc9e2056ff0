import KernelTypes

/// See `KernelTable.addProduct`. Four rows at a time share each load of the panel.
func addPanelProduct(
  _ matrix: Span<Double>, _ stride: Int, _ rows: Range<Int>, _ columns: Range<Int>,
  _ panel: Span<Lanes>, _ sums: inout MutableSpan<Lanes>
) {
  var row = rows.lowerBound
  while row + 3 < rows.upperBound {
    let at = row * stride
    var s0 = sums[row]
    var s1 = sums[row + 1]
    var s2 = sums[row + 2]
    var s3 = sums[row + 3]
    for column in columns {
      let x = panel[column]
      s0 += x * matrix[at + column]
      s1 += x * matrix[at + stride + column]
      s2 += x * matrix[at + 2 * stride + column]
      s3 += x * matrix[at + 3 * stride + column]
    }
    sums[row] = s0
    sums[row + 1] = s1
    sums[row + 2] = s2
    sums[row + 3] = s3
    row += 4
  }
  while row < rows.upperBound {
    var sum = sums[row]
    for column in columns { sum += panel[column] * matrix[row * stride + column] }
    sums[row] = sum
    row += 1
  }
}
