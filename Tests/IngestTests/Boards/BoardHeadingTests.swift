import Testing

@testable import Ingest

/// What headings of boards say.
@Suite struct BoardHeadingTests {
  @Test(
    arguments: [
      ("⭐ Arena Elo", "arena_elo"), ("Arena Elo rating", "arena_elo_rating"), ("Score ↑", "score"),
      ("score-total", "score_total"), ("winRate", "win_rate"), ("ELO", "elo"), ("Votes*", "votes"),
      ("Modèle", "modèle"), ("# Votes", "votes"),
    ])
  func words(_ text: String, _ plain: String) { #expect(BoardHeading(text).plain == plain) }

  @Test(
    arguments: [
      ("95% CI", 0.95), ("90% CI", 0.9), ("CI (95%)", 0.95), ("95 % CI (±)", 0.95), ("ci95", 0.95),
      ("ci_99_lower", 0.99), ("99.9% interval", 0.999), ("95%_pm", 0.95), ("95% CI (lower)", 0.95),
      ("ci_0.9", 0.9), ("Joint 95% interval", 0.95),
    ])
  func levels(_ text: String, _ level: Double) {
    #expect(BoardHeading(text).level.map { abs($0 - level) < 1e-12 } == true)
  }

  @Test(arguments: ["CI (%)", "Score", "MMLU 70", "gpt 95", "ci_40", "ci_0.5"])
  func noLevels(_ text: String) { #expect(BoardHeading(text).level == nil) }

  @Test(
    arguments: [
      ("p2.5", 0.025), ("p97.5", 0.975), ("q025", 0.025), ("q975", 0.975), ("rating_q025", 0.025),
      ("q2.5", 0.025), ("p5", 0.05), ("p05", 0.05), ("q95", 0.95), ("2.5%", 0.025), ("q0.5", 0.5),
      ("97.5%", 0.975), ("2.5th percentile", 0.025),
    ])
  func quantiles(_ text: String, _ quantile: Double) {
    #expect(BoardHeading(text).quantile.map { abs($0 - quantile) < 1e-12 } == true)
  }

  @Test(
    arguments: [
      ("rating", .score(.rating)), ("Arena Score", .score(.rating)),
      ("Elo (StyleCtrl)", .score(.rating)),
      ("Score", .score(.score)), ("Scores (%)", .score(.score)), ("Overall Score", .score(.score)),
      ("win_rate", .score(.score)), ("length_controlled_winrate", .score(.score)),
      ("Win %", .score(.score)), ("Accuracy", .score(.score)), ("median", .score(.middle)),
      ("Rank* (UB)", .other), ("MT-bench (score)", .other), ("Rating change", .other),
      ("error_rate", .other), ("n_wins", .other), ("Detectable gap", .other), ("License", .other),
      ("quasi_standard_error", .other), ("rank_lower", .other), ("provisional", .other),
      ("lower", .end(isLower: true, isSure: true)),
      ("rating_upper", .end(isLower: false, isSure: true)),
      ("ci_low", .end(isLower: true, isSure: false)),
      ("lower_ci", .end(isLower: true, isSure: false)),
      ("95% CI (upper)", .end(isLower: false, isSure: false)),
      ("ci_minus", .reach(isDown: true)), ("+", .reach(isDown: false)),
      ("\u{2212}", .reach(isDown: true)),
      ("ci", .text(isReach: false)), ("95% CI", .text(isReach: false)),
      ("95% interval", .text(isReach: false)),
      ("+/-", .text(isReach: true)), ("±", .text(isReach: true)),
      ("95% CI (±)", .text(isReach: true)),
      ("Margin of error", .text(isReach: true)), ("plus_minus", .text(isReach: true)),
      ("se", .standardError), ("std_error", .standardError), ("Std. Error", .standardError),
      ("lc_standard_error", .standardError), ("std", .deviation), ("Std Dev", .deviation),
      ("variance", .variance), ("ERROR", .error), ("num_battles", .votes), ("Games", .votes),
      ("preliminary", .preliminary),
    ] as [(String, BoardPart)])
  func parts(_ text: String, _ part: BoardPart) { #expect(BoardHeading(text).part.part == part) }
}
