extension Term {
  /// The terms of a leaderboard.
  package static let ofLeaderboards = [
    Term(
      "Rating", ["Rating", "rating"],
      "A model's strength in Elo points: 100 points ahead means to be expected to score 64%, 400 "
        + "points 91%. Only differences mean anything, so look at gaps and not at the number."),
    Term(
      "Interval", ["Interval", "lower", "upper"],
      "The range in which the true rating lies, as far as these data tell; 95 of 100 such ranges "
        + "hold it. Do not compare two models by whether their ranges overlap: 'deadheat test' "
        + "does that right."),
    Term(
      "Rank", ["Rank", "rank"],
      "The place by rating, counting from 1. It is where the model stands in these data and not "
        + "where it belongs; for that see the range."),
    Term(
      "Range", ["Range", "rank_lower", "rank_upper"],
      "The places that the data do not exclude: with range 2-5 at least one model is shown to be "
        + "better, and the place may be as low as the fifth. The ranges of all models hold "
        + "together at the level that the note under the table names."),
    Term(
      "Tied for first", ["tied_for_first"],
      "The models of which none can be told from the best one. The true best is among them with "
        + "the confidence stated; take any of them, and let price or speed decide."),
    Term(
      "Among the best", ["among_best"],
      "With --best K, whether a model can be one of the best K. All of the true best K are among the "
        + "models so marked, with the confidence stated."),
    Term(
      "Probability", ["Lower", "probability"],
      "How often a rank (--show ranks), or one model above another (--show superiority), would come "
        + "out if ratings were drawn again about these estimates. It shows how firm the order is, "
        + "and allows neither for the number of models nor for the noise in where they stand."),
    Term(
      "Battles", ["Battles", "Votes", "battles"],
      "How many comparisons or votes stand behind a rating. The interval shrinks with their "
        + "square root: four times as many battles halve it."),
    Term(
      "Wins, losses, ties", ["wins", "losses", "ties"],
      "What a model's battles came to. A tie counts as half a win for each side unless ties were "
        + "dropped."),
    Term(
      "Not ranked", ["provisional", "provisional_reason"],
      "A model with too few battles for its rating to mean much, shown below the table: wait for more, or "
        + "lower the bar with --provisional. One that fewer than five battles link to the others, by points "
        + "won or by points lost, stays unranked whatever the bar; where such links part whole groups, "
        + "--component MODEL ranks the one that holds MODEL."),
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
      "The rank that model arenas print: one more than the number of models whose interval lies "
        + "wholly above this one's. It rests on overlap and is here for comparison only."),
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
