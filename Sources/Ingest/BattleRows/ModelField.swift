extension NameTable {
  /// The id of the model named by `field`, which is added where it is new.
  ///
  /// - Throws: where the name is empty, or not UTF-8, or has a NUL byte in it.
  @inline(__always)
  mutating func model(_ field: Field, slot: Int, in window: Span<UInt8>) throws(RowProblem)
    -> Int32
  {
    let id = id(of: field, in: window)
    return id >= 0 ? id : try newModel(field, slot: slot, in: window)
  }

  @inline(never)
  private mutating func newModel(_ field: Field, slot: Int, in window: Span<UInt8>)
    throws(RowProblem) -> Int32
  {
    try checkModel(field, slot: slot, in: window)
    do throws(InvalidUTF8) {
      return try intern(field, in: window)
    } catch {
      throw .notUTF8(slot: slot, offset: error.offset)
    }
  }

  /// A new id for the model named by `field`, which is not found by its bytes.
  mutating func unindexedModel(_ field: Field, slot: Int, in window: Span<UInt8>)
    throws(RowProblem) -> Int32
  {
    try checkModel(field, slot: slot, in: window)
    switch field.validText(in: window) {
    case .success(let name): return addUnindexed(name)
    case .failure(let invalid): throw .notUTF8(slot: slot, offset: invalid.offset)
    }
  }

  private func checkModel(_ field: Field, slot: Int, in window: Span<UInt8>) throws(RowProblem) {
    guard field.count > 0 else {
      throw .value(slot: slot, expected: "the name of a model", remedy: RowProblem.skipRemedy)
    }
    for index in field.start..<field.end where window[index] == 0 {
      throw .value(
        slot: slot, expected: "a name without NUL bytes", remedy: RowProblem.skipRemedy)
    }
  }
}
