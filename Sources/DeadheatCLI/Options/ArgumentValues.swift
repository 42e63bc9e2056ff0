public import Battles
public import CommandLineKit
public import EloInference
public import Ingest
package import KernelDispatch
import Reporting

extension TieRule: ArgumentValue {}
extension BothBadRule: ArgumentValue {}
extension Adjustment: ArgumentValue {}
extension RankFamily: ArgumentValue {}
extension IntervalFamily: ArgumentValue {}
extension KernelChoice: ArgumentValue {}
extension BadRowPolicy: ArgumentValue {}
extension LabelCoding: ArgumentValue {}
extension MirroredPairs: ArgumentValue {}
extension DateFormat: ArgumentValue {}
extension NotANumber: ArgumentValue {}
extension ScoreUnit: ArgumentValue {}
extension NoteDetail: ArgumentValue {}
extension Overlap: ArgumentValue {}

/// The interval methods that can be asked for: a board's own is not among them.
enum IntervalChoice: String, ArgumentValue, CaseIterable {
  case percentile, basic, bca, sandwich, profile, wald

  var method: IntervalMethod {
    switch self {
    case .percentile: .percentile
    case .basic: .basic
    case .bca: .bca
    case .profile: .profile
    case .sandwich: .sandwich
    case .wald: .wald
    }
  }
}

extension HeaderLine: ArgumentValue {
  /// The word that is no number.
  public static var choices: [String] { ["none"] }
  /// Yes: the number of a line.
  public static var acceptsOtherWords: Bool { true }
  /// Completes "expected …".
  public static var expectation: String { "none, or the number of a line from 1" }

  /// Reads `none` or the number of a line.
  public init?(argument text: String) { self.init(text) }

  /// The word as it was read.
  public var argumentText: String { text }
}

extension BattleSelection.ComponentRule: ArgumentValue {
  /// The groups that need no name.
  public static var choices: [String] { ["all", "largest"] }
  /// Yes: any model's name.
  public static var acceptsOtherWords: Bool { true }

  /// Reads a choice, or a name; not an empty one.
  public init?(argument text: String) {
    switch text {
    case "": return nil
    case "all": self = .all
    case "largest": self = .largest
    default: self = .holding(text)
    }
  }

  /// The word as it was read.
  public var argumentText: String {
    switch self {
    case .all: "all"
    case .largest: "largest"
    case .holding(let name): name
    }
  }
}

/// What the ratings are centred on.
enum CentreChoice: String, ArgumentValue, CaseIterable {
  case models, battles
}

/// `NAME=RATING`, split at the last `=`: names may hold one.
struct AnchorArgument: ArgumentValue, Equatable {
  let name: String
  let rating: Double
  static let expectation = "a model and its rating, such as gpt-4=1250"

  init?(argument text: String) {
    guard let split = text.utf8.lastIndex(of: UInt8(ascii: "=")), split > text.startIndex,
      let rating = Double(text[text.index(after: split)...]), rating.isFinite
    else { return nil }
    name = String(text[..<split])
    self.rating = rating
  }

  var argumentText: String { "\(name)=\(rating)" }
}
