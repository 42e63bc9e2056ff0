/// The battles of one winner column, counted by label, with the labels: all files in which the column and
/// the sides have the same headings are one group and are read in one way.
struct LabelGroup: Sendable {
  /// The headings of the winner column and of the sides, as they stand in the file.
  struct Headings: Sendable {
    var winner: String
    var sideA: String
    var sideB: String

    /// Whether columns with these headings are read in one way.
    func areSame(as other: Headings) -> Bool {
      key.elementsEqual(other.key)
    }

    private var key: [[UInt8]] { [winner, sideA, sideB].map { Array(asciiLowercased($0).utf8) } }
  }

  /// The headings.
  let headings: Headings
  /// The labels.
  var labels: LabelTable
  /// The battles, by the codes of the labels.
  var cells = CellTable()
  /// Whether side b stands before side a in a file, as nobody has asked for.
  var isTurnedInFile = false
  /// Whether side a stands before side b in a file, and whether it stands behind it in one, whoever asked.
  var order = (before: false, behind: false)
  /// Up to three names of rows that are not counted.
  var namesPassedOver = NameTable()

  /// No battle yet; options name `labels`.
  init(_ headings: Headings, options labels: [OutcomeLabel]) {
    self.headings = headings
    var own = [headings.sideA, headings.sideB].map(FoldedLabel.of)
    let columns = ColumnHeadings(
      winner: headings.winner, sideA: headings.sideA, sideB: headings.sideB)
    if let initials = columns.initials { own += [initials.a, initials.b] }
    self.labels = LabelTable(moreWords: Set(own + labels.map { FoldedLabel.plain($0.text) }))
  }

  /// The same columns, and no battle.
  var emptied: LabelGroup {
    var group = self
    group.labels = labels.emptied
    group.cells = CellTable()
    group.namesPassedOver = NameTable()
    return group
  }

  /// Notes the names of a row that is not counted, as long as they may matter.
  mutating func notePassedOver(_ names: [Field], in window: Span<UInt8>) {
    for name in names where namesPassedOver.count < 3 {
      _ = try? namesPassedOver.intern(name, in: window)
    }
  }

  /// What the rows tell of how the column is to be read; `names` are those of the models, by id.
  func evidence(names: [String], ids: ModelNames) -> LabelEvidence {
    var sides = [LabelTable.Sides](repeating: [], count: labels.labels.count)
    var battles = [Int](repeating: 0, count: labels.labels.count)
    let nameOfCode = nameIDs(ids)
    var models: Set<Int32> = []
    cells.forEachCell(orderedBy: Array(0..<Int32(names.count))) { cell in
      let code = Int(cell.code)
      battles[code] += cell.count
      sides[code].insert(Self.sides(cell, nameOfCode[code]))
      if models.count < 3 { models.formUnion([cell.a, cell.b]) }
    }
    var evidence = LabelEvidence(
      heading: headings.winner, sideA: headings.sideA, sideB: headings.sideB)
    for (code, label) in labels.labels.enumerated() {
      let passedOver = labels.passedOver[code]
      switch label {
      case .word(let text), .result(_, let text):
        var word = LabelEvidence.Word(text, kept: sides[code], passedOver: passedOver)
        word.battles = battles[code]
        evidence.words.append(word)
      case .nameOfA:
        evidence.names.keptA = !sides[code].isEmpty
        evidence.names.allA = evidence.names.keptA || !passedOver.isEmpty
      case .nameOfB:
        evidence.names.keptB = !sides[code].isEmpty
        evidence.names.allB = evidence.names.keptB || !passedOver.isEmpty
      }
    }
    evidence.unknown = labels.unknown
    evidence.isTurnedInFile = isTurnedInFile
    evidence.order = order
    evidence.models.kept = Set(models.map { Array(names[Int($0)].utf8) })
    evidence.models.all = evidence.models.kept.union(
      namesPassedOver.names.map { Array($0.utf8) })
    return evidence
  }

  /// The id of the model that each code's word is the name of, or -1.
  func nameIDs(_ ids: ModelNames) -> [Int32] {
    labels.labels.map { label in
      guard case .word(let text) = label else { return -1 }
      let bytes = Array(text.utf8)
      return ids.id(of: Field(start: 0, end: bytes.count), in: bytes.span)
    }
  }

  /// How the names of a cell stand to a label that is the name of `model`.
  static func sides(_ cell: CodedCell, _ model: Int32) -> LabelTable.Sides {
    switch (model >= 0 && cell.a == model, model >= 0 && cell.b == model) {
    case (true, true): .isBoth
    case (true, false): .isA
    case (false, true): .isB
    case (false, false): .isNeither
    }
  }
}
