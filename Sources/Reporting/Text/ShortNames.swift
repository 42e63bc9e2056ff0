internal import SafeText

/// The names of one table, shortened to one width so that names that differ still do.
///
/// Most names differ at their end, which `Shortening.shortened` keeps. Those that it would make the
/// same lose another stretch instead: the part in which they differ stays, wherever it is.
struct ShortNames {
  private let width: Int
  private let ellipsis: String
  /// The short forms of the names that are too wide.
  private var texts: [String: String] = [:]
  /// All forms that stand in the table so far.
  private var taken: Set<String> = []

  /// What becomes of `names`, printable or not, in `width` columns.
  ///
  /// - Complexity: O(n · width) for n names, and O(n² · width) at worst for n that look alike.
  init(_ names: [String], width: Int, ellipsis: String = "…") {
    self.width = width
    self.ellipsis = ellipsis
    var long: [String] = []
    for name in names.map(PrintableName.visible) {
      if DisplayWidth.of(name) <= width { taken.insert(name) } else { long.append(name) }
    }
    separate(Self.distinct(long))
  }

  /// `name`, visible, in the table's width and isolated where it runs from right to left.
  func text(_ name: String) -> String {
    let visible = PrintableName.visible(name)
    guard DisplayWidth.of(visible) > width else { return PrintableName.isolated(visible) }
    let short = Shortening.shortened(visible, to: width, ellipsis: ellipsis)
    return PrintableName.isolated(texts[visible] ?? short)
  }

  /// Gives each of `names` a form of its own; those that the usual elision keeps apart have that one.
  private mutating func separate(_ names: [String]) {
    var groups: [[String]] = []
    var places: [String: Int] = [:]
    for name in names {
      let short = Shortening.shortened(name, to: width, ellipsis: ellipsis)
      if let place = places[short] {
        groups[place].append(name)
      } else {
        places[short] = groups.count
        groups.append([name])
      }
    }
    for group in groups where group.count == 1 { take(group[0], elided(group, usual)[0]) }
    for group in groups where group.count > 1 { separateAlike(group) }
  }

  /// Finds the elision nearest to the usual one that gives each of `names` a form of its own; where
  /// there is none, the one that does so for most, and another one for those that it leaves alike.
  private mutating func separateAlike(_ names: [String]) {
    var best: (texts: [String], count: Int) = ([], 0)
    for elision in elisions(of: names) {
      let texts = elided(names, elision)
      let count = Set(texts).subtracting(taken).count
      if count > best.count { best = (texts, count) }
      if count == names.count { break }
    }
    var rest: [[String]] = []
    for text in Self.distinct(best.texts) {
      let group = names.indices.filter { best.texts[$0] == text }.map { names[$0] }
      if group.count == 1, !taken.contains(text) {
        take(group[0], text)
      } else if group.count < names.count {
        rest.append(group)
      }
    }
    // Names without a form of their own have the usual one: so few columns cannot hold all of them.
    for group in rest { separateAlike(group) }
  }

  private mutating func take(_ name: String, _ text: String) {
    texts[name] = text
    taken.insert(text)
  }

  /// What of a name stays.
  private enum Elision {
    /// So many columns of its end, and of its beginning what there is room for.
    case keepingEnd(Int)
    /// What follows so many clusters, between a few columns of its beginning and so many of its end.
    case keepingPart(after: Int, end: Int)
  }

  private var room: Int { max(0, width - DisplayWidth.of(ellipsis)) }

  private var usual: Elision { .keepingEnd(Shortening.tailWidth(ofRoom: room)) }

  /// The elisions to try, the nearest to the usual one first. One or two columns of an end tell
  /// nobody anything.
  private func elisions(of names: [String]) -> [Elision] {
    let usual = Shortening.tailWidth(ofRoom: room)
    let ends = (0...room).filter { $0 == 0 || $0 > 2 }.sorted {
      (($0 - usual).magnitude, $1) < (($1 - usual).magnitude, $0)
    }
    let start = max(0, Self.sharedBeginning(names.map(Array.init)) - 1)
    return ends.map { .keepingEnd($0) }
      + [0, inner / 3, inner / 2].map { .keepingPart(after: start, end: $0) }
  }

  /// What is left for a name beside two ellipses.
  private var inner: Int { max(0, room - DisplayWidth.of(ellipsis)) }

  private func elided(_ names: [String], _ elision: Elision) -> [String] {
    switch elision {
    case .keepingEnd(let tail):
      return names.map {
        Shortening.shortened($0, to: width, ellipsis: ellipsis, tailWidth: tail)
      }
    case .keepingPart(let start, let end):
      let beginning = inner < Self.leastWithBeginning ? 0 : inner / 4
      return names.map { name in
        let head = Shortening.prefix(of: name, width: beginning)
        let rest = name.dropFirst(start)
        let tail = Shortening.prefix(of: rest.reversed(), width: end)
        let middle = rest.dropLast(tail.count)
        let part = Shortening.prefix(of: middle, width: inner - beginning - end)
        let gap = part.count < middle.count ? ellipsis : ""
        return String(head) + ellipsis + String(part) + gap + String(tail.reversed())
      }
    }
  }

  /// A beginning of a name beside two other parts of it tells something from so many columns on.
  private static let leastWithBeginning = 12

  /// How many clusters `names` have in common at their beginning.
  private static func sharedBeginning(_ names: [[Character]]) -> Int {
    guard let first = names.first else { return 0 }
    return first.indices.first { place in
      names.contains { $0.count <= place || $0[place] != first[place] }
    } ?? first.count
  }

  /// `texts` without those that were there before, in their order.
  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
