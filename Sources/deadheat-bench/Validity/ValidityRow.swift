/// What a promise is.
enum Promise: Sendable {
  /// A share of this size, from which the bar allows this much distance.
  case about(Double, within: Double)
  /// At least this share.
  case atLeast(Double)
  /// At most this share.
  case atMost(Double)

  /// The promise in a table.
  var text: String {
    switch self {
    case .about(let share, let width):
      "\(Self.percent(share)) ± \(Decimals.text(width * 100, places: 1))"
    case .atLeast(let share): "≥ \(Self.percent(share))"
    case .atMost(let share): "≤ \(Self.percent(share))"
    }
  }

  /// Whether an achieved share is within the bar, two Monte Carlo errors granted.
  func isKept(by achieved: MeanShare) -> Bool {
    let slack = 2 * achieved.error
    return switch self {
    case .about(let share, let width): (achieved.mean - share).magnitude <= width + slack
    case .atLeast(let share): achieved.mean >= share - slack
    case .atMost(let share): achieved.mean <= share + slack
    }
  }

  private static func percent(_ share: Double) -> String {
    Decimals.text(share * 100, places: 1) + "%"
  }
}

/// The mean of one share a data set, with its Monte Carlo error.
///
/// Models of one data set are not independent of each other, data sets are: the error comes from the
/// spread between data sets.
struct MeanShare: Sendable, Equatable {
  /// The mean; NaN of no data set.
  let mean: Double
  /// The standard error of the mean; never 0, but that of one more data set that went the other way.
  let error: Double
  /// How many data sets had a share.
  let count: Int

  /// The mean of `shares`, from which data sets without a share are left out.
  init(_ shares: [Double?]) {
    let known = shares.compactMap(\.self)
    let count = Double(known.count)
    let sum = known.reduce(0, +)
    self.count = known.count
    mean = known.isEmpty ? .nan : sum / count
    let centre = mean
    let squares = known.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    let spread = known.count > 1 ? (squares / (count - 1) / count).squareRoot() : 1
    error = max(spread, 1 / (count + 1) * (1 / (count + 1)).squareRoot())
  }
}

/// A promise held against what was achieved.
struct ValidityRow: Sendable {
  /// The case: method, truth, battles, ties.
  let name: String
  /// What was promised.
  let promise: Promise
  /// What was achieved.
  let achieved: MeanShare
  /// Data sets that could not be used, such as those without a finite fit.
  let unusable: Int

  /// Counts the shares of data sets; `nil` is one that could not be used.
  init(_ name: String, _ promise: Promise, _ shares: [Double?]) {
    self.name = name
    self.promise = promise
    achieved = MeanShare(shares)
    unusable = shares.count - achieved.count
  }

  /// Whether the promise is kept, as far as the Monte Carlo error tells.
  var isKept: Bool { achieved.count > 0 && promise.isKept(by: achieved) }
}

/// Rows as text.
enum ValidityTable {
  /// Aligned columns, two spaces before each line.
  static func text(_ rows: [ValidityRow]) -> String {
    var lines = [["", "nominal", "achieved", "± MC", "data sets", "unusable", ""]]
    for row in rows {
      let isKnown = row.achieved.count > 0
      lines.append([
        row.name, row.promise.text,
        isKnown ? Decimals.text(row.achieved.mean * 100, places: 1) + "%" : "",
        isKnown ? Decimals.text(row.achieved.error * 100, places: 1) : "",
        Decimals.grouped(row.achieved.count),
        row.unusable > 0 ? Decimals.grouped(row.unusable) : "",
        row.isKept ? "" : isKnown ? "FALLS SHORT" : "no data set",
      ])
    }
    let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      let cells = line.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 || column == line.count - 1 ? cell + padding : padding + cell
      }
      let text = "  " + cells.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
