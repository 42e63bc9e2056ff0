/// Writes a model's letters as a reader meets them: a, b–d, or c–k m.
enum LetterRanges {
  /// A reader keeps no more letters apart than these.
  static let mostLetters = 12

  /// The letters with these numbers from 0, ascending; runs of three and more as a range.
  static func text(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { run in
      switch run.count {
      case 1: letter(run.lowerBound)
      case 2: "\(letter(run.lowerBound)) \(letter(run.upperBound))"
      default: "\(letter(run.lowerBound))–\(letter(run.upperBound))"
      }
    }.joined(separator: " ")
  }

  private static func letter(_ number: Int) -> String {
    String(Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(clamping: number % 26))))
  }
}
