import KernelTypes

extension ReplicateBlock {
  /// In which lanes each witness pair still has both sides scoring, which proves the replicate
  /// connected.
  func lanesWithWitnesses(_ plan: ResamplingPlan) -> SIMDMask<CountLanes> {
    guard plan.hasSpanningWitnesses else { return SIMDMask(repeating: false) }
    var isConnected = SIMDMask<CountLanes>(repeating: true)
    for witness in plan.witnesses { isConnected = isConnected .& holds(witness) }
    return isConnected
  }

  /// Whether one lane's replicate is shown to be connected although some witnesses have failed.
  ///
  /// The witnesses that hold make groups. A model outside the largest group belongs to it too where
  /// it scored, and conceded, more than its battles with other models outside can account for. What
  /// this does not show may still be connected.
  ///
  /// - Complexity: O(models + pairs of the models outside).
  func isShownConnected(_ plan: ResamplingPlan, lane: Int) -> Bool {
    let models = plan.counts.modelCount
    var groups = DisjointSets(models)
    for witness in plan.witnesses where holds(witness)[lane] {
      _ = groups.join(witness.first, witness.second)
    }
    let root = (0..<models).map { groups.root($0) }
    var size = [Int](repeating: 0, count: models)
    for model in root { size[model] += 1 }
    guard let largest = size.indices.max(by: { size[$0] < size[$1] }) else { return false }
    var isIn = root.map { $0 == largest }
    var outside = (0..<models).filter { !isIn[$0] }
    while !outside.isEmpty {
      let next = outside.filter { model in
        var inside: Int32 = 0
        var elsewhere: Int32 = 0
        for (opponent, pair) in plan.opponents.of(model) {
          if isIn[Int(opponent)] {
            inside += battles[Int(pair)][lane]
          } else {
            elsewhere += battles[Int(pair)][lane]
          }
        }
        let scored = halfWins[model][lane]
        let conceded = 2 * (inside + elsewhere) - scored
        isIn[model] = min(scored, conceded) > 2 * elsewhere
        return !isIn[model]
      }
      guard next.count < outside.count else { return false }
      outside = next
    }
    return true
  }

  private func holds(_ witness: WitnessPair) -> SIMDMask<CountLanes> {
    let ties = frequency(witness.tie)
    let (wins, losses) = (frequency(witness.firstWins), frequency(witness.secondWins))
    return (ties .> 0) .| ((wins .> 0) .& (losses .> 0))
  }

  private func frequency(_ cell: Int?) -> CountLanes {
    if let cell { witnesses[cell] } else { .zero }
  }
}
