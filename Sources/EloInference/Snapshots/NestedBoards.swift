import Battles
import EloNumerics

/// What is known of the changes between two boards of which the newer one has all votes of the older one.
///
/// With V for the squared standard error of a score, its change has the variance V_old − V_new (Hausman,
/// Econometrica 46 (1978) 1251), which is a small difference of two numbers that were rounded before
/// they were published. It is taken as
///
///     max( (s_old + r_old)² − max(0, s_new − r_new)², V_new·(n_new − n_old)/n_old ) + (u_old² + u_new²)/12
///
/// - s is the standard error and r how far rounding may have moved it: interval ends in units of w leave
///   their distance open by w, since both were rounded, and s, which is that distance over 2z, by w/(2z).
///   Of ± 5 on both days the variance may have fallen by a third or by nothing.
/// - n are the votes, where the boards tell them. Information grows with votes, so V_old is about
///   V_new·n_new/n_old; where ends come from few resamples their difference may show less.
/// - u is the unit of the scores.
///
/// Of a model without new votes nothing is judged: nothing of its own can have moved it, whatever the last
/// digits of its interval did. Where votes are not told, it is one whose variance fell by less than
/// a single vote takes away, even at the worst of rounding: a vote adds at most ¼ to the information of
/// a strength in log-odds, which lowers a variance v by v²/4. Of shares it lowers it by 4·v² at least, as the mean
/// of n votes has a variance of ¼/n or less. What a vote does to other points is not known: of them only a
/// variance that did not fall tells that there was none.
///
/// A score that is exact in both stays so, and its change has no variance.
struct NestedBoards {
  private let old: PublishedScores
  private let new: PublishedScores
  /// Rating points for one natural log-odds.
  private let points: Double
  private let slack: (old: Rounding, new: Rounding)

  init(old: PublishedScores, new: PublishedScores, points: Double) {
    self.old = old
    self.new = new
    self.points = points
    slack = (Rounding(old), Rounding(new))
  }

  /// What the change of one model comes to.
  enum Change: Equatable {
    /// It has this variance, in squared points.
    case variance(Double)
    /// Votes fell or the interval widened, which more votes cannot do: it is not nested.
    case notNested
    /// There are no new votes.
    case noNewVotes
  }

  /// What is known of the change of the model with these ids.
  func change(old before: Int, new now: Int) -> Change {
    let (olderError, newerError) = (old.standardError[before], new.standardError[now])
    if olderError == 0, newerError == 0 { return .variance(0) }
    let most = slack.old.mostVariance(olderError)
    let least = slack.new.leastVariance(newerError)
    let rounding = (slack.old.score * slack.old.score + slack.new.score * slack.new.score) / 12
    let newer = newerError * newerError
    guard let votes = old.votes?[before], let present = new.votes?[now] else {
      guard newerError <= olderError else { return .notNested }
      return most - least < fallByOneVote(newer) || most <= least
        ? .noNewVotes : .variance(most - least + rounding)
    }
    if present == votes { return .noNewVotes }
    guard present > votes, newerError <= olderError else { return .notNested }
    let ofVotes = votes > 0 ? newer * Double(present - votes) / Double(votes) : 0
    return .variance(max(most - least, ofVotes) + rounding)
  }

  /// How much a single vote less would have left the variance `newer` higher, as far as that is known.
  private func fallByOneVote(_ newer: Double) -> Double {
    switch new.unit {
    case .elo: newer * newer / (4 * points * points)
    case .share: 4 * newer * newer
    case .percent: 4 * newer * newer / 10_000
    case .points: 0
    }
  }
}

/// How far rounding may have moved what a board publishes.
private struct Rounding {
  /// The unit that scores are rounded to; 0 where no digits tell.
  let score: Double
  /// Half of what standard errors are rounded to, as margins, interval ends or by themselves.
  private let standardError: Double
  /// Half the unit of variances.
  private let variance: Double

  init(_ board: PublishedScores) {
    let models = board.rating.indices
    let margins = models.flatMap {
      [board.rating[$0] - board.lower[$0], board.upper[$0] - board.rating[$0]]
    }
    let scale = (board.rating + board.lower + board.upper).reduce(0) { max($0, $1.magnitude) }
    let ofMargins = max(
      DecimalUnit.unit(margins, error: scale.ulp),
      DecimalUnit.unit(board.lower + board.upper, error: scale.ulp))
    let quantile = NormalDistribution.quantile(1 - (1 - board.level) / 2)
    score = DecimalUnit.unit(board.rating, error: scale.ulp)
    standardError = max(ofMargins / quantile, DecimalUnit.unit(board.standardError, error: 0)) / 2
    variance = DecimalUnit.unit(board.standardError.map { $0 * $0 }, error: 0) / 2
  }

  /// The largest variance that may have been published as this standard error.
  func mostVariance(_ error: Double) -> Double {
    max((error + standardError) * (error + standardError), error * error + variance)
  }

  /// The smallest one.
  func leastVariance(_ error: Double) -> Double {
    let least = max(0, error - standardError)
    return max(0, min(least * least, error * error - variance))
  }
}
