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
extension BattleSelection.ComponentRule: ArgumentValue {}
extension BadRowPolicy: ArgumentValue {}
extension OutputFormat: ArgumentValue {}
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
