extension Term {
  /// The terms of a comparison of two snapshots.
  package static let ofSnapshots = [
    Term(
      "Was", ["Was", "old_rank", "new_rank"],
      "The rank in the old snapshot, beside the rank in the new one. Ranks change by chance all the "
        + "time, so look at the move."),
    Term(
      "Ratings before and now", ["old_rating", "new_rating"],
      "The ratings as the two snapshots have them. Compare the change instead, from which what all "
        + "models moved by is taken out."),
    Term(
      "Change", ["Change", "change"],
      "How far a model's rating moved against the other models. A rating can move because the model "
        + "changed, because its opponents did, because it was met by others or on other prompts than "
        + "before, or by chance, which is all that a test rules out."),
    Term(
      "Common shift", ["stable_reference"],
      "What all models moved by together, such as a new zero of the scale. It says nothing about any "
        + "of them and is taken out, and where half of the models moved against the others nothing "
        + "tells what it is."),
    Term(
      "Move", ["Move", "rank_move", "places_gained"],
      "Whether the rating really moved, with all models judged together, and for a change of rank "
        + "whether it is real, noise, or only others coming and going. An empty place means that "
        + "chance would do the same."),
    Term(
      "Overlap", ["overlap", "overlap_reason", "not_nested", "no_new_votes"],
      "Whether the old snapshot's battles are among the new one's (nested) or the two share none "
        + "(independent). Shared battles cannot differ, so nested snapshots show smaller moves, and a model "
        + "without a new vote is not judged, as nothing of its own can have moved it."),
    Term(
      "Frozen top", ["frozen", "tied_for_first_old", "tied_for_first_new"],
      "The same models are tied for first in both snapshots. Their order within the tie means "
        + "nothing."),
    Term(
      "Entered and left", ["entered", "left"],
      "Models that are ranked in one snapshot only, with their rank and rating there. They push the others' "
        + "ranks without any of those moving."),
  ]
}
