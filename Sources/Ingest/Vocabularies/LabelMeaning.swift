public import Battles

/// What a text in a winner column comes to.
public enum LabelMeaning: Sendable, Hashable {
  /// The battle came to this.
  case outcome(Outcome)
  /// There is no verdict: the battle is set aside and counted.
  case noVerdict

  /// How options and reports write it.
  public var text: String {
    switch self {
    case .outcome(.aWins): "a"
    case .outcome(.bWins): "b"
    case .outcome(let outcome): outcome.label
    case .noVerdict: "skip"
    }
  }

  /// The same battle seen with the two sides exchanged.
  var mirrored: LabelMeaning {
    switch self {
    case .outcome(let outcome): .outcome(outcome.mirrored)
    case .noVerdict: .noVerdict
    }
  }
}
