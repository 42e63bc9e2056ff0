/// One row of a table: a way to do the work, and what its named part takes at the machine's rates.
struct Variant {
  /// What is done, in a few words.
  let name: String
  /// The processor time of the part that the suite's notes name, at the rates measured in the same
  /// run and with nothing else to do; `nil` where there is no such estimate.
  let floor: Double?
  /// Does the work once.
  let run: () throws -> Cost

  /// Work in this process.
  init(_ name: String, floor: Double? = nil, work: @escaping () throws -> Void) {
    self.init(name, floor: floor, run: { try Cost.of(work) })
  }

  /// Work that measures itself, as another process does.
  init(_ name: String, floor: Double? = nil, run: @escaping () throws -> Cost) {
    self.name = name
    self.floor = floor
    self.run = run
  }

  /// Runs all variants in turn, `repetitions` times: what disturbs the machine disturbs all of them.
  static func medians(_ variants: [Variant], repetitions: Int) throws -> [MedianCost] {
    var costs = [[Cost]](repeating: [], count: variants.count)
    for _ in 0..<repetitions {
      for (index, variant) in variants.enumerated() { costs[index].append(try variant.run()) }
    }
    return costs.map(MedianCost.init)
  }
}
