import CommandLineKit
import Reporting

extension OutputFormat: ArgumentValue {
  /// Reads the name of a form, or the ending that its files have.
  public init?(argument text: String) { self.init(word: text) }
}

/// The forms of what only programs read.
enum RecordFormat: String, ArgumentValue, CaseIterable {
  case csv, tsv

  /// What stands between fields.
  var separator: FieldSeparator { self == .tsv ? .tab : .comma }
}

/// `--width`: how many columns lines may take.
enum LineWidth: ArgumentValue, Equatable {
  /// So many, and names are shortened where they would take more.
  case columns(Int)
  /// As many as there are.
  case unlimited

  static let expectation = "a number of columns from 40 to 10000, or none for no limit"
  static let choices = ["none"]
  static let acceptsOtherWords = true

  init?(argument text: String) {
    switch Int(argument: text) {
    case 0: self = .unlimited
    case let columns? where (40...10_000).contains(columns): self = .columns(columns)
    case nil where text == "none": self = .unlimited
    default: return nil
    }
  }

  var argumentText: String {
    switch self {
    case .columns(let columns): "\(columns)"
    case .unlimited: "none"
    }
  }

  /// The columns; `nil` without a limit.
  var columns: Int? { if case .columns(let columns) = self { columns } else { nil } }
}
