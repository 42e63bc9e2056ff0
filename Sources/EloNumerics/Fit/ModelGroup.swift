/// Models that can be compared with each other, or that met, with the battles among them.
public struct ModelGroup: Sendable, Equatable {
  /// The ids of the models, ascending.
  public let models: [Int]
  /// The battles between two of them.
  public let battles: Int
  /// How many of those one side won.
  public let decided: Int

  /// Whether there is something to rate: a battle that one side won.
  public var isRatable: Bool { decided > 0 }

  /// The groups of models with the same label, those with the most battles first; of equal ones those
  /// with more models, then those with the lowest id.
  ///
  /// - Parameter label: one for each model, whatever its numbers.
  package static func groups(labelled label: [Int], _ counts: PairCounts) -> [ModelGroup] {
    var place: [Int: Int] = [:]
    var models: [[Int]] = []
    for (model, label) in label.enumerated() {
      if let known = place[label] {
        models[known].append(model)
      } else {
        place[label] = models.count
        models.append([model])
      }
    }
    var battles = [Int](repeating: 0, count: models.count)
    var decided = battles
    for pair in 0..<counts.pairCount {
      let own = label[Int(counts.first[pair])]
      guard own == label[Int(counts.second[pair])], let group = place[own] else { continue }
      battles[group] += counts.battles(pair)
      decided[group] += counts.firstWins[pair] + counts.secondWins[pair]
    }
    let groups = models.indices.map {
      ModelGroup(models: models[$0], battles: battles[$0], decided: decided[$0])
    }
    return groups.sorted {
      ($1.battles, $1.models.count, $0.models[0]) < ($0.battles, $0.models.count, $1.models[0])
    }
  }
}
