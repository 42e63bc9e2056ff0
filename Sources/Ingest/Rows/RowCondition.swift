/// A filter at work on rows, with an account of what it met.
struct RowCondition: Sendable {
  /// What a value came to.
  enum Verdict: Sendable {
    /// The condition holds.
    case passes
    /// It does not hold.
    case fails
    /// The value has no order with the filter's.
    case unfit
  }

  /// What values are ordered as.
  private enum Kind: Sendable {
    case number
    case date
  }

  /// A column with more values than this is not listed.
  private static let mostValues = 1000

  /// The filter.
  let filter: RowFilter
  private let bytes: [UInt8]
  private let number: Double?
  private let moment: Moment?
  private let dateFormat: DateFormat?
  /// The slot of the filter's column.
  var slot = -1
  /// Whether any row passed.
  private(set) var hasPassed = false
  /// The values that did not pass, kept until one passes.
  private(set) var seen: Set<[UInt8]> = []
  /// Whether there were more of them, or longer ones, than are kept.
  private(set) var hasManyValues = false
  /// What the column's values are, where the filter's own may be a number and a year.
  private var settled: Kind?
  /// What the last value is, if it can be only one of the two.
  private var latest: Kind?

  /// A condition that has met nothing.
  ///
  /// - Parameter dateFormat: how dates that do not begin with the year are read, if at all.
  /// - Throws: `IngestError.usage` where the filter asks for an order and its value has none.
  init(_ filter: RowFilter, dateFormat: DateFormat?) throws(IngestError) {
    self.filter = filter
    self.dateFormat = dateFormat
    bytes = Array(filter.value.utf8)
    number = Numbers.number(filter.value)
    moment = filter.comparison.isOfOrder ? Moment(filter.value, format: dateFormat) : nil
    guard !filter.comparison.isOfOrder || number != nil || moment != nil else {
      throw OrderWording.unordered(filter, dateFormat)
    }
  }

  /// Whether the filter orders by a value that may be a number and a year.
  var isAmbiguous: Bool { number != nil && moment != nil }

  /// The same condition with nothing met yet.
  var emptied: RowCondition {
    var condition = self
    condition.hasPassed = false
    condition.seen = []
    condition.hasManyValues = false
    condition.settled = nil
    return condition
  }

  /// Whether the account of rows behind these can be added: not where what are numbers in the one are
  /// dates in the other.
  func canAdd(_ other: RowCondition) -> Bool {
    settled == nil || other.settled == nil || settled == other.settled
  }

  /// Adds the account of rows behind these.
  mutating func add(_ other: RowCondition) {
    if settled == nil { settled = other.settled }
    if other.hasPassed { hasPassed = true }
    if hasPassed || hasManyValues { return }
    seen.formUnion(other.seen)
    hasManyValues = other.hasManyValues || seen.count > Self.mostValues
  }

  /// What the row's value comes to, which is noted.
  mutating func judge(_ window: Span<UInt8>, _ fields: Span<Field>) -> Verdict {
    let value = fields[slot].content(in: window)
    let verdict = verdict(value, in: window)
    switch verdict {
    case .passes: hasPassed = true
    case .fails: if !hasPassed, !hasManyValues { note(value, in: window) }
    case .unfit: break
    }
    return verdict
  }

  /// Takes it that all values are what the last one is.
  mutating func settle() {
    if isAmbiguous, settled == nil { settled = latest }
  }

  /// What the value of a row that does not fit should be.
  func problem(_ window: Span<UInt8>, _ fields: Span<Field>, canSkip: Bool) -> RowProblem {
    let told = OrderWording.unfit(
      fields[slot], in: window, filter, dateFormat,
      wants: (
        number: number != nil && settled != .date, date: moment != nil && settled != .number
      ),
      canSkip: canSkip)
    return .value(slot: slot, expected: told.expected, remedy: told.remedy)
  }

  private mutating func note(_ value: Field, in window: Span<UInt8>) {
    // Texts that nobody could choose by are not kept either, so that memory stays small.
    if value.count <= 256 { seen.insert(value.bytes(in: window)) }
    hasManyValues = value.count > 256 || seen.count > Self.mostValues
  }

  private mutating func verdict(_ value: Field, in window: Span<UInt8>) -> Verdict {
    switch filter.comparison {
    case .equal: return isEqual(value, in: window) ? .passes : .fails
    case .notEqual: return isEqual(value, in: window) ? .fails : .passes
    case .less, .lessOrEqual, .greater, .greaterOrEqual: break
    }
    let inner = value.trimmed(in: window)
    latest = nil
    // What is not told is neither before nor behind.
    guard inner.count > 0 else { return .fails }
    guard let order = order(inner, in: window) else { return .unfit }
    let holds =
      switch filter.comparison {
      case .less: order < 0
      case .lessOrEqual: order <= 0
      case .greater: order > 0
      default: order >= 0
      }
    return holds ? .passes : .fails
  }

  private func isEqual(_ value: Field, in window: Span<UInt8>) -> Bool {
    if let number, let other = Numbers.number(value, in: window) { return number == other }
    guard value.count == bytes.count else { return false }
    for index in bytes.indices where window[value.start + index] != bytes[index] { return false }
    return true
  }

  /// -1, 0 or 1 as `value` comes before the filter's, is it, or comes after it; `nil` where they have no
  /// order.
  private mutating func order(_ value: Field, in window: Span<UInt8>) -> Int? {
    guard isAmbiguous else {
      if let number {
        return Numbers.number(value, in: window).map { $0 < number ? -1 : $0 > number ? 1 : 0 }
      }
      guard let moment, let other = Moment(value, in: window, format: dateFormat) else {
        return nil
      }
      return other.order(from: moment)
    }
    let other = Numbers.number(value, in: window)
    let date = Moment(value, in: window, format: dateFormat)
    if other == nil || date == nil { latest = other != nil ? .number : date != nil ? .date : nil }
    if let settled, let latest, settled != latest { return nil }
    // Of years both orders are the same.
    if let number, let other { return other < number ? -1 : other > number ? 1 : 0 }
    return moment.flatMap { date?.order(from: $0) }
  }
}
