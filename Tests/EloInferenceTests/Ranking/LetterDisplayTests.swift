import Testing

@testable import EloInference

@Suite struct LetterDisplayTests {
  /// Neighbours alike, all others apart: the textbook's a, ab, bc, c.
  @Test func aChain() {
    var matrix = SeparationMatrix(count: 4)
    for (i, j) in [(0, 2), (0, 3), (1, 3)] { matrix.separate(i, j) }
    #expect(LetterDisplay(matrix).letters == [[0], [0, 1], [1, 2], [2]])
  }

  @Test func extremes() {
    #expect(LetterDisplay(SeparationMatrix(count: 0)).letters.isEmpty)
    #expect(LetterDisplay(SeparationMatrix(count: 1)).letters == [[0]])
    #expect(LetterDisplay(SeparationMatrix(count: 3)).letters == [[0], [0], [0]])
    var apart = SeparationMatrix(count: 3)
    for (i, j) in [(0, 1), (0, 2), (1, 2)] { apart.separate(i, j) }
    #expect(LetterDisplay(apart).letters == [[0], [1], [2]])
  }

  /// One direction is enough: where families are marginal, i may be told from j and not j from i.
  @Test func separationInOneDirectionSeparates() {
    var matrix = SeparationMatrix(count: 2)
    matrix[1, 0] = true
    #expect(LetterDisplay(matrix).letters == [[0], [1]])
  }

  /// Twenty pairs that are apart and no others would take 2²⁰ letters.
  @Test func lettersBeyondReadingAreLeftOut() {
    var matrix = SeparationMatrix(count: 40)
    for pair in 0..<8 { matrix.separate(2 * pair, 2 * pair + 1) }
    #expect(Set(LetterDisplay(matrix).letters.flatMap { $0 }).count == 256)
    for pair in 8..<20 { matrix.separate(2 * pair, 2 * pair + 1) }
    #expect(LetterDisplay(matrix).letters == [[Int]](repeating: [], count: 40))
  }

  /// What defines a compact letter display, over separations of all densities; more than 64 models
  /// need more than one word of bits.
  @Test(arguments: 0..<120)
  func lettersTellWhoIsSeparated(seed: Int) {
    var random = IndependentRandom(seed: UInt64(seed))
    let count = seed < 110 ? 1 + random.below(9) : 66
    let density = random.unit()
    var matrix = SeparationMatrix(count: count)
    for i in 0..<count {
      // Many models are separated as on a board, by how far they stand apart.
      for j in 0..<i {
        let isApart = seed < 110 ? random.unit() < density : i - j > 8 + random.below(3)
        if isApart { matrix.separate(j, i) }
      }
    }
    let letters = LetterDisplay(matrix).letters
    for i in 0..<count {
      for j in 0..<i {
        let isShared = !Set(letters[i]).isDisjoint(with: letters[j])
        #expect(isShared == !matrix[i, j], "seed \(seed): \(i), \(j)")
      }
      #expect(letters[i] == letters[i].sorted() && !letters[i].isEmpty)
    }
    let used = (letters.flatMap { $0 }.max() ?? -1) + 1
    let columns = (0..<used).map { letter in
      Set((0..<count).filter { letters[$0].contains(letter) })
    }
    for (index, column) in columns.enumerated() {
      for (other, larger) in columns.enumerated() where other != index {
        #expect(!column.isSubset(of: larger), "seed \(seed): column \(index) in \(other)")
      }
    }
    #expect(columns[0].contains(0))
    let firsts = columns.map { $0.min() ?? -1 }
    #expect(firsts == firsts.sorted())
  }
}
