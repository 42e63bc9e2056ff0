import Battles
import Kernels
import TestSupport
import Testing

@testable import EloNumerics

/// Paired objectives of every kind, on random battles of five models.
struct ObjectiveExample: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let objective: PairedObjective

  static let all: [ObjectiveExample] = TieModel.allCases.flatMap { ties in
    [false, true].flatMap { isApart in
      guard ties.hasParameter || !isApart else { return [ObjectiveExample]() }
      return (0..<6).map { ObjectiveExample(ties, isBothBadApart: isApart, variant: $0) }
    }
  }

  /// Variants: plain; with an order effect; with features; with both, and weights; with ties by model and a
  /// phantom; with all penalties.
  init(_ ties: TieModel, isBothBadApart: Bool, variant: Int) {
    testDescription = "\(ties), both bad \(isBothBadApart ? "apart" : "tied"), variant \(variant)"
    var random = SeededGenerator(seed: 70 + variant)
    let models: Int32 = 5
    var (first, second) = ([Int32](), [Int32]())
    for i in 0..<models {
      for j in 0..<models where i != j {
        first.append(i)
        second.append(j)
      }
    }
    let hasOrder = variant == 1 || variant == 3
    let featureCount = variant == 2 ? 1 : variant == 3 ? 2 : 0
    let order: [Int8]? = hasOrder ? first.map { _ in .random(in: -1...1, using: &random) } : nil
    let features = (0..<first.count * featureCount).map { _ in
      Double.random(in: -1...1, using: &random)
    }
    let numbers = first.map { _ in
      SIMD4<Double>(
        Double(Int.random(in: 1...9, using: &random)),
        Double(Int.random(in: 1...9, using: &random)),
        Double(Int.random(in: 0...5, using: &random)), Double(Int.random(in: 0...3, using: &random))
      )
    }
    let penalties: [Penalty] =
      switch variant {
      case 4: [.phantom(weight: 0.8)]
      case 5:
        [
          .rescue(.init(models: [3, 4], core: [0, 1, 2], weight: 0.5)),
          .ridge(weight: 0.3, places: [0, 1, 2]),
          .anchor(place: 4, target: 0.4, deviation: 0.7),
        ]
      default: []
      }
    objective = PairedObjective(
      Design(
        modelCount: Int(models), first: first, second: second, order: order, features: features,
        featureCount: featureCount),
      variant == 3
        ? Outcomes(
          sums: numbers.map { $0 * 1.5 }, squares: numbers.map { $0 * 2.25 },
          cubes: numbers.map { $0 * 3.375 }) : Outcomes(numbers),
      link: OutcomeLink(ties: ties, isBothBadApart: isBothBadApart),
      hasTiesByModel: variant == 4 && ties.hasParameter, penalties: penalties)
  }

  /// A random point, apart from the end of what a threshold of ties can be.
  func point(_ random: inout SeededGenerator) -> [Double] {
    zip(objective.start, objective.parameters).map { start, parameter in
      let change = Double.random(in: -0.3...0.3, using: &random)
      if case .tie = parameter { return start + change.magnitude }
      return start + change
    }
  }
}

/// The ordered pairs of `cells` as rows, each with its outcomes.
func orderedRows(_ cells: Cells) -> (first: [Int32], second: [Int32], outcomes: Outcomes) {
  var places: [[Int32]: Int] = [:]
  var (first, second, sums) = ([Int32](), [Int32](), [SIMD4<Double>]())
  for index in 0..<cells.cellCount {
    let cell = cells[index]
    let place = places[[cell.a, cell.b]] ?? first.count
    if place == first.count {
      places[[cell.a, cell.b]] = place
      first.append(cell.a)
      second.append(cell.b)
      sums.append(.zero)
    }
    let outcome =
      switch cell.outcome {
      case .aWins: 0
      case .bWins: 1
      case .tie: 2
      case .bothBad: 3
      }
    sums[place][outcome] += Double(cell.count)
  }
  return (first, second, Outcomes(sums))
}

/// The maximum from the objective's own start.
func maximum(_ objective: some ConcaveObjective, from start: [Double], tolerance: Double = 1e-8)
  throws -> Maximum
{
  try Maximum(
    objective, start: start, tolerance: tolerance, iterationLimit: 100, wantsInverse: true,
    kernels: .baseline)
}
