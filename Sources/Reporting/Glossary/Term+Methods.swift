extension Term {
  /// The methods that notes name.
  package static let ofMethods = [
    Term(
      "Bradley-Terry", [],
      "The model behind the ratings: each model has one strength, and the gap of two strengths "
        + "gives the odds between them. Unlike Elo updated game by game, the order of battles does "
        + "not matter."),
    Term(
      "Percentile bootstrap", [],
      "Intervals from rating the battles again a thousand times, each time with a random sample of "
        + "them drawn with repetition. The interval leaves out the most extreme results at both "
        + "ends."),
    Term(
      "BCa bootstrap", [],
      "The percentile bootstrap with its ends moved to where bias and skewness put them (bca: "
        + "bias-corrected and accelerated). Use it where a rating is far from the others, so that its "
        + "error is lopsided."),
    Term(
      "Profile", [],
      "The interval of ratings at which the best fit gets only a little worse. It is lopsided where "
        + "the data are, needs no resampling, and suits models with few battles."),
    Term(
      "Joint intervals", ["Joint interval"],
      "Intervals that hold for all ranked models at once: 95 of 100 such sets hold every true rating. "
        + "Ask for them with --intervals simultaneous where you look at more than one."),
    Term(
      "Clusters", [],
      "Battles that share a judge or a prompt tend to go the same way, and tell less than as many "
        + "independent ones. --cluster names their column, and intervals get as wide as they should be."
    ),
    Term(
      "Design effect", ["unnamed_clusters"],
      "By how much clusters that --cluster does not name widen the variance of a rating, the median over the "
        + "ranked models: at 1 they do nothing, and at 4 intervals should be twice as wide. It is measured by "
        + "reading files, and not pipes, a second time, of long ones a part of the clusters, and told from 1.1 "
        + "on where --cluster can allow for it."),
    Term(
      "Effective clusters", ["few_effective_clusters", "adjust_reason"],
      "How many equal judges would tell as much of a rating, or of one gap, as uneven ones do: with n of "
        + "them p-values and intervals go by Student's t with n − 1 degrees of freedom, times √(n/(n − 1)). "
        + "Under 3 a model is not ranked, and under twice the models Holm takes the place of max-T."
    ),
    Term(
      "Sandwich", [],
      "Standard errors from a formula that holds whatever the distribution of ties. It agrees with "
        + "the bootstrap and takes no resampling."),
    Term(
      "Wald", [],
      "Standard errors from the model's own curvature. With ties counted as half wins they are too "
        + "wide, by a fifth at 30% ties; use them to compare with other programs."),
    Term(
      "Step-down max-T", [],
      "The way p-values allow for all pairs at once, by how large the largest gap gets when chance "
        + "alone is at work. It is never less sharp than Bonferroni's rule, since it knows how the "
        + "ratings hang together."),
    Term(
      "Critical value", [],
      "How many standard errors a gap must exceed to count when all pairs are looked at. For one "
        + "pair at 95% it is 1.96."),
    Term(
      "Family", [],
      "The pairs whose verdicts hold together. With named models it is the pairs among them, with one its "
        + "pairs with all others, otherwise all pairs of ranked models."),
    Term(
      "Holm", [],
      "A simple adjustment for the number of pairs that needs no draws. It is a little less sharp "
        + "than step-down max-T, and takes its place where clusters are too few for that."),
    Term(
      "False discovery rate", [],
      "What --adjust bh controls: the share of mistakes among the pairs that are called different. "
        + "It finds more than the other adjustments and promises less: nothing of ranks, rank ranges or who "
        + "is tied."),
    Term(
      "Seed", [],
      "The number that all random draws start from. The same seed gives the same results, to the "
        + "byte."),
    Term(
      "Prior", ["prior", "prior_pull"],
      "Virtual battles that pull every model towards the middle, and make ratings finite where one won or "
        + "lost everything. Intervals of ratings are wider for the pull as far as it can be estimated, which "
        + "is too little where the prior outweighs the battles: a warning tells."),
  ]
}
