/// The battles of one model against others: all that a Bradley–Terry fit sees of it.
package struct BattleRow: Sendable, Equatable {
  /// The opponents' ids, each once.
  package let opponents: [Int]
  /// The battles against each.
  package let battles: [Double]
  /// What the model scored against each, a tie as half.
  package let scores: [Double]

  /// A row of battles against `opponents`, each of whom occurs once.
  package init(opponents: [Int], battles: [Double], scores: [Double]) {
    precondition(opponents.count == battles.count && battles.count == scores.count)
    self.opponents = opponents
    self.battles = battles
    self.scores = scores
  }

  /// The row of `model`.
  package init(_ model: Int, _ counts: PairCounts) {
    let own = (0..<counts.pairCount).filter {
      Int(counts.first[$0]) == model || Int(counts.second[$0]) == model
    }
    opponents = own.map {
      Int(counts.first[$0]) == model ? Int(counts.second[$0]) : Int(counts.first[$0])
    }
    battles = own.map { Double(counts.battles($0)) }
    scores = own.map { pair in
      let isFirst = Int(counts.first[pair]) == model
      let wins = isFirst ? counts.firstWins[pair] : counts.secondWins[pair]
      return Double(wins) + 0.5 * Double(counts.ties[pair])
    }
  }

  /// What the model scored in all.
  package var points: Double { scores.reduce(0, +) }
  /// What was scored against it in all.
  package var conceded: Double { battles.reduce(0, +) - points }

  /// The log-likelihood of the row for a model of log-strength `own`.
  func objective(_ own: Double, _ theta: [Double]) -> Double {
    opponents.indices.reduce(0) { sum, place in
      let gap = own - theta[opponents[place]]
      return sum + scores[place] * LogOdds.logProbability(gap)
        + (battles[place] - scores[place]) * LogOdds.logProbability(-gap)
    }
  }

  /// The chance of beating each opponent.
  func expectations(_ own: Double, _ theta: [Double]) -> [Double] {
    opponents.map { LogOdds.probability(own - theta[$0]) }
  }
}
