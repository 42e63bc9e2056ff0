extension Term {
  /// The terms of a comparison of two models.
  package static let ofComparisons = [
    Term(
      "A and B", ["A", "B", "Against", "Model", "a", "b", "model"],
      "The two models that are compared, in the order asked for or down the board, or one model against "
        + "each of the others. The gap is A's rating less B's."),
    Term(
      "Gap", ["Gap", "difference"],
      "How many points A is ahead of B. Its interval says how large the true gap may be: where that holds "
        + "0 either may be the better one, unless the verdict, which can see more than intervals that "
        + "hold together for many pairs, says that one is."),
    Term(
      "Not separated", ["Verdict", "verdict", "significant"],
      "The data do not show which of the two models is better: chance alone makes gaps as striking too "
        + "often. They need not be equal, as a real gap may be too small for these data to show; "
        + "'deadheat test --equivalent' asks whether they are close."),
    Term(
      "First beaten", ["First beaten", "first_beaten"],
      "The next model down the board that A was shown to be better than: those between are not separated "
        + "from A. Where there is none, A is told from no model below it."),
    Term(
      "Dead heat", [],
      "Two models that are not separated and whose gap is smaller than its standard error (z below 1), "
        + "so that nothing at all speaks for either. It is no proof that they are equal."),
    Term(
      "z", ["z"],
      "The gap in standard errors. Beyond 2 or so chance alone becomes an unlikely explanation for "
        + "a single pair, and beyond the critical value for all pairs at once."),
    Term(
      "p", ["p"],
      "How often chance alone would produce a gap at least this large between two equal models. "
        + "A small p speaks against equality; it is not the probability that they are equal."),
    Term(
      "Adjusted p", ["Adjusted p", "p_adjusted"],
      "The same, allowing for the number of pairs that were looked at: among a thousand pairs of "
        + "equal models some look different by chance. Judge by this one unless you asked about "
        + "one pair only and chose it before looking."),
    Term(
      "Chosen after looking", [],
      "A pair that was picked for its gap looks too far apart: of ten equal models the best against the "
        + "worst has p below 0.05 in 62 of 100 data sets. --all-pairs allows for having looked."),
    Term(
      "Repeated looks", [],
      "Each look at growing data is a chance of a false alarm: two equal models that are tested every "
        + "day are called really apart at least once in 17 of 100 cases after 7 looks, and in 47 after "
        + "365. Fix beforehand when you will look, as with 'deadheat plan', or ask for more: --level "
        + "0.999."),
    Term(
      "Expected score", ["expected_score"],
      "The share of points that A is expected to take from B, a tie giving half a point each; "
        + "50% is equality. Where ties are dropped it is the share of decided battles, those "
        + "with a winner, that A is expected to win."),
    Term(
      "Battles between them", ["battles_between"],
      "How often the two met. A gap rests on all battles, also on those against common opponents."),
    Term(
      "Equivalence", ["equivalent_within", "equivalence_p", "equivalence_p_adjusted"],
      "Whether two models were shown to be within so many points of each other (--equivalent D), and "
        + "how often, if the one that leads were really D points ahead, chance would make it lead by so "
        + "little, or trail. Where it is shown and D does not matter to you, take either model."),
    Term(
      "Margin", ["Margin", "smallest_margin"],
      "A D for which --equivalent D shows the two models to be within D points of each other; for one "
        + "pair by itself the smallest one. More battles lower it."),
  ]
}
