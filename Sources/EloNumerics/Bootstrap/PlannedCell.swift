/// One draw of a resample: some or all of the battles of one pair that came out one way.
///
/// A single word, whose order is the order of drawing: the cells of witness pairs first, then by
/// count, so that cells of equal count follow each other and draw from one table.
struct PlannedCell {
  private let word: UInt64

  private init(pair: Int, count: Int, halfWins: Int, isWitness: Bool) {
    precondition(count < 1 << 31 && pair < 1 << 30, "what a word can hold")
    word =
      (isWitness ? 0 : 1 << 63) | UInt64(count) << 32 | UInt64(halfWins) << 30 | UInt64(pair)
  }

  /// The pair.
  var pair: Int { Int(word & (1 << 30 - 1)) }
  /// The battles in the data.
  var count: Int { Int(word >> 32 & (1 << 31 - 1)) }
  /// What the pair's first model scored in each, in half wins.
  var halfWins: Int { Int(word >> 30 & 3) }
  /// Whether the battles prove a witness pair connected.
  var isWitness: Bool { word >> 63 == 0 }

  /// The cells of `counts` as they are drawn; `isWitness` by pair.
  static func inDrawingOrder(_ counts: PairCounts, isWitness: [Bool]) -> [PlannedCell] {
    var words: [UInt64] = []
    words.reserveCapacity(3 * counts.pairCount)
    for pair in 0..<counts.pairCount {
      append(counts.firstWins[pair], 2, pair, isWitness[pair], to: &words)
      append(counts.secondWins[pair], 0, pair, isWitness[pair], to: &words)
      append(counts.ties[pair], 1, pair, isWitness[pair], to: &words)
    }
    words.sort()
    return words.map(PlannedCell.init(word:))
  }

  private init(word: UInt64) { self.word = word }

  /// A Poisson number is the sum of two with smaller means. A large count is therefore drawn as a
  /// part of which few different ones exist and a small rest, so that large tables are shared:
  /// otherwise each different count would need a table of its own.
  private static func append(
    _ count: Int, _ halfWins: Int, _ pair: Int, _ isWitness: Bool, to words: inout [UInt64]
  ) {
    var count = count
    var isWitness = isWitness
    while count > 0 {
      // All of it, or its four highest bits.
      let step = count > largestOwnTable ? 1 << (Int.bitWidth - count.leadingZeroBitCount - 4) : 1
      let part = count / step * step
      words.append(
        PlannedCell(pair: pair, count: part, halfWins: halfWins, isWitness: isWitness).word)
      count -= part
      isWitness = false
    }
  }

  /// Counts up to here have tables of their own, of some 4 kB each.
  private static let largestOwnTable = 1024
}
