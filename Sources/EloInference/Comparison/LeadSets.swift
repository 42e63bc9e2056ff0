import KernelTypes

/// Sets of leads over one contender each, laid out as `KernelTable.countLeads` takes them.
struct LeadSets: Sendable {
  /// The number of groups of eight models.
  let groups: Int
  /// The draws' place of each model, those whose leads are told alike precisely together.
  let places: [Int32]
  /// The draws' place of each contender.
  let contenders: [Int32]
  /// The observed lead over each contender, rounded up: a draw in single precision reaches it exactly
  /// where it reaches the lead itself.
  let bounds: [Float]
  /// For each contender, one over the standard error of each model's lead in the order of `places`,
  /// filled up with zeros to whole groups.
  let precisions: [Float]
  /// For each contender, the largest precision of each group.
  let limits: [Float]

  /// - Parameters:
  ///   - questions: about leads, the observed one above 0.
  ///   - drawn: the place of each roster id among the drawn models, `modelCount` of them.
  init(_ questions: [LeadQuestion], _ drawn: [Int32], modelCount: Int) {
    let pairs = questions.map { set in set.leads.map { StudentisedPair($0, drawn) } }
    var sums = [Double](repeating: 0, count: modelCount)
    for pair in pairs.joined() { sums[Int(pair.first)] += Double(pair.precision) }
    let order = sums.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }
    var slots = [Int](repeating: 0, count: modelCount)
    for (slot, place) in order.enumerated() { slots[place] = slot }
    let groups = (modelCount + 7) / 8
    var precisions = [Float](repeating: 0, count: questions.count * groups * 8)
    var limits = [Float](repeating: 0, count: questions.count * groups)
    for (row, set) in pairs.enumerated() {
      for pair in set {
        let slot = slots[Int(pair.first)]
        precisions[row * groups * 8 + slot] = pair.precision
        limits[row * groups + slot / 8] = max(limits[row * groups + slot / 8], pair.precision)
      }
    }
    self.groups = groups
    self.precisions = precisions
    self.limits = limits
    places = order.map { Int32($0) }
    contenders = pairs.map { $0[0].second }
    bounds = questions.map { question in
      precondition(question.observed > 0, "who leads by nothing is decided without draws")
      let nearest = Float(question.observed)
      return Double(nearest) < question.observed ? nearest.nextUp : nearest
    }
  }
}
