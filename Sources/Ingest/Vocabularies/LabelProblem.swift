internal import Battles
internal import SafeText

/// Why the labels of a winner column are not read.
public struct LabelProblem: Error, Sendable, Equatable {
  /// A label and what it would mean.
  public struct Meaning: Sendable, Equatable {
    /// The label as it is spelled.
    public let text: String
    /// What it would mean.
    public let meaning: LabelMeaning
  }

  /// A way to read the column.
  public struct Way: Sendable, Equatable {
    /// The value of `--coding` that asks for it, where there is one.
    public let coding: LabelCoding?
    /// What the labels mean in it.
    public let meanings: [Meaning]
    /// Whether the labels are names of models in it.
    public let isOfNames: Bool
  }

  /// A text that nothing knows.
  public struct Unknown: Sendable, Equatable {
    /// The text.
    public let text: String
    /// In how many rows it stands.
    public let rows: Int
    /// The first of them.
    public let first: Place?
  }

  /// What is wrong.
  public enum Kind: Sendable, Equatable {
    /// The column can be read in several ways that differ.
    case several([Way])
    /// A word for ties is the name of a model, in rows of which that model is a side.
    case tieIsAName(String)
    /// Labels that have no meaning in the way that was asked for.
    case openUnder(LabelCoding, [String], hasNames: Bool)
    /// Numbers that no option gives a meaning, where options give one to others.
    case openNumbers([String])
    /// Labels that belong to no one vocabulary.
    case mixed([String], hasNames: Bool)
    /// Texts that no vocabulary knows, and numbers that need a meaning where one of those gets one.
    case unknown([Unknown], beside: [String])
    /// Numbers between those that stand for a win, a tie and a loss: how much better one side was.
    case graded([String])
    /// More than half of the battles have no verdict: labels such as these.
    case mostlyEmpty(of: Int, empty: Int, [String])
    /// Options name labels that are in no row.
    case absent([String], known: [String])
  }

  /// The files whose rows tell it.
  public let files: [String]
  /// The heading of the column.
  public let column: String
  /// What is wrong.
  public let kind: Kind
}

extension LabelProblem.Kind {
  /// Whether no reading fits, which fewer rows may mend.
  var isOfNoFit: Bool {
    switch self {
    case .mixed, .openUnder, .openNumbers: true
    case .several(let ways): ways.count == 1
    case .tieIsAName, .unknown, .graded, .mostlyEmpty, .absent: false
    }
  }
}

extension LabelProblem: CustomStringConvertible {
  /// `battles.csv: winner can be read in several ways: …`.
  public var description: String {
    let place: String =
      if case .unknown(let texts, _) = kind, let first = texts.first?.first {
        "\(first)"
      } else {
        displayed(files: files)
      }
    return "\(place): \(Mention.name(column)) \(what)"
  }

  private var what: String {
    switch kind {
    case .several(let ways):
      let told = ways.map { way in
        let option = way.coding.map { "--coding \($0.rawValue)" } ?? Self.labels(way.meanings)
        return "\(Self.words(way)) (\(option))"
      }
      return
        "can be read in \(ways.count == 1 ? "this way, which must be asked for" : "\(ways.count) ways"): "
        + told.joined(separator: "; or ")
    case .tieIsAName(let text):
      let isNone = Vocabulary.common.meanings[FoldedLabel.of(text)] == .noVerdict
      let (what, meaning) = isNone ? ("no verdict", "skip") : ("a tie", "tie")
      return "has \(quoted(text)), which is \(what) and the name of a model (say which with "
        + "--label=\(ShellWord.quoted("\(text)=\(meaning)")), or --coding names for the model)"
    case .openUnder(let coding, let texts, let hasNames):
      let names = hasNames ? (texts.isEmpty ? "names of models" : " and names of models") : ""
      return
        "has \(Self.list(texts))\(names) of no meaning with --coding \(coding.rawValue) (leave it "
        + "out, or map them: \(Self.placeholders(texts)))"
    case .openNumbers(let texts):
      return
        "has \(Self.list(texts)) left open: where --label maps numbers, all of them need it (add "
        + "\(Self.placeholders(texts)))"
    case .mixed(let texts, let hasNames):
      let names = hasNames ? ", and names of models" : ""
      return
        "has labels that belong to no one vocabulary: \(Self.list(texts))\(names) (say what they mean: "
        + "\(Self.placeholders(texts)); deadheat help reading lists the vocabularies)"
    case .unknown(let texts, let numbers):
      let told = texts.prefix(Self.mostTexts).map { unknown in
        "\(quoted(unknown.text)) (\(unknown.rows) row\(unknown.rows == 1 ? "" : "s"))"
      }
      let rest = texts.count > told.count ? ", … (\(texts.count) texts)" : ""
      let one = texts.count == 1
      return
        "is \(told.joined(separator: ", "))\(rest); expected model_a, model_b, tie, … or the name of one "
        + "of the two sides (say what \(one ? "it means" : "they mean"): "
        + "\(Self.placeholders(texts.map(\.text) + numbers)); or set such rows aside with --bad-rows skip)"
    case .graded(let texts):
      return
        "has graded outcomes, such as \(Self.list(Array(texts.prefix(3)))), and a battle here is a win, a tie "
        + "or a loss (name a column of verdicts with --columns winner=COLUMN, or round them before; --bad-rows "
        + "skip sets such rows aside)"
    case .mostlyEmpty(let all, let empty, let texts):
      let some = texts.isEmpty ? "no verdict" : Self.list(texts)
      let options = texts.map { "--label=\(ShellWord.quoted("\($0)=tie"))" }.joined(separator: " ")
      let way =
        texts.isEmpty ? "" : ", or say what that means: \(options), or =skip in place of =tie"
      return
        "is \(some) in \(empty) of \(all) battles: that is no column of verdicts (check --columns "
        + "winner=COLUMN\(way))"
    case .absent(let texts, let known):
      let labels = known.isEmpty ? "" : "; labels there: \(Self.list(known))"
      return
        "does not have \(Self.list(texts)) in any row (correct --label, or leave it out\(labels))"
    }
  }

  private static let mostTexts = 100

  private static func words(_ way: Way) -> String {
    if way.isOfNames { return "as names of models" }
    let parts = way.meanings.prefix(mostTexts).map { "\(quoted($0.text)) = \(side($0.meaning))" }
    return parts.joined(separator: ", ")
  }

  private static func side(_ meaning: LabelMeaning) -> String {
    switch meaning {
    case .outcome(.aWins): "side a"
    case .outcome(.bWins): "side b"
    case .outcome(.tie): "tie"
    case .outcome(.bothBad): "both bad"
    case .noVerdict: "no verdict"
    }
  }

  private static func list(_ texts: [String]) -> String {
    let shown = texts.prefix(mostTexts).map { $0.isEmpty ? "an empty verdict" : quoted($0) }
    return Mention.list(shown, of: texts.count)
  }

  private static func labels(_ meanings: [Meaning]) -> String {
    meanings.prefix(mostTexts).map {
      "--label=\(ShellWord.quoted("\($0.text)=\($0.meaning.text)"))"
    }
    .joined(separator: " ")
  }

  private static func placeholders(_ texts: [String]) -> String {
    guard !texts.isEmpty else { return "--label=TEXT=OUTCOME" }
    // What is too long for a command line to be read is not offered.
    let options = texts.filter { $0.utf8.count <= 256 }.prefix(mostTexts).map {
      "--label=\(ShellWord.quoted("\($0)=OUTCOME"))"
    }
    return options.joined(separator: " ") + " with OUTCOME one of a, b, tie, both_bad, skip"
  }
}
