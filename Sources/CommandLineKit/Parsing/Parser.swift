internal import SafeText

/// Reads the words behind a command's name into a target, as a list of parameters directs.
///
/// Options may come before, between and behind arguments; `--` ends them. A word that begins with
/// a dash is an option unless it is `-` alone (standard input, by custom) or a negative number.
struct Parser<Target> {
  /// What became of a command line: the target with all words applied, and what was given.
  struct Parsed {
    let target: Target
    let given: GivenParameters
  }

  let parameters: [Parameter<Target>]

  /// Applies all words to `initial`, or answers `nil` where the words ask for help.
  ///
  /// A cry for help is heard even beside mistakes: who types it is unsure of the rest.
  func parse(_ words: [String], into initial: Target) throws(UsageError) -> Parsed? {
    let optionWords = words.prefix { $0 != "--" }
    if optionWords.contains("--help") || optionWords.contains("-h") { return nil }
    var target = initial
    var rest = words[...]
    var positionals: [String] = []
    var given: Set<String> = []
    while let word = rest.popFirst() {
      if word == "--" {
        positionals += rest
        rest = []
      } else if word.hasPrefix("--") {
        try readLong(word, &rest, &target, &given)
      } else if Self.looksLikeOption(word) {
        guard try readLetters(word, &rest, &target, &given) else { return nil }
      } else {
        positionals.append(word)
      }
    }
    try assign(positionals, &target, &given)
    return Parsed(
      target: target,
      given: GivenParameters(
        parameters.filter { given.contains($0.outline.spelling) }.map { $0.entries(target) }))
  }

  /// Reads `--name` or `--name=value`.
  private func readLong(
    _ word: String, _ rest: inout ArraySlice<String>, _ target: inout Target,
    _ given: inout Set<String>
  ) throws(UsageError) {
    let equals = word.firstIndex(of: "=")
    let spelling = String(word[..<(equals ?? word.endIndex)])
    let attached = equals.map { String(word[word.index(after: $0)...]) }
    let name = String(spelling.dropFirst(2))
    guard let parameter = parameters.first(where: { Self.isOption($0) && $0.outline.long == name })
    else { throw .unknownOption(spelling, similar: similarOptions(to: name)) }
    try read(parameter, spelling, attached, &rest, &target, &given)
  }

  /// Reads `-n value`, `-nvalue` and bundles such as `-qn5`; false where a letter asks for help.
  private func readLetters(
    _ word: String, _ rest: inout ArraySlice<String>, _ target: inout Target,
    _ given: inout Set<String>
  ) throws(UsageError) -> Bool {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let parameter = parameters.first(where: { $0.outline.short == letter }) else {
        if letter == "h" { return false }
        // `-ties` is a long option that lost a dash, more often than a bundle.
        let isMistypedName = word.count > 2 && letters.count == word.count - 2
        throw isMistypedName
          ? .unknownOption(word, similar: similarOptions(to: String(word.dropFirst())))
          : .unknownOption("-\(letter)", similar: [])
      }
      var attached: String?
      if parameter.outline.kind == .option, !letters.isEmpty {
        attached = String(letters.first == "=" ? letters.dropFirst() : letters)
        letters = ""
      }
      try read(parameter, "-\(letter)", attached, &rest, &target, &given)
    }
    return true
  }

  /// Applies one option, taking its value from behind it where none is attached.
  ///
  /// A second value of an option that keeps one would silently win over the first, and is refused; a
  /// switch says the same twice.
  private func read(
    _ parameter: Parameter<Target>, _ spelling: String, _ attached: String?,
    _ rest: inout ArraySlice<String>, _ target: inout Target, _ given: inout Set<String>
  ) throws(UsageError) {
    let outline = parameter.outline
    guard outline.kind == .option else {
      if let attached { throw .unexpectedValue(attached, option: spelling) }
      given.insert(outline.spelling)
      _ = parameter.apply(&target, "")
      return
    }
    if !given.insert(outline.spelling).inserted, !outline.isRepeatable {
      throw .repeatedOption(outline.spelling)
    }
    if let attached { return try apply(attached, parameter, spelling, &target) }
    guard let next = rest.first, !Self.looksLikeOption(next) else {
      throw .missingValue(option: spelling, valueName: outline.valueName, found: rest.first)
    }
    rest = rest.dropFirst()
    try apply(next, parameter, spelling, &target)
  }

  /// Deals the positional words out to the arguments, in order.
  private func assign(
    _ words: [String], _ target: inout Target, _ given: inout Set<String>
  ) throws(UsageError) {
    var rest = words[...]
    for parameter in parameters where parameter.outline.kind == .argument {
      let name = parameter.outline.valueName
      if rest.isEmpty, parameter.outline.isRequired,
        !given.contains("--\(parameter.outline.substitute)")
      {
        throw .missingArgument(name, isFile: parameter.outline.takesAnyBytes)
      }
      while let word = rest.popFirst() {
        try apply(word, parameter, name, &target)
        given.insert(name)
        if !parameter.outline.isRepeatable { break }
      }
    }
    if let word = rest.first { throw .unexpectedArgument(word) }
  }

  private func apply(
    _ text: String, _ parameter: Parameter<Target>, _ spelling: String, _ target: inout Target
  ) throws(UsageError) {
    guard parameter.outline.takesAnyBytes || ArgumentText.isText(text) else {
      throw .invalidValue(text, option: spelling, expected: "text in UTF-8")
    }
    guard let problem = parameter.apply(&target, text) else { return }
    let similar = nearest(to: text, among: parameter.outline.choices)
    throw .invalidValue(
      text, option: spelling, expected: problem.expected,
      similar: problem.similar.isEmpty ? similar : problem.similar)
  }

  private func similarOptions(to name: String) -> [String] {
    let visible = parameters.filter { Self.isOption($0) && !$0.outline.isHidden }
    return nearest(to: name, among: visible.map(\.outline.long) + ["help"]).map { "--\($0)" }
  }

  private static func isOption(_ parameter: Parameter<Target>) -> Bool {
    parameter.outline.kind != .argument
  }

  /// Whether `word` would be read as an option: a dash with something behind it that does not
  /// start a number.
  static func looksLikeOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), let next = word.dropFirst().first else { return false }
    let startsNumber = next == "." || ("0"..."9").contains(next)
    return !(startsNumber && Double(word) != nil)
  }
}
