/// A place in the input.
public struct Place: Sendable, Equatable, CustomStringConvertible {
  /// The file as it was named; `-` is standard input.
  public let file: String
  /// The physical line, counted from 1.
  public let line: Int

  /// Line `line` of `file`.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `battles.csv:17`, or `<stdin>:17`.
  public var description: String { "\(displayed(file: file)):\(line)" }
}

/// Why the input could not be read: where, what, what was expected instead, and the next step.
///
/// Texts from the input are quoted, shortened and free of control characters.
public enum IngestError: Error, Sendable, Equatable {
  /// An option could not be understood, or the options contradict each other.
  case usage(what: String, remedy: String)
  /// There is no such file.
  case noSuchFile(file: String)
  /// It is a directory, or may not be read.
  case unreadable(file: String, what: String, remedy: String)
  /// The file is there, and reading it failed.
  case readFailed(file: String, reason: String)
  /// The file was written to or cut off while it was read: what was read is part of it, or parts of
  /// several. The sizes are in bytes, when it was opened and when its end was reached.
  case changed(file: String, opened: Int, ended: Int)
  /// The file is in a form that is not read.
  case unsupportedForm(file: String, form: String, remedy: String)
  /// The text is in an encoding other than UTF-8.
  case wrongEncoding(file: String, what: String, remedy: String)
  /// The file has no rows.
  case empty(file: String, what: String, remedy: String)
  /// The header does not say which columns to use.
  case header(Place, what: String, remedy: String)
  /// A row has another number of fields than the header.
  case raggedRow(Place, found: Int, expected: Int)
  /// A row's value cannot be used.
  case value(Place, column: String, value: String, expected: String, remedy: String)
  /// A row, or several together, cannot be used.
  case rows(Place, what: String, remedy: String)
  /// The text is no JSON, from a byte on that is counted from 1 at the beginning of the input.
  case syntax(Place, byte: Int, what: String, remedy: String)
  /// The labels of a winner column cannot be read, or in more than one way.
  case labels(LabelProblem)
  /// The rows, each fine by itself, do not make a data set.
  case dataset(files: [String], what: String, remedy: String)
}

extension IngestError {
  /// What kind of failure it is; each has its exit code.
  public enum Kind: Sendable, Equatable {
    /// The command line is at fault: exit 64.
    case usage
    /// The data are at fault: exit 65.
    case badData
    /// There is no such input, or it may not be read: exit 66.
    case noInput
    /// The form of the input needs something that is not there: exit 69.
    case unavailable
    /// Reading failed: exit 74.
    case inputOutput
  }

  /// What kind of failure it is.
  public var kind: Kind {
    switch self {
    case .usage: .usage
    case .noSuchFile, .unreadable: .noInput
    case .readFailed, .changed: .inputOutput
    case .unsupportedForm: .unavailable
    case .wrongEncoding, .empty, .header, .raggedRow, .value, .rows, .syntax,
      .labels, .dataset:
      .badData
    }
  }
}

extension IngestError: CustomStringConvertible {
  /// `battles.csv:17: winner is "modelb"; expected model_a, … (map it with --label)`.
  public var description: String {
    switch self {
    case .usage(let what, let remedy):
      "\(what) (\(remedy))"
    case .noSuchFile(let file):
      "\(displayed(file: file)): there is no such file (check the path; - is standard input)"
    case .unreadable(let file, let what, let remedy),
      .wrongEncoding(let file, let what, let remedy), .empty(let file, let what, let remedy):
      "\(displayed(file: file)): \(what) (\(remedy))"
    case .readFailed(let file, let reason):
      "\(displayed(file: file)): reading failed: \(reason) (try again, or copy the file first)"
    case .changed(let file, let opened, let ended):
      "\(displayed(file: file)): it changed while it was read, from \(opened) to \(ended) bytes (wait "
        + "until it is written, or copy it first and read the copy)"
    case .unsupportedForm(let file, let form, let remedy):
      "\(displayed(file: file)): \(form) is not read yet (\(remedy))"
    case .header(let place, let what, let remedy), .rows(let place, let what, let remedy):
      "\(place): \(what) (\(remedy))"
    case .raggedRow(let place, let found, let expected):
      "\(place): the row has \(found) field\(found == 1 ? "" : "s"); expected \(expected), as in "
        + "the header (put values with a delimiter in double quotes, or leave such rows out with "
        + "--bad-rows skip)"
    case .value(let place, let column, let value, let expected, let remedy):
      "\(place): \(column) is \(value); expected \(expected) (\(remedy))"
    case .syntax(let place, let byte, let what, let remedy):
      "\(place): at byte \(byte) \(what) (\(remedy))"
    case .labels(let problem): problem.description
    case .dataset(let files, let what, let remedy):
      "\(displayed(files: files)): \(what) (\(remedy))"
    }
  }
}
