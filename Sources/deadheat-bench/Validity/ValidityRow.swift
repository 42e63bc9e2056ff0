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

  /// What became of the promise; `nil` where no data set could be used.
  var outcome: Promise.Outcome? { achieved.count > 0 ? promise.outcome(achieved) : nil }

  /// Whether the promise was missed, on the unsafe side.
  var isMissed: Bool { if case .missed = outcome { true } else { false } }

  /// Whether it was missed by more than any luck of the draw explains, or nothing is known of it.
  var isFault: Bool {
    switch outcome {
    case nil: true
    case .missed(let errors): errors > 4
    case .kept, .exceeded: false
    }
  }

  /// What the last column of the table says.
  var remark: String {
    switch outcome {
    case nil: "no data set"
    case .kept: ""
    case .exceeded: "more than promised"
    case .missed: "FALLS SHORT"
    }
  }
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
        row.unusable > 0 ? Decimals.grouped(row.unusable) : "", row.remark,
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

extension ValidityRow {
  /// The same row with another promise.
  func promised(_ promise: Promise) -> ValidityRow {
    ValidityRow(name: name, promise: promise, achieved: achieved, unusable: unusable)
  }

  private init(name: String, promise: Promise, achieved: MeanShare, unusable: Int) {
    self.name = name
    self.promise = promise
    self.achieved = achieved
    self.unusable = unusable
  }
}
