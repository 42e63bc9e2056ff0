import Battles
import EloNumerics

extension Estimate {
  /// What is known of the models that have no rank, from the highest rating down, and then of those outside
  /// of the group that was fitted.
  ///
  /// - Parameters:
  ///   - ranked: the models that have a rank.
  ///   - first: who can be first.
  ///   - best: who can be among the best that were asked for.
  /// - Throws: `EstimateError.fit(.notConverged)`, a fault of this program.
  func unrankedModels(
    _ ranked: [Int], first: AmongBest, best: AmongBest?, level: Double
  ) throws(EstimateError) -> [UnrankedModel] {
    let record: BattleRecord
    switch origin {
    case .battles(let battles): record = battles
    case .published(let scores):
      return provisionalByRating.map {
        UnrankedModel(id: $0, name: roster.names[$0], votes: scores.votes?[$0])
      }
    }
    var models: [UnrankedModel] = []
    for id in provisionalByRating {
      let place = ranked.isEmpty ? nil : openModels?.members.firstIndex(of: id)
      models.append(
        UnrankedModel(
          id: id, name: roster.names[id], wins: record.wins[id], losses: record.losses[id],
          ties: record.ties[id], standing: try standing(place, ranked, first, level),
          isAmongBest: place.flatMap { best?.judged.isWithin[$0] }))
    }
    guard let openModels else { return models }
    for (index, outsider) in openModels.outsiders.enumerated() {
      let place = openModels.members.count + index
      models.append(
        UnrankedModel(
          id: nil, name: outsider.name, wins: outsider.wins, losses: outsider.losses,
          ties: outsider.ties, standing: try standing(place, ranked, first, level),
          isAmongBest: best.map { $0.judged.isWithin[place] }))
    }
    return models
      + openModels.unjudged.map {
        UnrankedModel(
          id: nil, name: $0.name, wins: $0.wins, losses: $0.losses, ties: $0.ties,
          standing: .notJudged, isAmongBest: nil)
      }
  }

  private func standing(
    _ place: Int?, _ ranked: [Int], _ first: AmongBest, _ level: Double
  ) throws(EstimateError) -> UnrankedModel.Standing {
    guard let place, let openModels, !ranked.isEmpty else { return .notJudged }
    guard first.judged.isWithin[place] else { return .behind }
    do throws(FitError) {
      let strength = try openModels.strength(place)
      let mean = ranked.reduce(0) { $0 + logStrength[$1] } / Double(ranked.count)
      let lead = try strength.leastLead(over: ranked, errorRate: 1 - level)
      return .mayBeFirst(
        Self.openness(strength.row), atLeast: lead.map { scale.rating(ofLogStrength: mean + $0) })
    } catch {
      throw .fit(error, roster)
    }
  }

  private static func openness(_ row: BattleRow) -> UnrankedModel.Openness {
    let few = Double(FirmTies.leastBattles)
    return row.conceded < few && row.conceded < row.points
      ? .upwards : row.points < few && row.points < row.conceded ? .downwards : .bothWays
  }
}
