import Battles
import CommandLineKit
import EloInference
import Ingest
import Reporting
import SafeText

/// The files and the models that `test` and `plan` are about.
///
/// Words are files as long as files of their names are there, and models from then on; the first one is a
/// file in any case, unless --file names another. --file and --model say of a word which of the two it is.
struct SubjectOptions: Sendable {
  var first: FilePath?
  var others: [FilePath] = []
  var models: [String] = []

  /// - Parameters:
  ///   - isRequired: whether a file must be given.
  ///   - what: what is said of FILE and of MODEL.
  static func parameters(
    isRequired: Bool, _ what: (file: String, models: String)
  ) -> [Parameter<SubjectOptions>] {
    [
      .argument("FILE", \.first, isRequired: isRequired, help: what.file).unless("file")
        .brief("Battles or a board; - is standard input"),
      .arguments("MODEL", \.others, isRequired: false, help: what.models).brief(
        "Models; or more files, before the models"),
      .options(
        "model", \.models, "MODEL", section: "Question",
        help:
          "A model, behind those that arguments name. A word here is a model, whatever files there are."
      ).needs(.data),
    ]
  }

  /// What the words are, by what files there are; `more` are files that --file names.
  func subject(_ more: [FilePath]) throws(UsageError) -> Subject {
    let words = (first.map { [$0] } ?? []) + others
    var count = words.prefix { InputFile.isFile($0) }.count
    if more.isEmpty, !words.isEmpty { count = max(1, count) }
    var names: [String] = []
    for word in words.dropFirst(count) {
      guard let name = String(validating: word.bytes, as: UTF8.self) else {
        throw .invalidValue(word.description, option: "MODEL", expected: "text in UTF-8")
      }
      names.append(name)
    }
    return Subject(
      files: Array(words.prefix(count)) + more, models: names + models,
      taken: Array(words.prefix(count).dropFirst(more.isEmpty ? 1 : 0)))
  }
}

/// Files and models, told apart.
struct Subject: Sendable {
  /// The files of the data set.
  let files: [FilePath]
  /// The models, in the order given.
  let models: [String]
  /// The words that are files because a file of their name is there.
  let taken: [FilePath]

  /// Which pairs the models make: those among them, those of one with all others, or `otherwise`.
  func pairs(otherwise: PairSelection) -> PairSelection {
    switch models.count {
    case 0: otherwise
    case 1: .against(models[0])
    default: .named(models)
    }
  }

  /// Refuses a word that is a file and a model as well.
  func requireClear(_ roster: Roster) throws(UsageError) {
    for word in taken {
      guard let name = String(validating: word.bytes, as: UTF8.self), roster.id(of: name) != nil
      else { continue }
      throw .conflict(
        "\(Mention.quoted(name)) is a file here, and a model of the data; say which is meant with "
          + "\(ShellWord.option("--file", name)) or \(ShellWord.option("--model", name))")
    }
  }

  /// What reading a file told, where its name was taken for one because a file of that name is there.
  func explained(_ error: any Error) -> any Error {
    guard let error = error as? IngestError,
      let word = taken.first(where: { "\(error)".hasPrefix($0.input.name) })
    else { return error }
    return TakenAsFile(error: error, word: word.description)
  }

  /// An unknown model, where its name looks like that of a file.
  func explained(unknown name: String) -> IngestError? {
    let path = FilePath(name)
    let isThere = InputFile.isFile(path)
    guard isThere || Self.looksLikeFile(name) else { return nil }
    return .dataset(
      files: files.map(\.input.name),
      what: "no model is named \(Mention.quoted(name))"
        + (isThere ? ", which is a file" : ", and there is no such file"),
      remedy: isThere
        ? "name files before the models, or with \(ShellWord.option("--file", name))"
        : "check the name")
  }

  private static func looksLikeFile(_ name: String) -> Bool {
    name.contains("/")
      || [".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".txt", ".pgn", ".md", ".html"].contains {
        name.lowercased().hasSuffix($0)
      }
  }
}

/// What is wrong with a file whose name might have been a model's.
struct TakenAsFile: Error {
  let error: IngestError
  let word: String
}
