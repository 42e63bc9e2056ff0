/// Cells one after the other, in their order: by first side, second side, outcome and cluster.
extension Cells: Sequence {
  /// An iterator over the cells.
  public func makeIterator() -> some IteratorProtocol<Cell> {
    (0..<cellCount).lazy.map { self[$0] }.makeIterator()
  }

  /// The number of cells.
  public var underestimatedCount: Int { cellCount }
}
