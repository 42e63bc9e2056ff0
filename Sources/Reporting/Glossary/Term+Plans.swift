extension Term {
  /// The terms of plans.
  package static let ofPlans = [
    Term(
      "Planned gap", ["gap", "gap_source"],
      "The gap that is to be found: the one asked for with --gap, or the one that the data "
        + "estimate. Small gaps are dear, since half the gap takes four times the battles."),
    Term(
      "Power", ["power"],
      "The probability of finding the gap where it is real. With 80% power one in five such "
        + "studies misses it."),
    Term(
      "Level", ["level"],
      "How sure a verdict is to be: at 95% two equal models are called different once in twenty "
        + "tests. More confidence takes more battles."),
    Term(
      "Tie rate", ["tie_rate"],
      "The share of ties to expect between the two models. Ties make scores steadier, so that fewer "
        + "battles do; where ties are dropped they tell nothing, and more battles must be collected."
    ),
    Term(
      "Head-to-head", ["Head-to-head", "battles_head_to_head"],
      "Battles between the two models, and no others, that find the gap if this is the only pair "
        + "that is looked at. Choose it when you ask about two models only."),
    Term(
      "Decided and counted",
      [
        "dropped_share", "counted_head_to_head", "counted_under_adjustment",
        "counted_at_present_mix", "counted_at_present_mix_under_adjustment",
      ],
      "Where ties or \"both bad\" are dropped, a plan's numbers are of the battles to collect, and these "
        + "say which share is dropped and how many are left to count."),
    Term(
      "Head-to-head, judged together", ["Adjusted", "battles_under_adjustment"],
      "The same where all pairs of the board are judged together, which takes stronger proof of "
        + "each. Choose it when the pair is picked from a leaderboard after looking."),
    Term(
      "Present mix",
      [
        "Present mix", "battles_at_present_mix", "battles_at_present_mix_under_adjustment",
        "times_present_data", "times_present_data_under_adjustment",
      ],
      "How many battles of all models together, or how many times the present data, find the gap "
        + "if models go on meeting each other as often as now. A match of the two is far cheaper."),
    Term(
      "Gap that the data find", ["Detectable", "detectable_gap_under_adjustment"],
      "The smallest gap that the present data find with the power asked for, by itself or with all "
        + "pairs judged together. Smaller gaps may be there and not show."),
  ]
}
