/// Running text in which the names of models are kept apart from our own words, so that each markup
/// can escape, shorten or isolate them in its own way.
///
/// Written as a string literal: `"\(name: leader) is alone in first place."`
struct Prose: ExpressibleByStringInterpolation {
  /// A stretch of text.
  enum Run {
    /// Our words.
    case words(String)
    /// A name from the data.
    case name(String)
  }

  /// The stretches in order.
  var runs: [Run]

  init(stringLiteral value: String) {
    runs = [.words(value)]
  }

  init(stringInterpolation: StringInterpolation) {
    runs = stringInterpolation.runs
  }

  /// Text of our own.
  init(_ words: String) {
    runs = [.words(words)]
  }

  /// Names with commas and an "and" before the last; `rest` more are counted and not named.
  init(listing names: [String], andMore rest: Int = 0) {
    runs = []
    let hasRest = rest > 0
    for (index, name) in names.enumerated() {
      let isLast = index == names.count - 1 && !hasRest
      if index > 0 { runs.append(.words(isLast ? " and " : ", ")) }
      runs.append(.name(name))
    }
    if hasRest { runs.append(.words(" and \(CountFormat.text(rest)) more")) }
  }

  /// `first` followed by `second`.
  static func + (first: Prose, second: Prose) -> Prose {
    var sum = first
    sum.runs += second.runs
    return sum
  }

  /// Collects the stretches of a literal.
  struct StringInterpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      runs.append(.words(literal))
    }

    mutating func appendInterpolation(_ words: String) {
      runs.append(.words(words))
    }

    mutating func appendInterpolation(_ prose: Prose) {
      runs += prose.runs
    }

    mutating func appendInterpolation(name: String) {
      runs.append(.name(name))
    }
  }
}
