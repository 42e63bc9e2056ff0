/// One slot of an alias table: below the threshold its own value, from it on the alias.
package struct AliasSlot: Sendable {
  /// The share of the slot that is its own, in units of 2⁻⁶⁴.
  package let threshold: UInt64
  /// The slot's own value in the low half, the alias in the high half.
  package let values: UInt64

  package init(threshold: UInt64, value: Int32, alias: Int32) {
    self.threshold = threshold
    values = UInt64(UInt32(bitPattern: value)) | UInt64(UInt32(bitPattern: alias)) &<< 32
  }

  /// The value that falls to `fraction`, uniform in 0 ..< 2⁶⁴.
  @inline(__always)
  package func value(at fraction: UInt64) -> Int32 {
    // A borrow means that the fraction lies below the threshold.
    let isOwn = fraction.subtractingReportingOverflow(threshold).overflow
    return Int32(truncatingIfNeeded: values &>> (isOwn ? 0 : 32))
  }
}

/// Where one alias table of 2^bits slots lies among all slots.
package struct AliasTable: Sendable {
  package let start: Int32
  package let bits: Int32

  package init(start: Int32, bits: Int32) {
    self.start = start
    self.bits = bits
  }
}

/// One cell to be drawn: how many battles of this pair came out this way.
package struct SampledCell: Sendable {
  /// The alias table of the cell's frequency.
  package let table: Int32
  /// The pair that the battles add to.
  package let pair: Int32
  /// The models of the pair.
  package let first, second: Int32
  /// What the first model scores in a battle, in half wins: 0, 1 or 2.
  package let halfWins: Int32

  package init(table: Int32, pair: Int32, first: Int32, second: Int32, halfWins: Int32) {
    self.table = table
    self.pair = pair
    self.first = first
    self.second = second
    self.halfWins = halfWins
  }
}

/// One pair in a search for the largest studentised difference.
package struct StudentisedPair: Sendable {
  package let first, second: Int32
  /// One over the standard error of the difference.
  package let precision: Float
  /// The observed statistic that draws are compared with.
  package let observed: Float

  package init(first: Int32, second: Int32, precision: Float, observed: Float) {
    self.first = first
    self.second = second
    self.precision = precision
    self.observed = observed
  }
}
