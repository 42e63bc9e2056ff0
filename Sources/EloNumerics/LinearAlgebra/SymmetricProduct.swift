import KernelTypes

extension SymmetricMatrix {
  /// outer·self·outer for a symmetric `outer`, as in the sandwich H⁺·S·H⁺.
  ///
  /// - Complexity: O(4·order³).
  func sandwiched(by outer: SymmetricMatrix, kernels: KernelTable) -> SymmetricMatrix {
    var result = SymmetricMatrix(zeros: order)
    let zeros = [Lanes](repeating: .zero, count: order)
    var panel = zeros
    for block in stride(from: 0, to: order, by: 8) {
      for row in 0..<order {
        for lane in 0..<min(8, order - block) { panel[row][lane] = outer[row, block + lane] }
      }
      var inner = zeros
      var product = zeros
      do {
        var target = inner.mutableSpan
        kernels.addProduct(storage.span, order, 0..<order, 0..<order, panel.span, &target)
      }
      do {
        var target = product.mutableSpan
        kernels.addProduct(
          outer.storage.span, order, block..<order, 0..<order, inner.span, &target)
      }
      for row in block..<order {
        for lane in 0..<min(8, order - block) where block + lane <= row {
          result[row, block + lane] = product[row][lane]
          result[block + lane, row] = product[row][lane]
        }
      }
    }
    return result
  }
}
