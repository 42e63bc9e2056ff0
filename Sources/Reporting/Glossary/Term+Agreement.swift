extension Term {
  /// The terms of an agreement of two orderings.
  package static let ofAgreements = [
    Term(
      "Kendall's tau-b", ["kendall_tau"],
      "How far two orders agree, from -1 (reversed) over 0 (unrelated) to 1 (the same): the share "
        + "of pairs of models that both have the same way round, less the share that they have "
        + "opposite ways round. At 0.5 three of four pairs agree, if none are tied."),
    Term(
      "Spearman's rho", ["spearman_rho"],
      "The ordinary correlation of the two lists of places, from -1 to 1. It answers the same "
        + "question as tau on another scale, mostly farther from 0 and sometimes nearer, so compare it "
        + "with other rhos only."),
    Term(
      "Permutation p", ["kendall_p", "spearman_p", "kendall_least_p"],
      "How often two orders that have nothing to do with each other agree or disagree at least as "
        + "much as these, found by dealing the values out at random. A few models cannot have a "
        + "small one: with four, even full agreement has p = 0.083."),
    Term(
      "Attenuated", ["kendall_lower", "kendall_upper", "spearman_lower", "spearman_upper"],
      "Weakened by noise: ratings hold errors, and errors make any agreement look weaker than it "
        + "is. The interval of redrawn ratings holds those errors twice, so read it as how much "
        + "noise could matter and not as where the true agreement lies."),
    Term(
      "Place", ["By rating", "By value", "rating_rank", "other_rank"],
      "A model's place among the models that both files have, counting from 1. Equal values share "
        + "the mean of their places, such as 2.5 for the second and third."),
    Term(
      "Places left open", ["rating_rank_lower", "rating_rank_upper"],
      "The places by rating that the data do not exclude, among the models that both files have. "
        + "They are all that can be held against another order."),
    Term(
      "Value", ["Value", "value"],
      "The number in the other file's column. Only its order counts, so its unit and scale make no "
        + "difference."),
    Term(
      "Shift", ["Value puts it", "shift"],
      "How many places lower (positive) or higher (negative) the value puts a model than its "
        + "rating does. Whether that is more than noise is the next thing to ask."),
    Term(
      "Clearly elsewhere", ["clear"],
      "The place by value lies outside all places that the ratings leave open, so noise in the "
        + "ratings does not explain it. Those are the models to look into."),
    Term(
      "Giving way", ["displaced"],
      "The place by value lies outside those places only because other models stand clearly elsewhere: "
        + "one that falls by nine places lifts nine others. Without them it is where it may be."),
    Term(
      "Name in the other file", ["other_model"],
      "What the other file calls the model. Names match where they are the same to the byte, or by "
        + "--match."),
  ]
}
