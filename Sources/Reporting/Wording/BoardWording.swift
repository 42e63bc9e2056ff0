internal import Battles
internal import EloInference

/// Says what the scores of a published board are, and what is special about some of them.
enum BoardWording {
  /// The most names that a note lists.
  private static let mostNamed = 6

  /// What scores are that are no Elo; `nil` for Elo and for battles.
  static func scores(_ source: EstimateSource) -> Prose? {
    switch source.board?.unit {
    case nil, .elo: nil
    case .points:
      """
      Scores are points of the published board, which are not taken for Elo: a gap tells no odds between \
      two models (--unit elo where they are Elo).
      """
    case .share: average("shares")
    case .percent: average("percentages")
    }
  }

  private static func average(_ kind: String) -> Prose {
    """
    Scores are \(kind), averaged over what the published board averages over: a gap tells no odds \
    between two models.
    """
  }

  /// What is special about some scores: one without an error, and those that the board calls preliminary.
  ///
  /// - Parameters:
  ///   - names: of the models that take part; `nil` for all of the board.
  ///   - knowsReference: whether it has been told which one has no error.
  static func notes(
    _ source: EstimateSource, among names: [String]? = nil, knowsReference: Bool = false
  ) -> [Prose] {
    guard let board = source.board else { return [] }
    let roster = names.map { Roster($0) }
    func takesPart(_ name: String) -> Bool { roster.map { $0.id(of: name) != nil } ?? true }
    var notes: [Prose] = []
    if let reference = board.reference, takesPart(reference), !knowsReference {
      notes.append(
        """
        \(name: reference) is exact, as the others were measured against it: a gap to it has the other \
        one’s error alone.
        """)
    }
    let some = board.preliminary.names.filter(takesPart)
    if !some.isEmpty {
      let list = Prose(
        listing: Array(some.prefix(mostNamed)), andMore: max(0, some.count - mostNamed))
      notes.append("Preliminary on the board, and compared as the others are: \(list).")
    }
    return notes
  }
}
