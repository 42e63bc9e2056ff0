/// An alias table of 2^bits slots: where its slots lie among all, and what it draws.
///
/// A slot is one word. Its low `bits` bits name another slot, the alias; the bits above are a
/// threshold, the share of the slot that is its own. A random word's first `bits` bits choose the
/// slot, the others are compared with the threshold, and what is drawn is `base` plus the number of
/// the slot or of its alias.
package struct AliasTable: Sendable {
  package let start: Int32
  /// At least 1: a shift by 64, which no bit for the slot would take, shifts by nothing.
  package let bits: Int32
  /// What the first slot stands for.
  package let base: Int32

  package init(start: Int32, bits: Int32, base: Int32) {
    self.start = start
    self.bits = bits
    self.base = base
  }

  /// The bits of a slot that name its alias.
  package var aliasMask: UInt64 { (1 &<< UInt64(truncatingIfNeeded: bits)) &- 1 }
}

/// Cells that follow each other and are drawn from one table: equal counts, equal outcomes.
package struct SampledRun: Sendable {
  package let table: AliasTable
  /// What the first model scores in each battle, in half wins: 0, 1 or 2.
  package let halfWins: Int32
  /// The first cell of the run, and the first one after it.
  package let start, end: Int32

  package init(table: AliasTable, halfWins: Int32, start: Int32, end: Int32) {
    self.table = table
    self.halfWins = halfWins
    self.start = start
    self.end = end
  }
}

/// One cell to be drawn: how many battles of this pair came out one way. In one word, because cells
/// are visited at random.
package struct SampledCell: Sendable {
  /// The pair above 30 bits, two models of 14 bits and 2 bits for the half wins. Kernels take it apart
  /// themselves: across modules these accessors would be calls.
  package let word: UInt64

  /// - Precondition: models are below 2¹⁴, half wins are 0, 1 or 2.
  package init(pair: Int32, first: Int32, second: Int32, halfWins: Int32) {
    precondition(pair >= 0 && (0..<1 << 14).contains(first) && (0..<1 << 14).contains(second))
    precondition((0...2).contains(halfWins))
    word =
      UInt64(pair) << 30 | UInt64(first) << 16 | UInt64(second) << 2 | UInt64(halfWins)
  }

  /// The pair that the battles add to.
  package var pair: Int { Int(truncatingIfNeeded: word &>> 30) }

  /// The models of the pair.
  package var first: Int { Int(truncatingIfNeeded: word &>> 16 & 0x3FFF) }

  /// The models of the pair.
  package var second: Int { Int(truncatingIfNeeded: word &>> 2 & 0x3FFF) }

  /// What the first model scores in a battle, in half wins: 0, 1 or 2.
  package var halfWins: Int32 { Int32(truncatingIfNeeded: word & 3) }
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
