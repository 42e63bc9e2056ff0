internal import Battles
internal import SafeText

/// The filters, at work on rows, with an account of why nothing passed, and of the names met.
struct RowSelection: Sendable {
  private var conditions: [RowCondition]
  private var watch: NameWatch?
  private var sample: ClusterSample?
  /// Whether rows need not be looked at.
  private var isIdle = false
  /// Whether rows that do not fit can be left out, as messages advise.
  private let canSkip: Bool
  /// Whether a filter's value may be a number and a year, so that the rows settle which it is: those that
  /// no other filter leaves out.
  private let isAmbiguous: Bool

  /// The selection of all rows.
  init() {
    conditions = []
    isIdle = true
    canSkip = true
    isAmbiguous = false
  }

  /// The selection of the rows that pass all `filters`.
  ///
  /// - Parameters:
  ///   - dateFormat: how dates that do not begin with the year are read, if at all.
  ///   - watched: the names to look for in all rows.
  ///   - canSkip: whether rows that do not fit can be left out, as messages advise.
  ///   - sample: the clusters of which rows are kept; `nil` for all.
  /// - Throws: `IngestError.usage` where a filter asks for an order and its value has none.
  init(
    _ filters: [RowFilter], dateFormat: DateFormat? = nil, watched: [String] = [],
    canSkip: Bool = true, sample: ClusterSample? = nil
  ) throws(IngestError) {
    var conditions: [RowCondition] = []
    for filter in filters {
      conditions.append(try RowCondition(filter, dateFormat: dateFormat))
    }
    self.conditions = conditions
    isAmbiguous = conditions.contains(where: \.isAmbiguous)
    if !watched.isEmpty { watch = NameWatch(watched) }
    self.canSkip = canSkip
    self.sample = sample
    settleIdleness()
  }

  /// Makes ready for a file.
  ///
  /// - Parameter names: the slots in which names stand.
  /// - Throws: `IngestError.header` where a filter's column is not there.
  mutating func begin(
    _ header: Header, columns: inout WantedColumns, names: [Int]
  ) throws(IngestError) {
    for index in conditions.indices {
      let filter = conditions[index].filter
      conditions[index].slot = columns.slot(
        try header.column(filter.column, namedBy: filter.option + " "))
    }
    watch?.slots = names
    if let column = sample?.column {
      sample?.slot = columns.slot(try header.column(column, namedBy: "--cluster "))
    }
  }

  /// The slot of each filter's column, then those of names that are looked at, then that of the clusters;
  /// for a change between files or records of known columns.
  var slots: [Int] {
    get { conditions.map(\.slot) + (watch?.slots ?? []) + (sample.map { [$0.slot] } ?? []) }
    set {
      for index in conditions.indices { conditions[index].slot = newValue[index] }
      let others = newValue[conditions.count...]
      watch?.slots = Array(sample == nil ? others : others.dropLast())
      if let slot = others.last { sample?.slot = slot }
    }
  }

  /// The filters' columns.
  var columns: [String] { conditions.map(\.filter.column) }

  /// The same filters in the same columns, with nothing seen yet.
  var emptied: RowSelection {
    var selection = self
    selection.conditions = conditions.map(\.emptied)
    selection.watch = watch?.emptied
    selection.settleIdleness()
    return selection
  }

  /// Whether the account of rows behind these can be added: not where a column has numbers in the one
  /// and dates in the other.
  func canAdd(_ other: RowSelection) -> Bool {
    zip(conditions, other.conditions).allSatisfy { $0.canAdd($1) }
  }

  /// Adds the account of rows behind these.
  ///
  /// - Precondition: it can be added.
  mutating func add(_ other: RowSelection) {
    for (index, added) in other.conditions.enumerated() { conditions[index].add(added) }
    if let added = other.watch { watch?.add(added) }
    settleIdleness()
  }

  /// Whether a row passes every filter.
  ///
  /// - Throws: where the row's value cannot be ordered as a filter asks, and the others let it pass.
  @inline(__always)
  mutating func accepts(_ window: Span<UInt8>, _ fields: Span<Field>) throws(RowProblem) -> Bool {
    if isIdle { return true }
    return try judge(window, fields)
  }

  /// The watched names that no row has.
  var unmetNames: [String] { watch?.unmet ?? [] }

  /// The other names of all rows, where a watched one is missing.
  var otherNames: [String] { watch?.otherNames ?? [] }

  private mutating func settleIdleness() {
    isIdle = conditions.isEmpty && watch?.isDone ?? true && sample == nil
  }

  /// Each filter is judged on all rows, whatever the others say, until one has passed it: which of them
  /// is to blame where nothing is left does not depend on their order.
  private mutating func judge(
    _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Bool {
    if watch?.isDone == false {
      watch?.look(window, fields)
      settleIdleness()
    }
    // The filter that does not let the row pass; -1 for none, and -2 for several.
    var blocking = -1
    var unfit: Int?
    for index in conditions.indices {
      if blocking != -1, conditions[index].hasPassed, !isAmbiguous { continue }
      switch conditions[index].judge(window, fields) {
      case .passes: continue
      case .fails: blocking = blocking == -1 ? index : -2
      case .unfit: if unfit == nil { unfit = index }
      }
    }
    if blocking == -1, let unfit {
      throw conditions[unfit].problem(window, fields, canSkip: canSkip)
    }
    if isAmbiguous {
      for index in conditions.indices where blocking == -1 || blocking == index {
        conditions[index].settle()
      }
    }
    return blocking == -1 && sample?.holds(window, fields) ?? true
  }

  /// The error for a data set of which the filters, and what was wrong with rows, left nothing.
  func nothingLeft(_ files: [String], _ tally: RowTally) -> IngestError {
    let unmet = conditions.filter { !$0.hasPassed }
    if let blocked = unmet.first(where: { !$0.seen.isEmpty || $0.hasManyValues }) {
      return .dataset(
        files: files, what: "no row has \(OrderWording.shown(blocked.filter))",
        remedy: blocked.hasManyValues
          ? "write another condition; its values are too many or too long to list"
          : "values there: " + listing(blocked))
    }
    if tally.bad > 0 { return tally.nothingLeft(files) }
    return .dataset(
      files: files, what: "no row passes all filters together",
      remedy: "loosen one of the conditions of \(options)")
  }

  /// Up to five values, the nearest to the filter's first; in byte order on a tie.
  private func listing(_ blocked: RowCondition) -> String {
    let wanted = Self.folded(blocked.filter.value)
    let values = blocked.seen.sorted { $0.lexicographicallyPrecedes($1) }.map {
      String(decoding: $0, as: UTF8.self)
    }
    let ranked = values.map { (name: $0, distance: editDistance(Self.folded($0), wanted)) }
      .enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
    let shown = ranked.prefix(5).map { quoted($0.element.name) }.joined(separator: ", ")
    return shown + (values.count > 5 ? ", … (\(values.count) values)" : "")
  }

  /// The bytes that distances are by: ASCII case aside.
  private static func folded(_ value: String) -> [UInt8] { Array(asciiLowercased(value).utf8) }

  /// The options that gave the conditions, each once.
  private var options: String {
    var names: [String] = []
    for condition in conditions where !names.contains(condition.filter.option) {
      names.append(condition.filter.option)
    }
    return names.joined(separator: " and ")
  }
}
