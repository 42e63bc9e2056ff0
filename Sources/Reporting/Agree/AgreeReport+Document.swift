internal import Battles
internal import EloInference
internal import EloNumerics

/// Agreements for readers.
extension AgreeReport {
  /// How many unmatched names are told in a note at most.
  private static let mostNames = 8

  /// The verdict, what noise could do to it, the models that are placed most differently, and the
  /// notes.
  package var document: Document {
    let wording = AgreeWording(agreement)
    var blocks: [Block] = [.headline(wording.verdict)]
    if let evidence = wording.evidence { blocks.append(.paragraph(evidence)) }
    if !wording.figures.isEmpty { blocks.append(.figures(wording.figures)) }
    if let noise = wording.noise { blocks.append(.paragraph(noise)) }
    blocks.append(.paragraph(wording.clearPlaces))
    blocks.append(.table(table(withNumbers: true), narrower: table(withNumbers: false)))
    blocks.append(.legend("clearly: outside the range of places that the ratings leave open"))
    if agreement.places.prefix(top).contains(where: \.isDisplaced) {
      blocks.append(
        .legend("giving way: outside it because of models that stand clearly elsewhere"))
    }
    blocks.append(
      .legend("Values are taken as exact: margins of their own are not allowed for."))
    if let remainder { blocks.append(.legend(remainder)) }
    blocks += matchingNotes.map { .note($0) }
    blocks += provenance.notesOnReading()
    if let setAside = SourceWording.setAside(other, agreement.source) {
      blocks.append(.reading("In the other file: " + setAside))
    }
    if let scores = BoardWording.scores(agreement.source) { blocks.append(.note(scores)) }
    blocks += BoardWording.notes(agreement.source, among: agreement.places.map(name)).map {
      .note($0)
    }
    blocks.append(.note(wording.method))
    return Document(blocks: blocks)
  }

  /// The models whose places are farthest apart; without ratings and values where the page is
  /// narrow, so that names keep their ends, in which they differ.
  private func table(withNumbers: Bool) -> Table {
    let rating = provenance.format
    let numbers = [
      Table.Column(heading: "Rating", alignment: .right),
      Table.Column(heading: "Value", alignment: .right),
    ]
    let columns =
      [Table.Column(heading: "Model", alignment: .left)] + (withNumbers ? numbers : []) + [
        Table.Column(heading: "By rating", alignment: .right),
        Table.Column(heading: "Range", alignment: .left),
        Table.Column(heading: "By value", alignment: .right),
        Table.Column(heading: "Value puts it", alignment: .left),
      ]
    let rows = agreement.places.prefix(top).map { place in
      let numbers: [Table.Cell] = [
        .text(rating.rating(place.rating)), .text(AmountFormat.text(place.value)),
      ]
      let places: [Table.Cell] = [
        .text(DecimalFormat.shortest(place.ratingRank)), .text(Self.text(place.rankRange)),
        .text(DecimalFormat.shortest(place.otherRank)), .text(Self.shift(place)),
      ]
      return Table.Row.cells(
        [.name(name(place))] + (withNumbers ? numbers : []) + places, .plain)
    }
    return Table(columns: columns, rows: rows)
  }

  private var remainder: Prose? {
    let count = agreement.places.count - top
    guard count > 0 else { return nil }
    let number = CountFormat.text(count, "more model is", "more models are")
    return "\(number) not shown, in closer places."
  }

  /// Which models take no part, and which names may be meant as one.
  private var matchingNotes: [Prose] {
    let all = unmatched
    func listing(_ reason: UnmatchedModel.Reason, _ start: (Int) -> String) -> Prose? {
      let names = all.filter { $0.reason == reason }.map(\.name)
      guard !names.isEmpty else { return nil }
      let more = max(0, names.count - Self.mostNames)
      let some = Prose(listing: Array(names.prefix(Self.mostNames)), andMore: more)
      return "\(start(names.count)): \(some)."
    }
    func models(_ count: Int) -> String { CountFormat.text(count, "model", "models") }
    let notes = [
      listing(.onlyOnBoard) { "Without a partner, \(models($0)) in BOARD" },
      listing(.onlyInOther) { "Without a partner, \(models($0)) in OTHER" },
      listing(.provisional) { "In both and not ranked, so left out, \(models($0))" },
    ]
    return notes.compactMap { $0 } + [suggestions].compactMap { $0 }
  }

  private var suggestions: Prose? {
    let meant = unmatched.filter { !$0.suggestions.isEmpty }.prefix(3)
    guard !meant.isEmpty else { return nil }
    var prose: Prose = "Names match where they are the same to the byte. Perhaps "
    for (index, model) in meant.enumerated() {
      let first = model.suggestions[0]
      prose = prose + (index > 0 ? ", " : "") + "\(name: model.name) is \(name: first)"
    }
    return prose + "? Pair such names with --match FILE."
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  /// How far the value moves a model from its place by rating, and whether noise or other models may be the reason.
  private static func shift(_ place: PlaceFinding) -> String {
    guard place.difference != 0 else { return "in the same place" }
    let size = DecimalFormat.shortest(place.difference.magnitude)
    let direction = place.difference > 0 ? "lower" : "higher"
    let kind = place.isClear ? "clearly" : place.isDisplaced ? "giving way" : "unclear"
    return "\(size) \(direction), \(kind)"
  }
}
