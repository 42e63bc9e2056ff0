/// Which of some models are separated from which, by their places in an order.
struct SeparationMatrix: Sendable {
  /// The number of models.
  let count: Int
  private var isSeparated: [Bool]

  init(count: Int) {
    self.count = count
    isSeparated = [Bool](repeating: false, count: count * count)
  }

  /// Whether the model at place i was found different from the one at place j.
  ///
  /// The matrix need not be symmetric: where each model has a family of its own, i may be told from
  /// j in i's family and not in j's.
  subscript(i: Int, j: Int) -> Bool {
    get { isSeparated[i * count + j] }
    set { isSeparated[i * count + j] = newValue }
  }

  /// Marks both directions.
  mutating func separate(_ i: Int, _ j: Int) {
    self[i, j] = true
    self[j, i] = true
  }

  /// The ranks that are not excluded for the model at `place`, where places descend by rating:
  /// 1 + the separated models above it, to count − the separated models below it.
  func rankRange(_ place: Int) -> ClosedRange<Int> {
    let above = (0..<place).count { self[place, $0] }
    let below = (place + 1..<max(count, place + 1)).count { self[place, $0] }
    return 1 + above...count - below
  }
}
