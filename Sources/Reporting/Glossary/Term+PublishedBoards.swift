extension Term {
  /// The terms of published boards.
  package static let ofPublishedBoards = [
    Term(
      "Score", ["Score"],
      "What a board tells in a rating's place where it is no Elo: points, a share or a percentage. Gaps are "
        + "in the same unit, with as many decimals as the errors need, and say how far apart two scores "
        + "are, not who wins how often."),
    Term(
      "Unit", ["unit"],
      "What ratings and gaps are counted in: Elo, points of which nothing else is known, shares from 0 "
        + "to 1, or percent. Expected scores and plans in battles follow from Elo alone; --unit says what "
        + "a board's scores are."),
    Term(
      "Exact score", ["exact"],
      "That of the model which a board measured all others against, such as 50% by definition: it has no "
        + "error, and a gap to it has the other model's alone. Two boards with different such models do "
        + "not compare."),
    Term(
      "Preliminary", ["Preliminary", "preliminary"],
      "A score that the board itself calls so, as of a model that is new there. It is compared as the "
        + "others are and may still move by more than its interval says."),
    Term(
      "Independent scores", [],
      "A board does not say how the errors of its scores hang together, and they are taken as "
        + "independent. Of a table that deadheat wrote, too: with a handful of models verdicts get surer by "
        + "that than the battles make them, so compare from the battles where you have them."),
  ]
}
