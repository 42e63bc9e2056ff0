extension Term {
  /// The terms of a leaderboard.
  package static let ofLeaderboards = ofRatings + ofPublishedBoards + ofDetails

  private static let ofRatings = [
    Term(
      "Rating", ["Rating", "rating"],
      "A model's strength in Elo points: 100 points ahead means to be expected to score 64%, 400 "
        + "points 91%. Only differences mean anything, so look at gaps and not at the number."),
    Term(
      "Interval", ["Interval", "lower", "upper"],
      "The range in which the true rating lies, as far as these data tell: 95 of 100 such ranges hold "
        + "it for a model that was chosen before looking. Do not compare two models by whether their "
        + "ranges overlap: 'deadheat test' does that right."),
    Term(
      "The leader's interval", [],
      "The leader is first by luck too, so that fewer than 95 of 100 such ranges hold its true rating: "
        + "about 76 among ten equal models and 44 among thirty. With --intervals simultaneous they "
        + "hold for whichever model you look at."),
    Term(
      "Rank", ["Rank", "rank"],
      "The place by rating, counting from 1. It is where the model stands in these data and not "
        + "where it belongs; for that see the range."),
    Term(
      "Range", ["Range", "rank_lower", "rank_upper"],
      "The places that the data do not exclude: with range 2-5 at least one model is shown to be "
        + "better, and the place may be as low as the fifth. The ranges of all models hold "
        + "together at the level that the note under the table names, except under --adjust bh and none, "
        + "which promise nothing of ranges."),
    Term(
      "Tied for first", ["tied_for_first"],
      "The models of which none can be told from the best one. The true best is among them with "
        + "the confidence stated; which does not make the others "
        + "its equals: 'deadheat test --equivalent D' asks whether two are close enough for price or "
        + "speed to decide."),
    Term(
      "Among the best", ["among_best"],
      "With --best K, whether a model can be one of the best K. All of the true best K are among the "
        + "models so marked, with the confidence stated."),
    Term(
      "Probability", ["Lower", "probability"],
      "How often a rank (--show ranks), or one model above another (--show superiority), would come "
        + "out if ratings were drawn again about these estimates. It shows how firm the order is, "
        + "and allows neither for the number of models nor for the noise in where they stand."),
  ]

  private static let ofDetails = [
    Term(
      "Battles", ["Battles", "Votes", "battles"],
      "How many comparisons or votes stand behind a rating. The interval shrinks with their "
        + "square root: four times as many battles halve it."),
    Term(
      "Wins, losses, ties", ["W–D–L", "Score", "wins", "losses", "ties"],
      "What a model's battles came to, and the share of points that it took of them, a tie counting as half "
        + "a win for each side unless ties were dropped. The share depends on whom it met, which a rating "
        + "allows for."),
    Term(
      "Half wins", [],
      "Ties that count as half a win draw ratings together, the more of them the closer: where a quarter "
        + "of all battles ties, gaps are about 74% of those of decided battles alone (--ties drop). Order "
        + "and verdicts hardly change, so compare gaps only with boards of the same rule."),
    Term(
      "Not ranked", ["provisional", "provisional_reason"],
      "A model with too few battles, or clusters, for its rating to mean much, below the table: wait for more, or "
        + "lower the bar with --provisional. One that fewer than five battles link to the others, by points "
        + "won or by points lost, stays unranked whatever the bar; where such links part whole groups, "
        + "--component MODEL ranks the one that holds MODEL."),
    Term(
      "Open rating", ["unranked", "standing", "open", "at_least"],
      "That of a model with enough battles, of which it lost, or won, fewer than five against those that it "
        + "is linked to: it takes no rank, and is judged for first place by the likelihood ratio and the "
        + "exact chance of as many points, whichever is less sure. Where it may be the best, the bound at "
        + "the level of the test is what its rating exceeds; under clusters no such model is judged."
    ),
    Term(
      "Standard error", ["standard_error"],
      "The typical distance between a rating or a gap and the truth. Twice that on either side is "
        + "about the 95% interval."),
    Term(
      "Quasi-standard error", ["quasi_standard_error"],
      "A standard error made so that two models can be compared by eye: the error of their gap is "
        + "the root of the sum of both squares. Use it for error bars in a figure."),
    Term(
      "Arena rank", ["arena_rank", "arena_rank_upper"],
      "The best and the worst rank that model arenas print: one more than the number of others "
        + "whose interval lies wholly above this one's (arena_rank), and one more than the number of "
        + "those whose interval does not lie wholly below it (arena_rank_upper). They rest on overlap "
        + "and are here for comparison only."),
    Term(
      "Letters", ["Letters", "letters"],
      "Groups of models that cannot be told apart: letters in the table, numbers from 0 elsewhere. "
        + "Two models that share one are not separated, two that share none are."),
    Term(
      "Detectable gap", ["Detectable gap", "detectable_gap"],
      "The smallest gap to a neighbour that data like these find four times in five. A smaller "
        + "gap may be there and not show."),
  ]
}
