/// Joins what blanks within headings and cells part, so that each column has its heading.
///
/// A piece without a heading, or a heading without values, belongs to the column on its left or on its right.
/// Where nothing tells to which one, there is no table.
struct GutterJoiner {
  private var gutters: Gutters

  /// The columns, or `nil` where pieces are left that belong to none.
  static func joined(_ gutters: Gutters) -> Gutters? {
    var joiner = GutterJoiner(gutters: gutters)
    guard joiner.joinPieces() else { return nil }
    joiner.joinTight()
    return joiner.isSettled ? joiner.gutters : nil
  }

  private init(gutters: Gutters) { self.gutters = gutters }

  private enum Side { case left, right }

  /// Joins all pieces that stand a single blank apart from another column, those first that have one such
  /// neighbour only.
  private mutating func joinPieces() -> Bool {
    while true {
      var open: Int?
      var isJoined = false
      for index in gutters.columns.indices {
        let sides = sides(index)
        if sides.count == 1 {
          gutters.join(sides[0] == .left ? index - 1 : index)
          isJoined = true
          break
        }
        if sides.count == 2, open == nil { open = index }
      }
      if isJoined { continue }
      guard let index = open else { return true }
      let isHeading = !gutters.cells[0][index].isEmpty
      guard let side = isHeading ? sideOfHeading(index) : sideOfValues(index) else { return false }
      gutters.join(side == .left ? index - 1 : index)
    }
  }

  /// On which sides a piece stands near to another column; none where a column is whole.
  private func sides(_ index: Int) -> [Side] {
    guard !gutters.isWhole(index), !isNumbering(index), !areNames(index) else { return [] }
    var sides: [Side] = []
    if index > 0, gutters.gap(before: index) == 1, !isNumbering(index - 1), !areNames(index - 1) {
      sides.append(.left)
    }
    if index + 1 < gutters.columns.count, gutters.gap(before: index + 1) == 1 {
      sides.append(.right)
    }
    return sides
  }

  /// Whether a first column without a heading has ranks, or the numbers of the rows.
  private func isNumbering(_ column: Int) -> Bool {
    column == 0 && gutters.cells[0][0].isEmpty
      && gutters.values(0).allSatisfy { cell in
        cell.text.utf8.allSatisfy { (ASCII.zero...ASCII.nine).contains($0) || $0 == ASCII.dot }
      }
  }

  /// Whether a first column without a heading has names before numbers, as R prints the names of rows.
  private func areNames(_ column: Int) -> Bool {
    column == 0 && gutters.cells[0][0].isEmpty && gutters.columns.count > 1
      && gutters.isWhole(1) && isNumeric(1) && !isNumeric(0)
  }

  /// Where values without a heading belong.
  private func sideOfValues(_ index: Int) -> Side? {
    if let side = sideBySigns(index) { return side }
    let rows = gutters.cells.indices.dropFirst().filter { !gutters.cells[$0][index].isEmpty }
    let (isLeftNumeric, isRightNumeric) = (isNumeric(index - 1), isNumeric(index + 1))
    if isLeftNumeric != isRightNumeric { return isLeftNumeric ? .right : .left }
    guard !isLeftNumeric else { return nil }
    // Text flows on from where its column begins, or up to where it ends.
    if rows.contains(where: { gutters.cells[$0][index - 1].isEmpty }) { return .right }
    if rows.contains(where: { gutters.cells[$0][index + 1].isEmpty }) { return .left }
    return sideByEdges(index)
  }

  /// Where a heading without values belongs.
  private func sideOfHeading(_ index: Int) -> Side? {
    if let side = sideByEdges(index) { return side }
    // Numbers stand at the right of their columns.
    return isNumeric(index - 1) && isNumeric(index + 1) && isKnown(gutters.heading(index - 1))
      && !isKnown(gutters.heading(index)) ? .right : nil
  }

  private func sideByEdges(_ index: Int) -> Side? {
    func isEven(_ column: Int, _ edge: (Gutters.Cell) -> Int, but other: (Gutters.Cell) -> Int)
      -> Bool
    {
      let values = gutters.values(column)
      guard let first = values.first, values.allSatisfy({ edge($0) == edge(first) }) else {
        return false
      }
      let heading = gutters.cells[0][column]
      return !values.allSatisfy { other($0) == other(first) }
        || !heading.isEmpty && edge(heading) == edge(first) && other(heading) != other(first)
    }
    let isLeft = isEven(index - 1, \.start, but: \.end)
    let isRight = isEven(index + 1, \.end, but: \.start)
    return isLeft == isRight ? nil : isLeft ? .left : .right
  }

  /// Where what stands between brackets, or beside a sign such as ±, goes.
  private func sideBySigns(_ index: Int) -> Side? {
    var sides: Set<Side> = []
    for row in gutters.cells.dropFirst() where !row[index].isEmpty {
      let (before, own, behind) = (row[index - 1].text, row[index].text, row[index + 1].text)
      if Self.depth(before) > 0 || Self.goesOn(before) || Self.isJoined(own) {
        sides.insert(.left)
      } else if Self.depth(own) > 0 || Self.goesOn(own) || Self.isJoined(behind) {
        sides.insert(.right)
      }
    }
    return sides.count == 1 ? sides.first : nil
  }

  /// How many brackets are open at the end of a text.
  private static func depth(_ text: String) -> Int {
    text.utf8.reduce(0) { depth, byte in
      switch byte {
      case ASCII.openBracket, UInt8(ascii: "("): depth + 1
      case ASCII.closeBracket, UInt8(ascii: ")"): depth - 1
      default: depth
      }
    }
  }

  /// Whether a text ends with a sign behind which more of it follows.
  private static func goesOn(_ text: String) -> Bool {
    ["±", "/", "–", ",", "+/-"].contains { text.hasSuffix($0) }
  }

  /// Whether a text begins with a sign that belongs to what stands before it.
  private static func isJoined(_ text: String) -> Bool {
    ["± ", "/", "–", "%", "+/- ", "to "].contains { text.hasPrefix($0) }
      || ["±", "+/-", "to"].contains { text.utf8.elementsEqual($0.utf8) }
  }

  /// Whether all values are numbers, or tell that there is none.
  private func isNumeric(_ column: Int) -> Bool {
    let values = gutters.values(column)
    return !values.isEmpty
      && values.allSatisfy { RowPattern.isNumber($0.text) || CellText.isBlank($0.text) }
  }

  /// Whether a heading says what numbers are.
  private func isKnown(_ heading: String) -> Bool { BoardHeading(heading).part.part != .other }

  /// Joins columns between which all lines have one blank and no more, unless headings tell them apart:
  /// names of two words, such as `Model A`, may all have their blank in the same place.
  private mutating func joinTight() {
    var index = 0
    while index + 1 < gutters.columns.count {
      let isTight =
        gutters.gap(before: index + 1) == 1
        && gutters.cells.allSatisfy { row in
          !row[index].isEmpty && row[index].end == gutters.columns[index].upperBound
            && row[index + 1].start == gutters.columns[index + 1].lowerBound
        }
      let isRank = isNumeric(index) && RankColumn.isRank(gutters.heading(index))
      if isTight, !isRank, !isKnown(gutters.heading(index)), !isKnown(gutters.heading(index + 1)) {
        gutters.join(index)
      } else {
        index += 1
      }
    }
  }

  /// Whether all columns have headings, but for ranks and names at the front and for what engines' lists
  /// have below one heading.
  private var isSettled: Bool {
    let bare = gutters.columns.indices.filter { gutters.cells[0][$0].isEmpty }
    return bare.allSatisfy { column in
      column == 0 || column == 1 && isNumbering(0)
        || gutters.values(column).allSatisfy { cell in
          let number = CellText(cell.text).score()?.number
          return number.map { $0.hasPlus || $0.hasMinus } ?? CellText.isBlank(cell.text)
        }
    }
  }
}
