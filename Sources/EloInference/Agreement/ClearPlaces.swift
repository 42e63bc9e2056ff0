import EloNumerics

/// Which models another order places where the ratings cannot put them, and which only give way to those.
///
/// One model that the value puts nine places lower lifts nine others by one. Those are where they belong
/// as soon as it is left out. So the models whose places are outside all that the ratings leave open are
/// taken out, those farthest from their place by rating first, and places and ranges are counted anew
/// among the rest, until none of them is outside any more.
struct ClearPlaces: Sendable {
  /// Models that are outside among all, and among those that are left when their turn comes.
  private(set) var isClear: [Bool]
  /// Models that are outside among all and no longer without the clear ones.
  private(set) var isDisplaced: [Bool]

  /// For models from the highest rating down.
  ///
  /// - Parameters:
  ///   - ratings: the ratings, highest first.
  ///   - values: the other values.
  ///   - matrix: which models are separated by their ratings.
  /// - Complexity: O(K² log K) for K models, O(K log K) where none is outside.
  init(
    ratings: [Double], values: [Double], _ direction: MidRanks.Direction, _ matrix: SeparationMatrix
  ) {
    let count = ratings.count
    isClear = [Bool](repeating: false, count: count)
    isDisplaced = isClear
    var kept = Array(0..<count)
    var better = kept.map { model in (0..<model).count { matrix[model, $0] } }
    var worse = kept.map { model in (model + 1..<max(count, model + 1)).count { matrix[model, $0] }
    }
    while true {
      let byRating = MidRanks(kept.map { ratings[$0] })
      let byValue = MidRanks(kept.map { values[$0] }, direction)
      let spans = byValue.spans
      let outside = kept.indices.filter { place in
        let model = kept[place]
        // What is within its range among all is not outside for the lack of others.
        guard kept.count == count || isDisplaced[model] else { return false }
        return !(1 + better[model]...kept.count - worse[model]).overlaps(spans[place])
      }
      if kept.count == count { for place in outside { isDisplaced[place] = true } }
      func distance(_ place: Int) -> Int { abs(byRating.doubled[place] - byValue.doubled[place]) }
      guard let most = outside.map(distance).max() else { break }
      let gone = outside.filter { distance($0) == most }.map { kept[$0] }
      for model in gone {
        isClear[model] = true
        isDisplaced[model] = false
        for other in 0..<count where matrix[other, model] {
          if model < other { better[other] -= 1 } else { worse[other] -= 1 }
        }
      }
      kept.removeAll { isClear[$0] }
    }
  }
}
