internal import SafeText

/// The names of the columns of one file, of the keys of one record, or of the tags of games.
struct Header: Sendable {
  /// What the names belong to; messages speak of it.
  enum Subject: String, Sendable {
    /// The columns of a header line.
    case header
    /// The keys of a JSON object.
    case record
    /// The tags of a chess game.
    case game

    /// What one of the names is called.
    var part: String {
      switch self {
      case .header: "column"
      case .record: "key"
      case .game: "tag"
      }
    }
  }

  /// Where the header stands.
  let place: Place
  /// The columns' names, in order.
  private(set) var names: [String]
  /// What the names belong to.
  let subject: Subject
  /// The values of some rows, a text for each column, where they are looked at to choose between columns.
  var sample: [[String]] = []
  private var index: HeaderIndex

  /// Whether options may call a column by its number, from 1, where none has it for a name.
  var hasNumbers = false

  /// Whether there are more columns than are looked through for words: of these only headings that are known
  /// are found.
  var isWide: Bool { names.count > 4096 }

  /// A header with `names`.
  init(place: Place, names: [String], of subject: Subject = .header) {
    self.place = place
    self.names = names
    self.subject = subject
    index = HeaderIndex(names)
  }

  /// The columns of rows without a header, the first of which is at `place`.
  ///
  /// The names are such as nobody takes for evidence of what a column is about.
  init(numbering count: Int, place: Place) {
    self.init(place: place, names: (1...count).map { Self.ordinal($0) + " column" })
    hasNumbers = true
  }

  /// `1st`, `2nd`, `11th` …
  private static func ordinal(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    let ending =
      switch number % 10 {
      case 1 where !isTeen: "st"
      case 2 where !isTeen: "nd"
      case 3 where !isTeen: "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  /// Adds a column behind the others, unless there is one of that name.
  mutating func add(_ name: String) throws(IngestError) {
    guard try column(name) == nil else { return }
    names.append(name)
    index = HeaderIndex(names)
    for row in sample.indices { sample[row].append("") }
  }

  /// The places of the columns with this name, without regard to ASCII case.
  func columns(named name: String) -> [Int] { index.columns(named: name, in: names) }

  /// The place of the column named `name`: byte by byte, else without regard to ASCII case.
  ///
  /// - Throws: `IngestError.header` where several columns have the name.
  func column(_ name: String) throws(IngestError) -> Int? {
    let folded = columns(named: name)
    let exact = folded.filter { names[$0].utf8.elementsEqual(name.utf8) }
    let found = exact.isEmpty ? folded : exact
    guard found.count <= 1 else {
      throw .header(
        place,
        what: "\(subject.part) \(quoted(name)) is there \(found.count) times, as \(subject.part)s "
          + found.map { String($0 + 1) }.joined(separator: " and "),
        remedy: "rename one of them, or choose another \(subject.part) with --columns")
    }
    return found.first
  }

  /// The place and name of the first of `names` that is there.
  func column(anyOf names: [String]) throws(IngestError) -> Int? {
    for name in names {
      if let index = try column(name) { return index }
    }
    return nil
  }

  /// The column that an option names, or an error that says which columns there are.
  ///
  /// - Parameter option: how the option is written up to the name, such as `--columns a=`.
  func column(_ name: String, namedBy option: String) throws(IngestError) -> Int {
    if let index = try column(name) { return index }
    let number = Int(name)
    if hasNumbers, let number, names.indices.contains(number - 1) { return number - 1 }
    let suggestion = nearest(to: name, among: names, by: .headings).first
    var remedy =
      suggestion.map { didYouMean(Self.command(option, $0)) }
      ?? "name one of them with \(option)COLUMN"
    if number != nil, subject == .header, !hasNumbers {
      remedy =
        "name one of them; numbers call columns beside --header none, or --header \(place.line) where this "
        + "line is the header"
    }
    throw .header(
      place, what: "there is no \(subject.part) \(quoted(name)); \(listing)", remedy: remedy)
  }

  /// An option with a column, as a shell takes it.
  private static func command(_ option: String, _ name: String) -> String {
    guard let space = option.lastIndex(of: " ") else { return option + ShellWord.assignment(name) }
    let rest = option[option.index(after: space)...]
    return option[...space] + ShellWord.assignment(rest + name)
  }

  /// The column that `mapping` names for `role`, else the first of `names` that is there.
  ///
  /// - Throws: `IngestError.header` where the named column is not there.
  func column(
    for role: ColumnMapping.Role, in mapping: ColumnMapping, else names: [String] = []
  ) throws(IngestError) -> Int? {
    guard let name = mapping[role] else { return try column(anyOf: names) }
    return try column(name, namedBy: "--columns \(role.rawValue)=")
  }

  /// `it has: model_a, model_b, winner`, the first dozen of them.
  var listing: String {
    let shown = names.prefix(12).map { $0.isEmpty ? "\"\"" : Mention.name($0) }
    let more = names.count > 12 ? ", … (\(names.count) \(subject.part)s)" : ""
    if names.isEmpty { return "it has none at all" }
    return "it has: " + shown.joined(separator: ", ") + more
  }
}

/// The columns that are looked at in every row of one file.
struct WantedColumns: Sendable {
  /// The slot of each column, -1 for those that are not looked at.
  private(set) var slotOfColumn: [Int]
  /// The column's name behind each slot, as messages show it.
  private(set) var names: [String] = []
  private let header: Header

  /// No column of `header` yet.
  init(_ header: Header) {
    self.header = header
    slotOfColumn = [Int](repeating: -1, count: header.names.count)
  }

  /// The slot of the column at `index`; two roles may share one.
  mutating func slot(_ index: Int) -> Int {
    if slotOfColumn[index] < 0 {
      slotOfColumn[index] = names.count
      let name = header.names[index]
      names.append(
        name.isEmpty ? "column \(index + 1)" : String(quoted(name).dropFirst().dropLast()))
    }
    return slotOfColumn[index]
  }

  /// The slot of the column at `index`, where there is one.
  mutating func slot(_ index: Int?) -> Int? { index.map { slot($0) } }
}
