/// What is asked of reference draws, all at once.
struct DrawQuestions: Sendable {
  /// Families of statistics, each to be stepped down by itself.
  var families: [[Statistic]] = []
  /// Leads over one model each.
  var leads: [LeadQuestion] = []
  /// One minus the error rate of the families' critical value.
  var level: Double

  /// Whether nothing is asked.
  var isEmpty: Bool { families.isEmpty && leads.isEmpty }
}

/// How often does chance make one of the leads over a model as large as one that was observed?
struct LeadQuestion: Sendable {
  /// Leads over the model that is b in all of them.
  let leads: [Statistic]
  /// The lead, in standard errors, that is compared with the largest one of chance; above 0.
  let observed: Double
  /// How often chance may exceed it for it to be taken for chance no more.
  let errorRate: Double
}

/// Step-down maxima of one family.
struct StepDown: Sendable {
  /// The adjusted p-values, in the family's order.
  let adjustedP: [Double]
  /// How large the largest statistic of a draw is at the level asked; infinite where there are too
  /// few draws to tell, `nil` where the family was not the only one asked about.
  let criticalValue: Double?
}

/// What reference draws say to questions.
struct DrawAnswers: Sendable {
  /// One a family.
  let stepDowns: [StepDown]
  /// For each question about leads, whether the observed one is no larger than the quantile, at one
  /// minus the error rate, of the largest one that chance makes.
  let isWithinChance: [Bool]

  /// Nothing, for no questions.
  static let none = DrawAnswers(stepDowns: [], isWithinChance: [])

  private init(stepDowns: [StepDown], isWithinChance: [Bool]) {
    self.stepDowns = stepDowns
    self.isWithinChance = isWithinChance
  }

  /// The answers from what each worker counted, in the order of the draws.
  init(
    _ questions: DrawQuestions, _ families: [StepDownFamily], _ tallies: [DrawTally], count: Int
  ) {
    // The k-th largest of as many numbers as there are draws leaves an error rate of k/(draws + 1).
    func rank(_ errorRate: Double) -> Int { Int(errorRate * Double(count + 1) + 1e-9) }
    let rankOfCritical = rank(1 - questions.level)
    stepDowns = families.indices.map { index in
      var changes = tallies[0].changes[index]
      for tally in tallies.dropFirst() {
        for step in changes.indices { changes[step] += tally.changes[index][step] }
      }
      return StepDown(
        adjustedP: families[index].adjustedP(changes, draws: count),
        criticalValue: families.count > 1
          ? nil
          : rankOfCritical < 1
            ? .infinity : Double(largest(rankOfCritical, of: tallies.flatMap(\.maxima))))
    }
    isWithinChance = questions.leads.enumerated().map { index, question in
      let rank = rank(question.errorRate)
      return rank < 1 || tallies.reduce(0) { $0 + Int($1.leadsReached[index]) } >= rank
    }
  }
}

/// The k-th largest of `values`, k from 1.
func largest(_ k: Int, of values: [Float]) -> Float {
  // Hoare's selection (Communications of the ACM 4 (1961) 321): what is sought stays between low
  // and high, around the k-th place of a descending order.
  var values = values
  var (low, high) = (0, values.count - 1)
  while low < high {
    let pivot = values[(low + high) / 2]
    var (i, j) = (low, high)
    while i <= j {
      while values[i] > pivot { i += 1 }
      while values[j] < pivot { j -= 1 }
      if i <= j {
        values.swapAt(i, j)
        i += 1
        j -= 1
      }
    }
    if k - 1 <= j {
      high = j
    } else if k - 1 >= i {
      low = i
    } else {
      break
    }
  }
  return values[k - 1]
}
