/// Columns that together tell the uncertainty of a score, by their places in a header.
struct UncertaintyFamily: Sendable {
  /// What the columns are.
  enum Form: Sendable {
    /// The two ends of the interval.
    case ends(Int, Int)
    /// The ends, or how far the interval reaches: the numbers decide.
    case pair(Int, Int)
    /// How far the interval reaches down and up.
    case reaches(Int, Int)
    /// How far it reaches, as one text.
    case reachText(Int)
    /// The interval as one text of either kind.
    case text(Int)
    /// The ends as one text.
    case endText(Int)
    /// The squared standard error.
    case variance(Int)
    /// The standard error.
    case standardError(Int)
    /// A standard deviation.
    case deviation(Int)
    /// An error of which nothing more is said.
    case error(Int)
    /// The ends and the standard error, as this program writes them.
    case printed(Int, Int, Int)
    /// The cells of the score tell it too.
    case inScore
    /// The cells of the score tell the standard error too, or a standard deviation.
    case errorInScore(isDeviation: Bool)
  }

  /// What the columns are.
  let form: Form
  /// The coverage that the headings claim.
  let level: Double?
  /// The words that say of which score.
  let subject: [String]
  /// Whether the interval holds together with those of the other models.
  let isJoint: Bool
  /// Whether the level is that between two quantiles.
  let isQuantiles: Bool

  /// Columns with what their headings say.
  init(
    _ form: Form, level: Double? = nil, subject: [String] = [], isJoint: Bool = false,
    isQuantiles: Bool = false
  ) {
    self.form = form
    self.level = level
    self.subject = subject
    self.isJoint = isJoint
    self.isQuantiles = isQuantiles
  }

  /// Whether it is clear what the numbers are.
  var isSure: Bool {
    switch form {
    case .deviation, .error: false
    default: true
    }
  }

  /// What is taken first where several tell of the same score.
  var order: Int {
    switch form {
    case .printed: 0
    case .ends: 1
    case .pair: 2
    case .reaches: 3
    case .reachText, .text, .endText: 4
    case .variance: 5
    case .standardError: 6
    case .deviation: 7
    case .error: 8
    case .inScore, .errorInScore: 9
    }
  }

  /// The places of the columns, with the roles by which options name them.
  var roles: [(role: ColumnMapping.Role, column: Int)] {
    switch form {
    case .ends(let lower, let upper), .pair(let lower, let upper):
      [(.lower, lower), (.upper, upper)]
    case .reaches(let down, let up): [(.ciMinus, down), (.ciPlus, up)]
    case .reachText(let column): [(.plusMinus, column)]
    case .text(let column), .endText(let column): [(.interval, column)]
    case .variance(let column): [(.variance, column)]
    case .standardError(let column), .deviation(let column), .error(let column):
      [(.standardError, column)]
    case .printed(let lower, let upper, _): [(.lower, lower), (.upper, upper)]
    case .inScore, .errorInScore: []
    }
  }

  /// The uncertainty in the slots of `columns`.
  func uncertainty(_ columns: inout WantedColumns) -> Uncertainty {
    switch form {
    case .ends(let lower, let upper):
      .ends(lower: columns.slot(lower), upper: columns.slot(upper))
    case .pair(let lower, let upper): .pair(columns.slot(lower), columns.slot(upper))
    case .reaches(let down, let up): .reaches(down: columns.slot(down), up: columns.slot(up))
    case .reachText(let column): .reachText(columns.slot(column))
    case .text(let column): .text(columns.slot(column))
    case .endText(let column): .endText(columns.slot(column))
    case .variance(let column): .variance(columns.slot(column))
    case .standardError(let column): .standardError(columns.slot(column), isDeviation: false)
    case .deviation(let column), .error(let column):
      .standardError(columns.slot(column), isDeviation: true)
    case .printed(let lower, let upper, let error):
      .printed(
        lower: columns.slot(lower), upper: columns.slot(upper),
        standardError: columns.slot(error))
    case .inScore: .inScore
    case .errorInScore(let isDeviation): .errorInScore(isDeviation: isDeviation)
    }
  }
}

extension BoardColumnSearch {
  /// All columns that tell uncertainties, but those in `taken`.
  func families(but taken: [Int]) -> [UncertaintyFamily] {
    if let own { return [own] }
    let columns = boardColumns.filter { !taken.contains($0.index) }
    var families = pairs(columns) + quantiles(columns)
    for column in columns {
      let level = column.heading.level
      func family(_ form: UncertaintyFamily.Form) -> UncertaintyFamily {
        UncertaintyFamily(
          form, level: level, subject: column.subject, isJoint: column.heading.isJoint)
      }
      switch column.part {
      // A number such as 5 is that of a quantile.
      case .text where (column.heading.number ?? 1) < 0.5: break
      case .text(true): families.append(family(.reachText(column.index)))
      case .text(false): families.append(family(.text(column.index)))
      case .variance: families.append(family(.variance(column.index)))
      case .standardError: families.append(family(.standardError(column.index)))
      case .deviation: families.append(family(.deviation(column.index)))
      case .error: families.append(family(.error(column.index)))
      default: break
      }
    }
    return families
  }

  /// What the mapping names.
  ///
  /// - Throws: where it names two forms, or half of one.
  func namedFamily() throws(IngestError) -> UncertaintyFamily? {
    let families: [[ColumnMapping.Role]] = [
      [.lower, .upper], [.ciMinus, .ciPlus], [.plusMinus], [.interval], [.variance],
      [.standardError],
    ]
    let named = families.filter { $0.contains { mapping[$0] != nil } }
    guard named.count <= 1 else {
      throw .usage(
        what: "--columns names the uncertainty twice, as "
          + named.compactMap { $0.first { mapping[$0] != nil }?.rawValue }
          .joined(separator: " and "),
        remedy: "name one form of it")
    }
    guard let family = named.first else { return nil }
    var columns: [Int] = []
    for role in family {
      guard let column = try header.column(for: role, in: mapping) else {
        throw .usage(
          what: "--columns names one of " + family.map(\.rawValue).joined(separator: " and "),
          remedy: "name \(role.rawValue) too")
      }
      columns.append(column)
    }
    let first = column(columns[0])
    let rated = try header.column(for: .rating, in: mapping)
    if columns.count == 1, columns[0] == rated {
      // The score's own cells tell it.
      switch family[0] {
      case .standardError:
        return UncertaintyFamily(.errorInScore(isDeviation: false), subject: first.subject)
      case .plusMinus, .interval:
        return UncertaintyFamily(.inScore, level: first.heading.level, subject: first.subject)
      default: break
      }
    }
    let form: UncertaintyFamily.Form =
      switch family[0] {
      case .lower: .ends(columns[0], columns[1])
      case .ciMinus: .reaches(columns[0], columns[1])
      case .plusMinus: .reachText(columns[0])
      case .interval: .endText(columns[0])
      case .variance: .variance(columns[0])
      default: .standardError(columns[0])
      }
    let last = column(columns[columns.count - 1])
    var level = first.heading.level ?? last.heading.level
    if columns.count == 2, let between = BoardHeading.level(first.heading, last.heading) {
      level = between
    }
    return UncertaintyFamily(form, level: level, subject: first.subject)
  }

  /// Pairs of ends, and of reaches, whose headings are the same but for the side.
  private func pairs(_ columns: [BoardColumn]) -> [UncertaintyFamily] {
    var families: [UncertaintyFamily] = []
    // The first column of each subject that is an upper end, or tells how far an interval reaches up.
    var ends: [[String]: [BoardColumn]] = [:]
    var reaches: [[String]: BoardColumn] = [:]
    for column in columns {
      switch column.part {
      case .end(false, _):
        if ends[column.subject, default: []].count < Self.mostLevels {
          ends[column.subject, default: []].append(column)
        }
      case .reach(false): if reaches[column.subject] == nil { reaches[column.subject] = column }
      default: break
      }
    }
    for first in columns {
      switch first.part {
      case .end(true, let isSure):
        let second = ends[first.subject]?.first {
          BoardHeading.level(first.heading, $0.heading) != nil
            || $0.heading.level == first.heading.level
              && (first.heading.number ?? 0.5) >= 0.5
        }
        guard let second else { continue }
        families.append(
          UncertaintyFamily(
            isSure ? .ends(first.index, second.index) : .pair(first.index, second.index),
            level: BoardHeading.level(first.heading, second.heading) ?? first.heading.level,
            subject: first.subject, isJoint: first.heading.isJoint))
      case .reach(true):
        guard let second = reaches[first.subject] else { continue }
        families.append(
          UncertaintyFamily(
            .reaches(first.index, second.index),
            level: first.heading.level ?? second.heading.level, subject: first.subject))
      default: break
      }
    }
    return families
  }

  /// So many intervals of one score are told apart by their levels.
  private static let mostLevels = 16

  /// Pairs of quantiles that lie as far from the two ends.
  private func quantiles(_ columns: [BoardColumn]) -> [UncertaintyFamily] {
    var highs: [[String]: [BoardColumn]] = [:]
    for column in columns {
      guard let high = column.heading.number ?? column.heading.quantile, high > 0.5,
        let words = Self.subjectOfQuantile(column)
      else { continue }
      if highs[words, default: []].count < Self.mostLevels {
        highs[words, default: []].append(column)
      }
    }
    var families: [UncertaintyFamily] = []
    for first in columns {
      guard let low = first.heading.number ?? first.heading.quantile, low < 0.5,
        let words = Self.subjectOfQuantile(first)
      else { continue }
      for second in highs[words] ?? [] {
        guard let level = BoardHeading.level(first.heading, second.heading) else { continue }
        families.append(
          UncertaintyFamily(
            .ends(first.index, second.index), level: level, subject: words, isQuantiles: true))
        break
      }
    }
    return families
  }

  /// What a column is a quantile of, or an end that is called by the number of one: `ci_5`.
  private static func subjectOfQuantile(_ column: BoardColumn) -> [String]? {
    switch column.part {
    case .quantile: column.subject
    case .text(false): column.subject.filter { $0 != column.heading.numberWord }
    default: nil
    }
  }

  /// The columns of this program's own rankings, in CSV and JSON.
  private var own: UncertaintyFamily? {
    let wanted = ["rank_lower", "rank_upper", "arena_rank", "quasi_standard_error", "provisional"]
    let places = ["lower", "upper", "standard_error"].compactMap { name in
      header.names.firstIndex { $0.utf8.elementsEqual(name.utf8) }
    }
    let isOwn = wanted.allSatisfy { name in
      header.names.contains { $0.utf8.elementsEqual(name.utf8) }
    }
    guard isOwn, places.count == 3 else { return nil }
    return UncertaintyFamily(.printed(places[0], places[1], places[2]), subject: ["rating"])
  }

  /// What this program's own rankings have beside scores, or `nil` for the boards of others.
  func ownColumns(_ family: UncertaintyFamily, _ columns: inout WantedColumns) -> OwnColumns? {
    func slot(_ name: String) -> Int? {
      header.names.firstIndex { $0.utf8.elementsEqual(name.utf8) }.map { columns.slot($0) }
    }
    if case .printed = family.form {
      return OwnColumns(
        provisional: slot("provisional"), rank: nil, wins: slot("wins"), isOfBattles: false)
    }
    guard case .text = family.form, header.isOwnTable else { return nil }
    return OwnColumns(
      provisional: nil, rank: slot("Rank"), wins: nil,
      isOfBattles: header.names.contains { $0.utf8.elementsEqual("Battles".utf8) })
  }
}

extension Header {
  /// Whether the headings are those of a ranking as this program shows it to readers.
  var isOwnTable: Bool {
    guard names.count >= 5,
      names.prefix(4).elementsEqual(["Rank", "Range", "Model", "Rating"])
    else { return false }
    return names[4].hasSuffix("% interval")
  }
}
