/// What all rows of a winner column, over all files in which it has the same headings, tell of how it is
/// to be read.
struct LabelEvidence: Sendable {
  /// A word, as it is spelled, and how the names of its rows stand to it.
  struct Word: Sendable, Equatable {
    var text: String
    /// Its folded form.
    let folded: String
    /// In rows that are kept.
    var kept: LabelTable.Sides
    /// In all rows.
    var all: LabelTable.Sides
    /// The battles that are kept.
    var battles = 0

    init(_ text: String, kept: LabelTable.Sides = [], passedOver: LabelTable.Sides = []) {
      self.text = text
      folded = FoldedLabel.of(text)
      self.kept = kept
      all = kept.union(passedOver)
    }
  }

  /// The heading of the column.
  var heading: String
  /// The headings of the sides.
  var sideA: String
  var sideB: String
  /// Whether side b stands before side a in a file, as nobody has asked for.
  var isTurnedInFile = false
  /// Whether side a stands before side b in a file, and whether it stands behind it in one.
  var order = (before: false, behind: false)
  /// The words, in the order in which they were met.
  var words: [Word] = []
  /// Names of side a, and of side b, that are no words: in rows that are kept, and in all.
  var names = (keptA: false, keptB: false, allA: false, allB: false)
  /// Texts that are neither words nor names.
  var unknown: [LabelTable.Unknown] = []
  /// Three of the models, or all where there are fewer: the names in rows that are kept, and in all.
  var models: (kept: Set<[UInt8]>, all: Set<[UInt8]>) = ([], [])

  /// Evidence of no row yet of a column and sides with these headings.
  init(heading: String, sideA: String, sideB: String) {
    self.heading = heading
    self.sideA = sideA
    self.sideB = sideB
  }

  /// What stands in a row, for readings that ask for names.
  struct Case: Hashable, Sendable {
    /// The place among the words, -1 for a name that is no word.
    var word: Int
    /// How the names stand to it.
    var sides: UInt8
  }

  /// Adds what other rows of the same column tell.
  mutating func add(_ other: LabelEvidence) {
    isTurnedInFile = isTurnedInFile || other.isTurnedInFile
    order = (order.before || other.order.before, order.behind || other.order.behind)
    for word in other.words {
      if let index = words.firstIndex(where: { $0.text.utf8.elementsEqual(word.text.utf8) }) {
        words[index].kept.formUnion(word.kept)
        words[index].all.formUnion(word.all)
        words[index].battles += word.battles
      } else {
        words.append(word)
      }
    }
    names.keptA = names.keptA || other.names.keptA
    names.keptB = names.keptB || other.names.keptB
    names.allA = names.allA || other.names.allA
    names.allB = names.allB || other.names.allB
    for added in other.unknown {
      if let index = unknown.firstIndex(where: { $0.text.utf8.elementsEqual(added.text.utf8) }) {
        unknown[index].rows += added.rows
        unknown[index].rowsPassedOver += added.rowsPassedOver
        if unknown[index].first == nil { unknown[index].first = added.first }
      } else {
        unknown.append(added)
      }
    }
    for name in other.models.kept where models.kept.count < 3 { models.kept.insert(name) }
    for name in other.models.all where models.all.count < 3 { models.all.insert(name) }
  }

  /// The same as if there were only the rows that are kept.
  var ofKeptRows: LabelEvidence {
    var evidence = self
    evidence.words = words.filter { !$0.kept.isEmpty }.map { word in
      var word = word
      word.all = word.kept
      return word
    }
    evidence.names.allA = names.keptA
    evidence.names.allB = names.keptB
    evidence.unknown = unknown.filter { $0.rows > 0 }
    evidence.models.all = models.kept
    return evidence
  }

  /// Whether there are rows that a filter leaves out and that tell more than those that are kept.
  var hasRowsPassedOver: Bool {
    words.contains { $0.kept != $0.all } || unknown.contains { $0.rowsPassedOver > 0 }
      || names.allA != names.keptA || names.allB != names.keptB || models.all != models.kept
  }
}
