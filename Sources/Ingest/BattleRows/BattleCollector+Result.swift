internal import Battles

/// What battles come to when it is settled how their labels are read.
extension BattleCollector {
  /// Battles and the account of their labels.
  struct Settled {
    /// The battles that have a verdict.
    var cells: Cells
    /// The winner columns with their labels.
    var columns: [Reading.LabelColumn] = []
    /// What the battles came to.
    var outcomes = Reading.Outcomes()
    /// How many battles have no verdict.
    var withoutVerdict = 0
  }

  /// What the rows tell of each winner column, in the order in which they were met.
  var evidence: [LabelEvidence] {
    allGroups.map { $0.evidence(names: names.names, ids: names) }
  }

  /// The battles, their winner columns read by `readings`, one for each.
  ///
  /// - Parameters:
  ///   - strongWeight: how many battles a verdict such as `A>>B` counts for.
  ///   - mirrored: what is done where wins are there from both sides of pairs.
  /// - Throws: `IngestError.dataset` where that is to be said.
  func settled(
    _ readings: [LabelReading], strongWeight: Int = 1, mirrored: MirroredPairs? = .keep,
    files: [String] = []
  ) throws(IngestError) -> Settled {
    let texts = names.names
    // In the order that `Cells` sorts them into, so that there is next to nothing left to sort.
    let rank = texts.indices.sorted { Roster.precedes(texts[$0], texts[$1]) }.map { Int32($0) }
    var list: [Cell] = []
    var settled = Settled(cells: Cells([], names: []))
    settled.withoutVerdict = withoutVerdict
    func dropMirrored(_ list: inout [Cell], areGames: Bool) throws(IngestError) {
      guard mirrored != .keep else { return }
      let search = MirroredPairSearch(list, areGames: areGames)
      guard search.isTelling else { return }
      guard mirrored == .drop else { throw search.error(files, texts) }
      list = search.dropping(list)
    }
    func add(_ cell: CodedCell, _ outcome: Outcome) {
      list.append(
        Cell(a: cell.a, b: cell.b, outcome: outcome, count: cell.count, cluster: cell.cluster))
    }
    direct.forEachCell(orderedBy: rank) { cell in
      if let outcome = Outcome(rawValue: UInt8(cell.code)) { add(cell, outcome) }
    }
    if countsWins { try dropMirrored(&list, areGames: false) }
    for (group, reading) in zip(allGroups, readings) {
      let meanings = GroupMeanings(group, reading, names)
      var battles: [GroupMeanings.Key: Int] = [:]
      let weights = group.labels.labels.map { $0.isStrong ? strongWeight : 1 }
      group.cells.forEachCell(orderedBy: rank) { cell in
        let key = meanings.key(cell)
        battles[key, default: 0] += cell.count
        switch meanings[key] {
        case .outcome(let outcome):
          var cell = cell
          cell.count *= weights[key.code]
          add(cell, outcome)
        case .noVerdict: settled.withoutVerdict += cell.count
        case nil: break
        }
      }
      settled.columns.append(meanings.account(battles))
    }
    if isOfOpponents, !countsWins { try dropMirrored(&list, areGames: true) }
    for cell in list { settled.outcomes.add(cell.outcome, cell.count) }
    settled.cells = Cells(list, names: texts, clusterNames: isClustered ? clusters.names : nil)
    return settled
  }
}

/// What the codes of one winner column mean.
private struct GroupMeanings {
  /// A code, and how the names of a cell stand to it.
  struct Key: Hashable {
    var code: Int
    var sides: UInt8
  }

  private let group: LabelGroup
  private let reading: LabelReading
  private let nameOfCode: [Int32]
  private var meanings: [Key: LabelMeaning] = [:]

  init(_ group: LabelGroup, _ reading: LabelReading, _ names: ModelNames) {
    self.group = group
    self.reading = reading
    nameOfCode = group.nameIDs(names)
    for (code, label) in group.labels.labels.enumerated() {
      switch label {
      case .word(let text), .result(_, let text):
        let word = LabelEvidence.Word(text, kept: [])
        for sides in LabelTable.Sides.each {
          meanings[Key(code: code, sides: sides.rawValue)] = reading.meaning(of: word, sides)
        }
      case .nameOfA:
        meanings[Key(code: code, sides: LabelTable.Sides.isNeither.rawValue)] =
          reading.nameMeanings?.a
      case .nameOfB:
        meanings[Key(code: code, sides: LabelTable.Sides.isNeither.rawValue)] =
          reading.nameMeanings?.b
      }
    }
  }

  /// What a cell is looked up by.
  func key(_ cell: CodedCell) -> Key {
    let code = Int(cell.code)
    return Key(code: code, sides: LabelGroup.sides(cell, nameOfCode[code]).rawValue)
  }

  subscript(key: Key) -> LabelMeaning? { meanings[key] }

  /// The labels with their meanings and battles: side a first, then b, ties, both bad, no verdict; the
  /// most frequent first.
  func account(_ battles: [Key: Int]) -> Reading.LabelColumn {
    var labels: [Reading.Label] = []
    for (key, count) in battles {
      guard let meaning = meanings[key] else { continue }
      let spelled = group.labels.labels[key.code]
      // One of many spellings stands for all of them.
      let text = spelled.text.map { spelled.result == nil ? $0 : "\($0), …" }
      let isSide = meaning == .outcome(.aWins) || meaning == .outcome(.bWins)
      let isName =
        text == nil
        || isSide && reading.basis == .names
          && key.sides != LabelTable.Sides.isNeither.rawValue
      let label = Reading.Label(
        text: isName ? nil : text, meaning: meaning.text, battles: count)
      if let index = labels.firstIndex(where: { $0.isSame(as: label) }) {
        labels[index].battles += count
      } else {
        labels.append(label)
      }
    }
    let order = ["a", "b", "tie", "both_bad", "skip"]
    labels.sort { one, two in
      let (first, second) = (
        order.firstIndex(of: one.meaning) ?? 9, order.firstIndex(of: two.meaning) ?? 9
      )
      if first != second { return first < second }
      if one.battles != two.battles { return one.battles > two.battles }
      return (one.text ?? "").utf8.lexicographicallyPrecedes((two.text ?? "").utf8)
    }
    let basis: Reading.LabelColumn.Basis
    var vocabulary: String?
    switch reading.basis {
    case .headings: basis = .headings
    case .names: basis = .names
    case .options: basis = .options
    case .vocabulary(let name): (basis, vocabulary) = (.vocabulary, name)
    }
    return Reading.LabelColumn(
      heading: group.headings.winner, sideA: group.headings.sideA, sideB: group.headings.sideB,
      basis: basis, vocabulary: vocabulary, labels: labels)
  }
}

extension Reading.Label {
  /// Whether both are one label with one meaning.
  fileprivate func isSame(as other: Reading.Label) -> Bool {
    guard meaning.utf8.elementsEqual(other.meaning.utf8) else { return false }
    switch (text, other.text) {
    case (nil, nil): return true
    case (let one?, let two?): return one.utf8.elementsEqual(two.utf8)
    default: return false
    }
  }
}
